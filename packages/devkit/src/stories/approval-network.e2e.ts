import type { Page } from '@playwright/test'
import { aHuman, expectAccessible } from './human.ts'
import { plannedProject, replan } from './prepared-project.ts'
import { expect, phone, signInAs, story } from './story.ts'

interface Plan {
  readonly saved: { readonly workingDays: number; readonly naturalDays: number }
  readonly dates: { readonly permit: string }
  readonly criticalPath: readonly string[]
  readonly steps: readonly {
    readonly id: string
    readonly name: string
    readonly dates: { readonly early: string }
  }[]
}

async function planOf(page: Page, id: string, sign = ''): Promise<Plan> {
  const answer = await page.request.get(`/api/projects/${id}/plan?sign=${sign}`)
  return ((await answer.json()) as { plan: Plan }).plan
}

/** Signs in as the owner of a project that has its plan, and opens it. */
async function openProject(page: Page): Promise<string> {
  await page.goto('/my')
  await page.locator('main').getByRole('link', { name: '登录' }).click()
  await signInAs(page, '林海宁')
  await page.waitForURL('**/my')
  const id = await plannedProject(page)
  await page.goto(`/my/projects/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('审批流程图')
  return id
}

const commitment = (page: Page, name: RegExp) => page.getByRole('checkbox', { name })
const award = /中标通知书和施工合同后补/
const drawings = /施工图审查合格书后补/
const wages = /工资保证金与工伤保险后补/

story.describe('the approval network on a phone', () => {
  story.use(phone)

  story('says what is to be done now, by whom and by when, before anything else', async ({ page }) => {
    const id = await openProject(page)
    const owner = aHuman(page, 'phone')
    const now = page.getByRole('region', { name: '现在要办' })
    const plan = await planOf(page, id)
    const step = plan.steps.find(({ name }) => name === '节能报告编制')
    expect(plan.criticalPath[0]).toBe(step?.id)
    await expect(now).toContainText('节能报告编制')
    await expect(now).toContainText('您委托办')
    await expect(now).toContainText(`${step?.dates.early.slice(5)} 前`)
    await expect(now).toContainText('晚一天，开工就晚一天。')
    await expect(page.getByRole('group', { name: /^审批流程图/ })).toHaveCount(0)
    await owner.tap(page.getByRole('button', { name: '看图' }))
    await expect(page.getByRole('group', { name: /^审批流程图/ })).toBeVisible()
    await owner.tap(page.getByRole('button', { name: '退出看图' }))
    const { steps, seconds } = owner.report()
    expect(steps).toBeLessThanOrEqual(2)
    expect(seconds).toBeLessThanOrEqual(15)
    await expectAccessible(page)
  })

  story('reads at 320 pixels without being pushed sideways', async ({ page }) => {
    await openProject(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await expect(page.getByRole('region', { name: '现在要办' })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})

story.describe('the approval network on a wide screen', () => {
  story.use({ viewport: { width: 1440, height: 900 } })

  story('tells honestly how many days commitments save', async ({ page }) => {
    const id = await openProject(page)
    const manager = aHuman(page, 'pc')
    const both = await planOf(page, id, 'C1,C3')
    const whatIf = page.getByRole('region', { name: '如果签承诺书，会怎样？' })

    await manager.tap(commitment(page, award))
    await expect(whatIf).toContainText('单独签不提前；需与「工资保证金与工伤保险后补」同签')
    await expect(whatIf).toContainText('不在关键线路上，签了也不提前')
    await manager.tap(commitment(page, wages))
    await expect(page).toHaveURL(/\?sign=C1,C3$/)
    const block = page.locator('main').getByText('承诺后提前').locator('..')
    await expect(block).toContainText(`${both.saved.workingDays} 个工作日`)
    await expect(block).toContainText(`即 ${both.saved.naturalDays} 个自然日`)
    expect(both.saved.workingDays).toBeGreaterThanOrEqual(5)
    await expect(page.getByRole('status').filter({ hasText: '选择后预计' })).toHaveText(
      `选择后预计 ${both.dates.permit.slice(5)} 开工，提前 ${both.saved.workingDays} 个工作日`,
    )
    const { steps, seconds } = manager.report()
    expect(steps).toBeLessThanOrEqual(3)
    expect(seconds).toBeLessThanOrEqual(20)

    await page.reload()
    await expect(commitment(page, award)).toBeChecked()
    await expect(commitment(page, drawings)).not.toBeChecked()
    await expect(block).toContainText(`${both.saved.workingDays} 个工作日`)
    await expectAccessible(page)
    await page.screenshot({ path: '.tmp/stories/approval-network.png' })
  })

  story('chooses the best combination, and leads to where it is signed', async ({ page }) => {
    const id = await openProject(page)
    await page.getByRole('button', { name: '帮我选最省时的组合' }).click()
    await expect(commitment(page, award)).toBeChecked()
    await expect(commitment(page, wages)).toBeChecked()
    await expect(commitment(page, drawings)).not.toBeChecked()
    await expect(page.getByRole('link', { name: '去签署所选（2）' })).toHaveAttribute(
      'href',
      `/my/projects/${id}/commitments?sign=C1,C3`,
    )
  })

  story('is walked through with the keyboard alone', async ({ page }) => {
    const id = await openProject(page)
    const { criticalPath, steps } = await planOf(page, id)
    const named = (step: string | undefined) => steps.find(({ id }) => id === step)?.name ?? ''
    const newcomer = aHuman(page, 'pc')
    const first = page.getByRole('button', { name: new RegExp(`^${named(criticalPath[0])}，`) })
    await newcomer.tabTo(first)
    await newcomer.press('ArrowRight')
    await expect(page.getByRole('button', { name: new RegExp(`^${named(criticalPath[1])}，`) })).toBeFocused()
    await newcomer.press('c')
    await newcomer.press('Enter')
    const drawer = page.getByRole('region', { name: named(criticalPath[2]) })
    await expect(drawer).toContainText('晚一天，开工就晚一天。')
    await expect(drawer).toContainText('为什么有这一步')
    await expect(drawer.getByRole('button', { name: '关闭' })).toBeFocused()
    await expectAccessible(page)
    await newcomer.press('Escape')
    await expect(page.getByRole('button', { name: new RegExp(`^${named(criticalPath[2])}，`) })).toBeFocused()
    await newcomer.press('l')
    await expect(page).toHaveURL(/\?list=1$/)
    const table = page.getByRole('table', { name: /全部步骤/ })
    await expect(table.getByRole('row')).toHaveCount(steps.length + 1)
    await expectAccessible(page)
  })

  story('tries out own days, and keeps them as a new version', async ({ page }) => {
    await openProject(page)
    await page.getByRole('searchbox', { name: '查找步骤' }).fill('施工图设计')
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('region', { name: '施工图设计' })
    await drawer.getByLabel('您自己定的天数').fill('5')
    await expect(page.getByText('改了 1 步的天数，尚未保存。')).toBeVisible()
    await expect(page).toHaveURL(/days=A703\.5/)
    await page.getByRole('button', { name: '按改动生成新版' }).click()
    await expect(page.getByText('流程图已更新到第 2 版')).toBeVisible()
    await expect(page).not.toHaveURL(/days=/)
    await drawer.getByRole('button', { name: '恢复默认' }).click()
    await expect(drawer.getByLabel('您自己定的天数')).toHaveValue('10')
  })

  story('hears of a new version while it is open', async ({ page }) => {
    const id = await openProject(page)
    await replan(page, id, { A703: 4 })
    await expect(page.getByText('流程图已更新到第 2 版')).toBeVisible()
  })

  story('takes own days from the end of a bar that is dragged', async ({ page }) => {
    await openProject(page)
    await page.getByText('天', { exact: true }).click()
    const grip = page.locator('[data-grip="A703"]')
    await grip.scrollIntoViewIfNeeded()
    const { x = 0, y = 0, width = 0, height = 0 } = (await grip.boundingBox()) ?? {}
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width / 2 + 80, y + height / 2, { steps: 4 })
    await expect(page.locator('.dragged')).toHaveText('12天')
    await page.mouse.up()
    await expect(page.getByText('改了 1 步的天数，尚未保存。')).toBeVisible()
    await expect(page).toHaveURL(/days=A703\.12/)
  })

  story('goes with its owner: on one A3 page, and into a calendar that keeps up', async ({ page }) => {
    const id = await openProject(page)
    const manager = aHuman(page, 'pc')
    const sheet = page.getByRole('link', { name: '打印 A3' })
    const pdf = await page.request.get((await sheet.getAttribute('href')) ?? '')
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    expect((await pdf.body()).toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)

    // the first list is slow: what was made meanwhile is there all the same
    let letGo = () => undefined as void
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route('**/shares', (route) => held.then(() => route.continue()), { times: 1 })
    await manager.tap(page.getByRole('button', { name: '分享' }))
    await manager.tap(page.getByRole('button', { name: '生成订阅地址' }))
    const address = await page.getByRole('textbox', { name: '日历订阅' }).inputValue()
    letGo()
    const read = async () => (await page.request.get(address)).text()
    const idsIn = (feed: string) => [...feed.matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid)
    const before = await read()
    expect(before).toContain('BEGIN:VALARM')
    await replan(page, id, { A703: 4 })
    const after = await read()
    expect(after).not.toBe(before)
    expect(idsIn(after)).toEqual(idsIn(before))
    const { steps, seconds } = manager.report()
    expect(steps).toBeLessThanOrEqual(4)
    expect(seconds).toBeLessThanOrEqual(30)
    await expectAccessible(page)
  })

  story('is read by whoever has the link, until it is stopped', async ({ page, browser, baseURL }) => {
    await openProject(page)
    await page.getByRole('button', { name: '分享' }).click()
    await page.getByRole('button', { name: '生成只读链接' }).click()
    const address = await page.getByRole('textbox', { name: '只读链接' }).inputValue()
    const visitor = await browser.newContext({
      baseURL: baseURL ?? '',
      viewport: { width: 1440, height: 900 },
    })
    const shared = await visitor.newPage()
    await shared.goto(address)
    await expect(shared.getByRole('heading', { level: 1 })).toContainText('中医药传承创新基地一期')
    await expect(shared.getByText('这是只读的分享')).toBeVisible()
    await shared.getByRole('checkbox', { name: wages }).check()
    await expect(shared.getByRole('link', { name: /去签署/ })).toHaveCount(0)
    await expectAccessible(shared)
    await page.getByRole('button', { name: '图片和二维码' }).click()
    const card = page.getByRole('img', { name: /带只读链接的二维码/ })
    await expect(card).toBeVisible()
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: '存为图片' }).click()
    expect((await saving).suggestedFilename()).toMatch(/\.png$/)
    await expectAccessible(page)
    await page.getByRole('button', { name: '停用' }).click()
    await expect(page.getByText('还没有分享。')).toBeVisible()
    await shared.goto(address)
    await expect(shared.getByText('这个分享打不开了')).toBeVisible()
    await visitor.close()
  })

  story('speaks English under its own address', async ({ page }) => {
    const id = await openProject(page)
    await page.goto(`/en/my/projects/${id}?sign=C1,C3`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Approval network')
    await expect(page.getByRole('region', { name: 'What if you sign?' })).toContainText(
      /Without it construction starts \d+ working days later/,
    )
    await expectAccessible(page)
  })
})
