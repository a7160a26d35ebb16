import { randomUUID } from 'node:crypto'
import { expectAccessible } from './human.ts'
import { expect, signInStaff, story } from './story.ts'

story.describe('the work of supervision', () => {
  story.use({ viewport: { width: 1440, height: 900 } })

  story(
    'asks both sides of an overdue task, and is answered by a unit on its own page',
    async ({ page, browser, baseURL }) => {
      await signInStaff(page, 'jiandu2')
      // everything owed stands on one board, which changes while it is open
      await page.goto('/work/supervision/obligations')
      const guide = page.getByRole('listitem').filter({ hasText: '办事指南与实际办理不一致' })
      await expect(guide).toContainText('未报进展')
      await expectAccessible(page)
      const task = (await guide.getByRole('link').getAttribute('href'))?.split('/').at(-1) ?? ''
      const park = await (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage()
      await signInStaff(park, 'yuanqu1')
      const reported = await park.request.post(`/api/supervision/tasks/${task}/reports`, {
        headers: { 'idempotency-key': randomUUID() },
        data: { words: '园区企业反映的不一致已逐条列出。' },
      })
      expect(reported.status()).toBe(200)
      await expect(guide).not.toContainText('未报进展')
      await page.goto('/work/supervision/tasks')
      await expect(page.getByText('属地责任').first()).toBeVisible()
      await page.getByText('部门责任清单').click()
      await expect(page.getByRole('heading', { name: /住房城乡建设部门/ })).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('link', { name: /场地移交并具备开工条件/ }).click()
      const drafts = page.getByRole('article')
      await expect(drafts).toHaveCount(2)
      await expect(drafts.nth(0)).toContainText('生物医药及医疗器械产业园管理机构')
      await expect(drafts.nth(1)).toContainText('住房城乡建设部门')
      await drafts.nth(0).getByLabel('理由').fill('请说明两次未按期移交的原因')
      await drafts.nth(0).getByRole('button', { name: '请其书面说明' }).click()
      await expect(drafts.nth(0)).toContainText('已请其书面说明')
      // the other side waits for a decision of its own
      await expect(drafts.nth(1)).toContainText('等监督负责人决定')
      await expectAccessible(page)

      // what is to leave for a partner is read field by field and let go by somebody else than who prepared it
      await page.goto('/work')
      await page
        .getByRole('main')
        .getByRole('link', { name: /^信息共享/ })
        .click()
      await expect(page.getByRole('heading', { level: 1, name: '信息共享' })).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('listitem').filter({ hasText: '待放行' }).getByRole('link').click()
      await expect(page.getByText('不外发的字段：企业、属地责任人、部门责任人')).toBeVisible()
      await page.getByRole('button', { name: '放行' }).click()
      await expect(page.getByRole('link', { name: '下载数据包' })).toBeVisible()
      await expectAccessible(page)

      await signInStaff(page, 'jianshezhang')
      await page.goto('/work/supervision/unit')
      const recommendation = page.getByRole('article').filter({ hasText: '监察建议书' })
      await recommendation.getByLabel('整改情况').fill('已逐项说明原因，建立超期书面告知制度。')
      await recommendation.getByRole('button', { name: '提交书面回复' }).click()
      await expect(recommendation).toContainText('待核验')
      await expect(recommendation).toContainText('单位回复（采纳）')
      await expectAccessible(page)
    },
  )
})
