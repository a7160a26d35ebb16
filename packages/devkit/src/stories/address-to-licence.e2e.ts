import { answerCapital, answerName, answerPeople, answerScope, begin, next, question } from './filling-in.ts'
import { aHuman, expectAccessible } from './human.ts'
import { zhou } from './prepared-company.ts'
import { expect, phone, signInStaff, story } from './story.ts'

const company = '青岛珩璞信息科技有限公司'

story.describe('the address in the morning, the licence the same day', () => {
  story.use(phone)

  story('files, is called, is registered and prints at the hall', async ({ page, browser, baseURL }) => {
    const newcomer = aHuman(page, 'phone')
    await begin(newcomer, page, zhou.name)
    await answerName(newcomer, page, company)

    // the address is filed from the question itself
    await question(page, '选一个工位作住所')
    await newcomer.tap(page.getByRole('radio', { name: /中欧科创园/ }))
    await newcomer.tap(page.getByRole('group', { name: '再选工位' }).getByRole('button').first())
    await newcomer.type(page.getByLabel('联系电话'), zhou.phone)
    await newcomer.tap(page.getByRole('button', { name: '备案地址' }))
    await expect(page.getByText('地址已备案')).toBeVisible()
    await expectAccessible(page)

    // the hall sees whom to call, and calls
    const options = baseURL === undefined ? {} : { baseURL }
    const hall = await browser.newContext(options)
    const clerk = await hall.newPage()
    await clerk.goto('/')
    await signInStaff(clerk, 'bangban')
    await clerk.goto('/work/outreach')
    const task = clerk.locator('section', { has: clerk.getByRole('heading', { name: company }) })
    await expect(task.getByRole('link', { name: zhou.phone })).toBeVisible()
    await task.getByRole('button', { name: '已接通' }).click()
    await expect(task.getByRole('list', { name: '已打过' })).toBeVisible()

    await next(newcomer, page)
    await answerScope(newcomer, page)
    await answerCapital(newcomer, page, '100000')
    await answerPeople(newcomer, page, [zhou])
    for (const title of ['各占多少股份', '谁担任什么职务', '公司章程']) {
      await question(page, title)
      await next(newcomer, page)
    }
    await question(page, '核对填写的内容')
    await newcomer.tap(page.getByRole('button', { name: /去签名/ }))
    await newcomer.tap(page.getByRole('button', { name: '生成签名链接' }))
    await newcomer.tap(page.getByRole('link', { name: /去签名/ }))
    await newcomer.tap(page.getByLabel(/我已阅读/))
    await newcomer.tap(page.getByRole('button', { name: '签名' }))
    await newcomer.tap(page.getByRole('link', { name: '我的办件' }).first())
    await newcomer.tap(page.getByRole('link', { name: company }))
    await newcomer.tap(page.getByRole('button', { name: '提交申请' }))
    await expect(page.getByRole('heading', { name: '办好了' })).toBeVisible()
    await expect(page.getByText('系统自动审批，没有人工干预')).toBeVisible()

    // at a machine of the hall nobody signs in: the code is enough, and enough once
    await newcomer.tap(page.getByRole('button', { name: '取打印码' }))
    const told = page.getByText(/打印码 [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/.exec((await told.textContent()) ?? '')?.[0] ?? ''
    const machine = await (await browser.newContext(options)).newPage()
    await machine.goto('/print?device=hall-1')
    await expectAccessible(machine)
    await machine.getByRole('button', { name: '取执照' }).click()
    await expect(machine.getByRole('alert')).toContainText('请输入十二位打印码')
    await machine.getByLabel('打印码').fill(code.toLowerCase().replaceAll('-', ' '))
    await machine.getByLabel('空白执照的编号').fill('QD-2026-000017')
    const made = machine.waitForResponse('**/api/licences/print')
    await machine.getByRole('button', { name: '取执照' }).click()
    await expect(machine.getByText('执照已生成')).toBeVisible()
    await expectAccessible(machine)
    const paper = await made
    expect(paper.headers()['content-type']).toContain('application/pdf')
    expect(paper.headers()['content-disposition']).toContain('original.pdf')
    await expect(machine.getByRole('link', { name: '打开并打印' })).toHaveAttribute('href', /^blob:/)
    await machine.getByRole('button', { name: '完成，下一位' }).click()
    await machine.getByLabel('打印码').fill(code)
    await machine.getByLabel('空白执照的编号').fill('QD-2026-000018')
    await machine.getByRole('button', { name: '取执照' }).click()
    await expect(machine.getByRole('alert')).toBeVisible()
    await hall.close()
  })
})
