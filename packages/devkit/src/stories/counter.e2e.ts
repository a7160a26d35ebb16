import type { Page } from '@playwright/test'
import { send, staffWindow } from './desk-people.ts'
import { aHuman, expectAccessible } from './human.ts'
import { expect, signInStaff, story } from './story.ts'

/** The number that this clerk still has in hand, if any, is served. */
async function closeNumber(page: Page): Promise<void> {
  const { inHand } = (await (await page.request.get('/api/counter/queue')).json()) as {
    inHand: { id: string } | null
  }
  if (inHand !== null) await send(page, `/api/counter/tickets/${inHand.id}/closing`, { how: 'served' })
}

story.describe('the counter', () => {
  story.use({ viewport: { width: 1366, height: 768 } })

  story(
    'receives a walk-in with one paper missing and gives one notice of it',
    async ({ page, browser, baseURL }) => {
      await page.goto('/work/login')
      await signInStaff(page, 'bangban')
      await send(page, '/api/counter/tickets', { matter: '竣工验收备案' })
      await page.goto('/work/counter')
      await expect(page.getByRole('heading', { name: '综合窗口' })).toBeVisible()
      await expect(page.getByRole('button', { name: '叫下一位（F2）' })).toBeEnabled()
      const clerk = aHuman(page, 'pc')
      await clerk.press('F2')
      await expect(page.getByRole('status').filter({ hasText: 'A0' })).toBeVisible()
      await clerk.type(page.getByRole('combobox', { name: '事项', exact: true }), '竣工质量监督')
      await expect(page.locator('.ant-select-item-option-active')).toContainText('竣工质量监督')
      await clerk.press('Enter')
      await clerk.type(page.getByLabel('申请人姓名'), '王小青')
      await clerk.type(page.getByLabel('公民身份号码'), '370214198801010017')
      await clerk.type(page.getByLabel(/手机号码/), '13900000099')
      await clerk.tap(page.getByRole('button', { name: '全部收到' }))
      await clerk.tap(page.getByRole('checkbox', { name: '工程质量保修书' }))

      // what was written survives a refresh
      await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible()
      await page.waitForTimeout(1_200)
      await page.reload()
      await expect(page.getByLabel('申请人姓名')).toHaveValue('王小青')
      await expect(page.getByRole('checkbox', { name: '工程质量保修书' })).not.toBeChecked()

      await clerk.press('F9')
      const gap = page.getByLabel('“工程质量保修书”要补正什么')
      await expect(gap).toHaveValue(/请补交/)
      await expect(page.getByText(/提交后将通知：申请人 王小青（站内消息、短信）/)).toBeVisible()
      await expectAccessible(page)
      await clerk.tap(page.getByRole('button', { name: '发出告知（1 项）' }))
      await expect(page.getByText('待补正（申请人办）')).toBeVisible()
      const { steps, seconds } = clerk.report()
      expect(steps).toBeLessThanOrEqual(11)
      expect(seconds).toBeLessThanOrEqual(120)

      const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      const timeline = (await (await page.request.get(`/api/cases/${id}/timeline`)).json()) as {
        events: { type: string; version: number; paper: string | null; body: { gaps?: object[] } }[]
      }
      const notice = timeline.events.find(({ type }) => type === 'correction-requested')
      expect(notice).toMatchObject({ paper: 'correction', body: { gaps: [{ requirement: 'warranty' }] } })
      const paper = await page.request.get(`/api/cases/${id}/papers/${notice?.version}`)
      expect(paper.headers()['content-type']).toBe('application/pdf')
      await expect(page.getByText('一次性告知书已出具，申请人会收到短信。')).toBeVisible({ timeout: 15_000 })
      await expectAccessible(page)

      // sent at once, or kept until the quiet hours of the zone are over
      const operator = await staffWindow(browser, baseURL, 'yunwei')
      await expect(async () => {
        const queued = (await (await operator.request.get('/api/operator/notices')).json()) as {
          waiting: number
          deferred: number
        }
        if (queued.waiting + queued.deferred > 0) return
        await operator.goto('/work/outbox')
        await expect(operator.getByText(/需要补正，请在/).first()).toBeVisible({ timeout: 5_000 })
      }).toPass({ timeout: 30_000 })
    },
  )

  story(
    'takes the number that a colleague hands over without a reload, and keeps what was being typed',
    async ({ page, browser, baseURL }) => {
      await page.goto('/work/login')
      await signInStaff(page, 'bangban')
      await closeNumber(page)
      await send(page, '/api/counter/tickets', { matter: '施工许可' })
      const called = await send(page, '/api/counter/queue/next', { counter: '1' })
      const { id, number } = called
      const body = { body: { name: '王小青' } }
      await page.request.put(`/api/counter/drafts/${id}`, { data: body })
      const colleague = await staffWindow(browser, baseURL, 'bangban2')
      await colleague.goto('/work/counter')
      const matter = colleague.getByLabel('要办的事')
      await matter.fill('档案查询')
      const name = colleague.getByLabel('申请人姓名')
      await name.fill('周文澜')
      await expect(colleague.getByText(/已保存 \d\d:\d\d/)).toBeVisible()

      const { colleagues } = (await (await page.request.get('/api/counter/drafts')).json()) as {
        colleagues: { id: string }[]
      }
      const to = colleagues[0]?.id
      await send(page, `/api/counter/drafts/${id}/hand-over`, { to, counter: '2' })
      await expect(colleague.getByRole('status').filter({ hasText: number })).toBeVisible()
      await expect(name).toHaveValue('王小青')
      await expect(matter).toHaveValue('档案查询')
      await expect(colleague.getByText(/没有号的那位填到一半的内容已保存/)).toBeVisible()
      await expectAccessible(colleague)
      await colleague.getByRole('button', { name: '办结这个号' }).click()
      await expect(name).toHaveValue('周文澜')
    },
  )
})
