import type { Page } from '@playwright/test'
import { aHuman, expectAccessible } from './human.ts'
import { plannedProject } from './prepared-project.ts'
import { expect, phone, signInAs, story } from './story.ts'

interface DaysSaved {
  readonly baseline: { readonly version: number; readonly permit: string }
  readonly now: { readonly permit: string; readonly isFinal: boolean }
  readonly lines: Readonly<Record<string, { readonly workingDays: number }>>
  readonly total: { readonly workingDays: number }
}

async function savedOf(page: Page, id: string): Promise<DaysSaved> {
  return (await (await page.request.get(`/api/projects/${id}/days-saved`)).json()) as DaysSaved
}

async function enter(page: Page, name: string): Promise<void> {
  await page.goto('/my')
  await page.locator('main').getByRole('link', { name: '登录' }).click()
  await signInAs(page, name)
  await page.waitForURL('**/my')
}

story.describe('signing on a phone', () => {
  story.use(phone)

  story('shows what follows before it is signed, and leaves duties with their days', async ({ page }) => {
    await enter(page, '林海宁')
    const id = await plannedProject(page)
    await page.goto(`/my/projects/${id}`)
    const before = await savedOf(page, id)
    const owner = aHuman(page, 'phone')
    await owner.tap(page.getByRole('checkbox', { name: /中标通知书和施工合同后补/ }))
    await owner.tap(page.getByRole('checkbox', { name: /工资保证金与工伤保险后补/ }))
    await owner.tap(page.getByRole('link', { name: '去签署所选（2）' }))
    await expect(page.getByRole('heading', { level: 1, name: '签署承诺书' })).toBeVisible()
    const letter = page.getByRole('article', { name: '承诺书' })
    await expect(letter).toContainText('依法撤销已作出的决定，并记入信用记录')
    await expect(letter).toContainText('自取得许可之日起15个工作日')
    await expectAccessible(page)

    await owner.tap(page.getByRole('button', { name: '签署承诺书（2 项）' }))
    await expect(page.getByRole('alert')).toContainText('请逐条确认条件')
    await owner.tap(page.getByRole('checkbox', { name: /我确认：中标候选人公示已结束/ }))
    await owner.tap(page.getByRole('checkbox', { name: /我已阅读承诺书全文/ }))
    await owner.tap(page.getByRole('button', { name: '签署承诺书（2 项）' }))
    await expect(page.getByText('承诺书已签署，流程图更新到第 2 版')).toBeVisible()
    const { steps, seconds } = owner.report()
    expect(steps).toBeLessThanOrEqual(9)
    expect(seconds).toBeLessThanOrEqual(120)

    const paper = page.getByRole('link', { name: '下载承诺书（PDF）' }).first()
    const pdf = await page.request.get((await paper.getAttribute('href')) ?? '')
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    const after = await savedOf(page, id)
    expect(after.baseline).toEqual(before.baseline)
    expect(after.lines['commitments']?.workingDays).toBeGreaterThanOrEqual(5)
    await page.getByRole('link', { name: '看后补义务' }).click()
    await expect(page.getByRole('heading', { name: '许可作出后开始' })).toBeVisible()
    await expect(page.getByText(/前补齐/).first()).toBeVisible()
    await expectAccessible(page)
  })
})

story(
  'the base of the page has its permit before the award letter, and its days are counted',
  async ({ page }) => {
    await enter(page, '姜明远')
    await page.goto('/my/projects')
    await page
      .getByRole('link', { name: /中医药传承创新基地/ })
      .first()
      .click()
    await page.waitForURL(/my\/projects\/[\w-]+/)
    const id = new URL(page.url()).pathname.split('/')[3] ?? ''
    await page.goto(`/my/projects/${id}/duties`)
    await expect(page.getByText('中标通知书和施工合同后补，先办施工许可')).toBeVisible()
    await expect(page.getByText('待补').first()).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: '提前天数与版本' }).click()
    await expect(page.getByText('实际取得许可')).toBeVisible()
    const { total, lines, now, baseline } = await savedOf(page, id)
    expect(now.isFinal).toBe(true)
    expect(now.permit < baseline.permit).toBe(true)
    expect(Object.values(lines).reduce((sum, line) => sum + line.workingDays, 0)).toBe(total.workingDays)
    await expect(page.getByRole('row', { name: /合计/ })).toContainText(`+${total.workingDays}`)
    await expectAccessible(page)
  },
)
