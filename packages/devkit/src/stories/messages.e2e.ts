import type { Page } from '@playwright/test'
import { expectAccessible } from './human.ts'
import { expect, phone, signInAs, story } from './story.ts'

const base = '/api/registration/applications'

async function post(page: Page, url: string, data: object = {}): Promise<void> {
  const answer = await page.request.post(url, { data, headers: { 'idempotency-key': crypto.randomUUID() } })
  expect(answer.ok(), await answer.text()).toBe(true)
}

/** Opens an application past the pages and takes it back: the house has something to say. */
async function openAndWithdraw(page: Page): Promise<void> {
  const opened = await page.request.post(base, {
    data: { kind: 'LLC' },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const { id } = (await opened.json()) as { id: string }
  await post(page, `${base}/${id}/withdrawal`)
}

story.describe('my messages on a phone', () => {
  story.use(phone)

  story('arrive while the page is open, are counted, and are read', async ({ page }) => {
    await page.goto('/my/messages')
    await page.locator('main').getByRole('link', { name: '登录' }).click()
    await signInAs(page, '陈𬭎')
    await expect(page.getByRole('heading', { level: 1, name: '我的消息' })).toBeVisible()
    await expect(page.getByText('还没有消息')).toBeVisible()

    await openAndWithdraw(page)
    const message = page.getByRole('article').filter({ hasText: '申请已撤回' })
    await expect(message).toBeVisible()
    await expect(message.getByText('未读')).toBeVisible()
    await expect(page.getByRole('link', { name: '消息 1 条未读' })).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: '.tmp/stories/messages.png', fullPage: true })

    await page.getByRole('button', { name: '全部标为已读' }).click()
    await expect(page.getByText('全部已读。')).toBeVisible()
    await expect(page.getByRole('link', { name: /条未读/ })).toHaveCount(0)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
  })

  story('come as the reader chose', async ({ page }) => {
    await page.goto('/my/messages')
    await page.locator('main').getByRole('link', { name: '登录' }).click()
    await signInAs(page, '陈𬭎')
    await page.getByText('怎样通知我').click()
    await page.getByLabel('电子邮箱（选填）').fill('lin@')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('邮箱地址不完整')).toBeVisible()
    await page.getByLabel('电子邮箱（选填）').fill('lin@example.cn')
    await page.getByLabel('所有消息').check()
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('已保存。')).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: '.tmp/stories/preference.png', fullPage: true })

    await page.goto('/en/my/messages')
    await expect(page.getByRole('heading', { level: 1, name: 'My messages' })).toBeVisible()
    await page.getByText('How to tell me').click()
    await expect(page.getByLabel('E-mail address (optional)')).toHaveValue('lin@example.cn')
  })
})
