import { readFileSync } from 'node:fs'
import { unpackLedger } from '@guanjia/core/ledger'
import { expectAccessible } from './human.ts'
import { expect, phone, story } from './story.ts'

story.describe('the public ledger', () => {
  story.use(phone)

  story('is checked in the browser, and found again at the next visit', async ({ page }) => {
    await page.goto('/ledger')
    await page.getByRole('button', { name: '在浏览器里核验' }).click()
    await expect(page.getByText('核验通过')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('只证明前后一致')).toBeVisible()
    await expectAccessible(page)
    await page.reload()
    await page.getByRole('button', { name: '在浏览器里核验' }).click()
    await expect(page.getByText('您上次在这台设备上核验过的检查点')).toBeVisible({ timeout: 30_000 })
  })

  story('is not believed under another key, nor after a leaf was changed on the way', async ({ page }) => {
    await page.goto('/ledger')
    // what is typed before the page listens is not heard by it
    await page.waitForLoadState('networkidle')
    await page.getByLabel('您信任的公钥').fill(Buffer.alloc(32, 7).toString('base64'))
    await page.getByRole('button', { name: '在浏览器里核验' }).click()
    await expect(page.getByText('不是用这把公钥对应的私钥签的')).toBeVisible()
    await page.getByLabel('您信任的公钥').fill('')
    await page.route('**/api/ledger/export', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace('\\"act\\":', '\\"acT\\":'),
      })
    })
    await page.getByRole('button', { name: '在浏览器里核验' }).click()
    await expect(page.getByText('第一处不对的条目：0')).toBeVisible()
  })

  story('is taken home as a file', async ({ page }) => {
    await page.goto('/ledger')
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载整个账本' }).click()
    const file = await (await downloading).path()
    expect(unpackLedger(readFileSync(file, 'utf8'))).toMatchObject({ ok: true })
  })
})
