import type { Page } from '@playwright/test'
import { aHuman, expectAccessible, type Human } from './human.ts'
import { expect, phone, signInAs, story } from './story.ts'

async function next(newcomer: Human, page: Page): Promise<void> {
  await newcomer.tap(page.getByRole('button', { name: '下一步' }))
}

async function question(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** From the front page to the first question, as a one-person company. */
async function begin(newcomer: Human, page: Page, person: string): Promise<void> {
  await page.goto('/')
  await newcomer.tap(page.getByRole('link', { name: /开办一家企业/ }).first())
  await newcomer.tap(page.getByRole('link', { name: '登录并开始' }))
  await signInAs(page, person)
  await newcomer.tap(page.getByRole('button', { name: /^开始/ }))
  await question(page, '给企业取个名称')
}

async function answerName(newcomer: Human, page: Page, name: string): Promise<void> {
  await newcomer.type(page.getByLabel('名称', { exact: true }), name)
  await expect(page.getByText('这个名称可以使用')).toBeVisible()
  await newcomer.tap(page.getByLabel(/我承诺/))
  await next(newcomer, page)
}

async function answerSeat(newcomer: Human, page: Page): Promise<void> {
  await question(page, '选一个工位作住所')
  await newcomer.tap(page.getByRole('radio', { name: /中欧科创园/ }))
  await newcomer.tap(page.getByRole('group', { name: '再选工位' }).getByRole('button').first())
  await expect(page.getByText(/已为您保留/)).toBeVisible()
  await next(newcomer, page)
}

async function answerScope(newcomer: Human, page: Page): Promise<void> {
  await question(page, '做什么生意')
  await newcomer.type(page.getByLabel('用平常的话说说'), '做软件')
  await newcomer.press('Enter')
  await newcomer.tap(page.getByRole('button', { name: /^加入 ?软件开发/ }))
  await next(newcomer, page)
}

async function answerPeople(newcomer: Human, page: Page): Promise<void> {
  await question(page, '有哪些人')
  await newcomer.type(page.getByLabel('身份证号'), '370214198804120016')
  await newcomer.type(page.getByLabel('手机号'), '13900000001')
  await next(newcomer, page)
}

story.describe('registering a company on a phone', () => {
  story.use(phone)

  story('ends with a licence, without a human touching it', async ({ page }) => {
    const newcomer = aHuman(page, 'phone')
    await begin(newcomer, page, '林海宁')
    await answerName(newcomer, page, '青岛璟曜信息科技有限公司')
    await answerSeat(newcomer, page)
    await answerScope(newcomer, page)
    await question(page, '出资多少')
    await newcomer.type(page.getByLabel('注册资本'), '100000')
    await next(newcomer, page)
    await answerPeople(newcomer, page)
    for (const title of ['各占多少股份', '谁担任什么职务', '公司章程']) {
      await question(page, title)
      await expectAccessible(page)
      await next(newcomer, page)
    }
    await question(page, '核对填写的内容')
    await expect(page.getByText('签名后系统会自动审批')).toBeVisible()
    await expectAccessible(page)
    await newcomer.tap(page.getByRole('button', { name: /去签名/ }))
    await newcomer.tap(page.getByRole('button', { name: '生成签名链接' }))
    await newcomer.tap(page.getByRole('link', { name: /去签名/ }))
    await newcomer.tap(page.getByLabel(/我已阅读/))
    await newcomer.tap(page.getByRole('button', { name: '签名' }))
    await expect(page.getByRole('heading', { name: '签好了' })).toBeVisible()
    await newcomer.tap(page.getByRole('link', { name: '我的办件' }).first())
    await newcomer.tap(page.getByRole('link', { name: '青岛璟曜信息科技有限公司' }))
    await newcomer.tap(page.getByRole('button', { name: '提交申请' }))
    await expect(page.getByRole('heading', { name: '办好了' })).toBeVisible()
    await expect(page.getByText('系统自动审批，没有人工干预')).toBeVisible()
    await expectAccessible(page)

    const { steps, seconds } = newcomer.report()
    expect(steps).toBeLessThanOrEqual(38)
    expect(seconds).toBeLessThanOrEqual(360)

    const original = await page.request.get(
      (await page.getByRole('link', { name: '下载正本' }).getAttribute('href')) ?? '',
    )
    expect(original.headers()['content-type']).toContain('application/pdf')
    await page.getByRole('link', { name: '任何人都可以核验' }).click()
    await expect(page.getByRole('heading', { name: '核验结果' })).toBeVisible()
    await expect(page.getByText('青岛璟曜信息科技有限公司')).toBeVisible()
    await expectAccessible(page)
  })
})
