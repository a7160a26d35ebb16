import type { Page } from '@playwright/test'
import { aHuman, expectAccessible, type Human } from './human.ts'
import { expect, phone, signInAs, story } from './story.ts'

const owner = '林海宁'

/** Waits for a question. */
async function asked(page: Page, question: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(question)
}

async function press(human: Human, page: Page, answer: string): Promise<void> {
  await human.tap(page.getByRole('button', { name: answer, exact: true }))
}

/** From the page about building to the first question. */
async function begin(human: Human, page: Page, name: string): Promise<void> {
  await human.tap(page.getByRole('link', { name: '画我的审批流程图' }))
  await signInAs(page, owner, human)
  await human.type(page.getByLabel('项目名称'), name)
  await press(human, page, '工业厂房')
  await asked(page, '由谁投资？')
}

async function answerBasics(human: Human, page: Page): Promise<void> {
  await human.tap(page.getByRole('button', { name: /^民营企业，自有资金/ }))
  await asked(page, '新建，还是在原有的上面改？')
  await press(human, page, '新建')
  await asked(page, '土地怎么取得？')
  await press(human, page, '出让')
  await asked(page, '建多大，投多少？')
}

story.describe('the owner of a project', () => {
  story.use({ viewport: { width: 1366, height: 900 } })

  story('has the approval network of the project in sixteen steps and three minutes', async ({ page }) => {
    await page.goto('/build')
    const newcomer = aHuman(page, 'pc')
    await begin(newcomer, page, '汉唐生物体外诊断试剂厂房')
    await answerBasics(newcomer, page)
    const strip = page.getByRole('complementary', { name: '流程图现在的样子' })
    await expect(strip).toContainText('出让')
    await expect(strip).toContainText('建设用地规划许可证核发（3 个工作日）')
    await newcomer.type(page.getByLabel('总建筑面积'), '30000')
    await newcomer.type(page.getByLabel('总投资'), '20000')
    await press(newcomer, page, '下一步')
    await asked(page, '里面有这些场所吗？')
    await press(newcomer, page, '以上都没有')
    await asked(page, '环评要做哪一类？')
    await press(newcomer, page, '报告表')
    await asked(page, '地块有下面的情况吗？')
    await press(newcomer, page, '以上都没有')
    await asked(page, '工程有下面的特点吗？')
    await press(newcomer, page, '以上都没有')
    await asked(page, '施工时会有这些吗？')
    await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
    await press(newcomer, page, '以上都没有')
    await asked(page, '核对您的回答')
    await expectAccessible(page)
    await press(newcomer, page, '生成流程图')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('汉唐生物体外诊断试剂厂房')
    const { steps, seconds } = newcomer.report()
    expect(steps).toBeLessThanOrEqual(16)
    expect(seconds).toBeLessThanOrEqual(180)

    const id = /\/my\/projects\/([^/?]+)/.exec(page.url())?.[1]
    const { plan } = (await (await page.request.get(`/api/projects/${id}/plan`)).json()) as {
      plan: { start: string; steps: { id: string; because: { basis: string }[] }[] }
    }
    const ids = plan.steps.map((step) => step.id)
    expect(ids).toEqual(
      expect.arrayContaining(['M105', 'M107', 'M201', 'M202', 'M301', 'M305', 'M307', 'M408']),
    )
    expect(ids).not.toContain('M101')
    expect(ids).not.toContain('M302')
    const services = plan.steps.filter((step) => step.id.startsWith('M'))
    expect(services.filter(({ because }) => because.length === 0)).toEqual([])
    expect(plan.start).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  story('overrules what was derived, and changes an answer from the check page', async ({ page }) => {
    await page.goto('/build')
    const newcomer = aHuman(page, 'pc')
    await begin(newcomer, page, '改主意的项目')
    await answerBasics(newcomer, page)
    const id = /new\/([^/]+)/.exec(page.url())?.[1]
    await page.goto(`/build/new/${id}/check`)
    await expect(page.getByText('还有问题没有回答')).toBeVisible()
    await page.getByRole('link', { name: '修改 依法必须招标' }).click()
    await expect(page.getByText('按您的其他回答，这里是「否」')).toBeVisible()
    await expect(page.getByText(/自主决定是否招标/)).toBeVisible()
    await page.getByRole('button', { name: '是', exact: true }).click()
    await asked(page, '核对您的回答')
    const strip = page.getByRole('complementary', { name: '流程图现在的样子' })
    await expect(strip).toContainText('确定要办')
    await page.getByRole('link', { name: '修改 用地方式' }).click()
    await page.getByRole('button', { name: '不确定' }).click()
    await asked(page, '核对您的回答')
    await expect(page.getByRole('definition').filter({ hasText: '待定' })).toHaveText(['不确定 待定'])
    await page.goBack()
    await asked(page, '土地怎么取得？')
  })

  story('answers with the keyboard alone, and is told what a number needs', async ({ page }) => {
    await page.goto('/build')
    const newcomer = aHuman(page, 'pc')
    await begin(newcomer, page, '键盘项目')
    await newcomer.tabTo(page.getByRole('button', { name: /^民营企业，自有资金/ }))
    await newcomer.press('Enter')
    await asked(page, '新建，还是在原有的上面改？')
    await newcomer.tabTo(page.getByRole('button', { name: '新建', exact: true }))
    await newcomer.press('Space')
    await asked(page, '土地怎么取得？')
    await newcomer.tabTo(page.getByRole('button', { name: '不确定' }))
    await newcomer.press('Enter')
    await asked(page, '建多大，投多少？')
    await newcomer.tabTo(page.getByLabel('总建筑面积'))
    await newcomer.write('三万')
    await newcomer.press('Enter')
    const summary = page.getByRole('alert')
    await expect(summary).toBeFocused()
    await expect(page).toHaveTitle(/^错误：/)
    await expectAccessible(page)
    await newcomer.tabTo(summary.getByRole('link'))
    await newcomer.press('Enter')
    await expect(page.getByLabel('总建筑面积')).toBeFocused()
    await newcomer.write('30,000')
    await newcomer.press('Enter')
    await asked(page, '里面有这些场所吗？')
    await newcomer.tabTo(page.getByRole('checkbox', { name: /^宾馆/ }))
    await newcomer.press('Space')
    await newcomer.press('Enter')
    await asked(page, '其中最大的一类场所有多大？')
    await expectAccessible(page)
  })
})

story('a project left on the phone goes on at the desk, where it was', async ({ browser, baseURL }) => {
  const address = baseURL === undefined ? {} : { baseURL }
  const pocket = await browser.newContext({ ...phone, ...address })
  const small = await pocket.newPage()
  await small.goto('/build')
  const onPhone = aHuman(small, 'phone')
  await begin(onPhone, small, '换个设备接着填')
  await answerBasics(onPhone, small)
  await expectAccessible(small)
  await pocket.close()

  const office = await browser.newContext({ viewport: { width: 1366, height: 900 }, ...address })
  const desk = await office.newPage()
  await desk.goto('/')
  const atDesk = aHuman(desk, 'pc')
  await atDesk.tap(desk.getByRole('link', { name: '登录', exact: true }))
  await signInAs(desk, owner, atDesk)
  await atDesk.tap(desk.getByRole('link', { name: '我的项目' }).first())
  await atDesk.tap(desk.getByRole('link', { name: '换个设备接着填' }))
  await asked(desk, '建多大，投多少？')
  expect(atDesk.report().steps).toBeLessThanOrEqual(4)
  await expect(desk.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
  await desk.getByRole('link', { name: '返回' }).click()
  await expect(desk.getByRole('button', { name: /^出让/ })).toHaveAttribute('aria-pressed', 'true')
  await office.close()
})

story('the questions fit the narrowest screen, and are there in English', async ({ browser, baseURL }) => {
  const address = baseURL === undefined ? {} : { baseURL }
  const narrow = await browser.newContext({ viewport: { width: 320, height: 700 }, ...address })
  const page = await narrow.newPage()
  await page.goto('/en/build')
  const newcomer = aHuman(page, 'phone')
  await newcomer.tap(page.getByRole('link', { name: 'Draw my approval network' }))
  await signInAs(page, owner, newcomer)
  await newcomer.type(page.getByLabel('Name of the project'), 'Narrow plant')
  await press(newcomer, page, 'Industrial plant')
  await asked(page, 'Who invests?')
  await expectFitting(page)
  await newcomer.tap(page.getByRole('button', { name: /^Private company/ }))
  await asked(page, 'New, or on something that is there?')
  await expectFitting(page)
  await expectAccessible(page)
  await narrow.close()
})

async function expectFitting(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
}
