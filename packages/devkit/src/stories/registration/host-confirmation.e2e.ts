import { staffWindow } from '../desk-people.ts'
import { answerName, begin, next, question } from '../filling-in.ts'
import { aHuman, expectAccessible } from '../human.ts'
import { lin } from '../prepared-company.ts'
import { expect, phone, story } from '../story.ts'

const company = '青岛渟泓信息科技有限公司'
const host = '青岛蓝湾商务秘书有限公司'

story.describe('a seat of a cluster', () => {
  story.use(phone)

  story('is confirmed by its host, who has no account and needs none', async ({ page, browser, baseURL }) => {
    const newcomer = aHuman(page, 'phone')
    await begin(newcomer, page, lin.name)
    await answerName(newcomer, page, company)
    await question(page, '选一个工位作住所')
    await newcomer.tap(page.getByRole('radio', { name: /蓝湾创业园/ }))
    await page.getByLabel('楼栋').selectOption({ label: 'C座' })
    await newcomer.tap(
      page
        .getByRole('group', { name: '再选工位' })
        .getByRole('button', { name: /集群注册/ })
        .first(),
    )
    await expect(page.getByText('待托管机构确认')).toBeVisible()
    await expectAccessible(page)
    await newcomer.type(page.getByLabel('联系电话'), lin.phone)
    await newcomer.tap(page.getByRole('button', { name: '备案地址' }))
    await expect(page.getByText('已请托管机构确认')).toBeVisible()
    await expectAccessible(page)

    // the link goes to the number that the zone's content gives; in a demonstration the outbox shows it
    const operator = await staffWindow(browser, baseURL, 'yunwei')
    await operator.goto('/work/outbox')
    const message = operator.getByText(/请确认是否托管/).first()
    await expect(message).toBeVisible()
    const link = /\/host\/[\w-]+/.exec((await message.textContent()) ?? '')?.[0] ?? ''
    await operator.context().close()

    const options = baseURL === undefined ? {} : { baseURL }
    const elsewhere = await browser.newContext({ ...options, ...phone })
    const secretary = await elsewhere.newPage()
    await secretary.goto(link)
    await expect(secretary.getByRole('heading', { name: /请确认是否托管/ })).toBeVisible()
    await expect(secretary.getByText(company)).toBeVisible()
    await secretary.getByRole('button', { name: '不同意' }).click()
    await expect(secretary.getByText('请写明理由，至少 4 个字')).toBeVisible()
    await expectAccessible(secretary)
    await secretary.getByLabel('您的姓名').fill('许托管')
    await secretary.getByRole('button', { name: '确认托管' }).click()
    await expect(secretary.getByRole('heading', { name: '已确认托管' })).toBeVisible()
    await expectAccessible(secretary)
    await secretary.reload()
    await expect(secretary.getByRole('button', { name: '确认托管' })).toBeHidden()
    await elsewhere.close()

    await page.reload()
    await expect(page.getByText('托管机构已确认')).toBeVisible()
    await expect(page.getByText(`${host}同意接收信件和文书。`)).toBeVisible()
    await next(newcomer, page)
    await question(page, '做什么生意')
  })
})
