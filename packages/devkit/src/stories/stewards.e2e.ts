import type { Page } from '@playwright/test'
import { aHuman, expectAccessible } from './human.ts'
import { type StewardProjects, thirtyProjects } from './steward-projects.ts'
import { expect, signInStaff, story } from './story.ts'

const desk = { viewport: { width: 1440, height: 900 } } as const
const undoMs = 10_000

async function messagesTo(page: Page, words: string): Promise<number> {
  const answer = await page.request.get('/api/stewards/risks')
  const { risks } = (await answer.json()) as { risks: { id: string }[] }
  const counts = risks.map(async ({ id }) => {
    const read = await page.request.get(`/api/stewards/projects/${id}`)
    const { reminders } = (await read.json()) as { reminders: { text: string }[] }
    return reminders.filter(({ text }) => text.includes(words)).length
  })
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}

story.describe('a steward with thirty projects', () => {
  story.use(desk)
  story.describe.configure({ mode: 'serial' })
  let made: StewardProjects = { slipping: [], calm: [] }

  story.beforeAll(async ({ browser, origin }) => {
    made = await thirtyProjects(browser, origin, 'guanjia3')
  })

  story('reminds exactly those that slip this week, and can take it back', async ({ page }) => {
    await page.goto('/work/login')
    await signInStaff(page, 'guanjia3')
    await page.goto('/work')
    const human = aHuman(page, 'pc')
    await human.tap(page.getByRole('main').getByRole('link', { name: /项目管家/ }))
    await human.tap(page.getByRole('button', { name: '提醒所选（4）' }))
    await human.type(
      page.getByLabel('提醒内容：海岳二期厂房'),
      '海岳二期厂房请本周内完成第一步。项目管家韩雪',
    )
    await human.tap(page.getByRole('button', { name: '发送 4 条' }))
    await human.tap(page.getByRole('button', { name: '撤回' }))
    await expect(page.getByText('已撤回，没有发出任何提醒。')).toBeVisible()
    const { steps, seconds } = human.report()
    expect(steps).toBeLessThanOrEqual(7)
    expect(seconds).toBeLessThanOrEqual(60)
    await page.waitForTimeout(undoMs + 2_000)
    expect(await messagesTo(page, '项目管家韩雪')).toBe(0)
  })

  story('sends what was looked at, to exactly those, and keeps it on their timelines', async ({ page }) => {
    await page.goto('/work/login')
    await signInStaff(page, 'guanjia3')
    await page.goto('/work/stewards')
    await expect(page.getByText('名下 30 个项目')).toBeVisible()
    for (const name of made.slipping) await expect(page.getByLabel(`选择 ${name}`)).toBeChecked()
    for (const name of made.calm) await expect(page.getByLabel(`选择 ${name}`)).toHaveCount(0)
    await expectAccessible(page)
    await page.getByRole('button', { name: '提醒所选（4）' }).click()
    await expect(page.getByRole('textbox', { name: /提醒内容/ })).toHaveCount(4)
    await expectAccessible(page)
    await page.getByRole('button', { name: '发送 4 条' }).click()
    await expect(page.getByText('4 条提醒已发出')).toBeVisible({ timeout: 20_000 })
    await expect.poll(() => messagesTo(page, '项目管家韩雪'), { timeout: 20_000 }).toBe(4)
  })

  story('logs a visit and agrees on Friday by keyboard alone', async ({ page }) => {
    await page.goto('/work/login')
    await signInStaff(page, 'guanjia3')
    await page.goto('/work/stewards')
    await page.evaluate(() => {
      const pointed: string[] = []
      Object.assign(window, { pointed })
      for (const type of ['pointerdown', 'mousedown', 'touchstart'])
        window.addEventListener(type, () => pointed.push(type), true)
    })
    await expect(page.getByText('Ctrl+K 跳到项目')).toBeVisible()
    const human = aHuman(page, 'pc')
    await human.press('Control+k')
    await expect(page.getByRole('combobox', { name: '项目名称或编号' })).toBeFocused()
    await human.write('海岳二期')
    await expect(page.getByRole('option')).toHaveCount(1)
    await human.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '海岳二期厂房' })).toBeVisible()
    await human.press('e')
    await expect(page.getByLabel('说了什么')).toBeFocused()
    await human.write('到现场看了基坑，图纸周五前补齐')
    await human.tabTo(page.getByRole('radio', { name: '不约' }))
    const friday = page.getByRole('radio', { name: /周五/ })
    while (!(await friday.isChecked())) await human.press('ArrowDown')
    await human.press('Control+Enter')
    await expect(page.getByText('已记录。')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: '到现场看了基坑' })).toContainText('走访')
    await expect(page.getByText(/周五/).first()).toBeVisible()
    await expect(page.getByText('当天 8:30 提醒管家')).toBeVisible()
    expect(await page.evaluate(() => (window as unknown as { pointed: string[] }).pointed)).toEqual([])
    expect(human.report().steps).toBeLessThanOrEqual(10)
    expect(human.report().seconds).toBeLessThanOrEqual(60)
    await expectAccessible(page)
  })
})
