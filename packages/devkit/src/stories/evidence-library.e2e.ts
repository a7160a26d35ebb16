import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { aHuman, expectAccessible, type Human } from './human.ts'
import { expect, signInAs, story } from './story.ts'

const photo = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.alloc(2_000, 7),
  Buffer.from([0xff, 0xd9]),
])

story.use({ viewport: { width: 320, height: 720 } })

story(
  'the library takes a paper and a newer version by keyboard alone, on the narrowest screen, and marks what has expired',
  async ({ page }) => {
    // the browser hands its file dialogs over from here on, not in a race with the key that opens the first
    page.on('filechooser', () => {})
    await page.goto('/')
    const owner = aHuman(page, 'pc')
    await page.getByRole('link', { name: '登录', exact: true }).click()
    await signInAs(page, '宋知夏')
    await page.getByRole('link', { name: '我的办件', exact: true }).click()
    await expect(page.getByText('还没有办件')).toBeVisible()
    await owner.tabTo(page.getByRole('link', { name: '材料库' }))
    await owner.press('Enter')
    await expect(page.getByText('这里还没有材料')).toBeVisible()
    await owner.tabTo(page.locator('summary', { hasText: '放一份材料' }))
    await owner.press('Enter')
    await owner.tabTo(page.getByLabel('材料种类'))
    await page.getByLabel('材料种类').selectOption({ label: '施工合同' })
    await expect(page.getByLabel('名称', { exact: true })).toHaveValue('施工合同')
    for (const [box, digits] of [
      ['年', '2020'],
      ['月', '5'],
      ['日', '31'],
    ] as const) {
      await owner.tabTo(page.getByLabel(box, { exact: true }))
      await owner.write(digits)
    }
    await chooseFile(page, owner, /选择文件/)
    await expect(page.getByText('已存入材料库')).toBeVisible()
    const entry = page.getByRole('listitem').filter({ hasText: '施工合同' }).first()
    await expect(entry.getByText('已过期（2020年5月31日）')).toBeVisible()
    await expectAccessible(page)
    await expectNoSidewaysScrolling(page)

    await owner.tabTo(entry.getByRole('button', { name: /换新版本/ }))
    await owner.press('Enter')
    await chooseFile(page, owner, /选择文件施工合同/)
    await expect(entry.getByText('第 2 版').first()).toBeVisible()
    await expect(entry.getByText('长期有效')).toBeVisible()
    await expect(entry.locator('summary', { hasText: '版本（2）' })).toBeVisible()
    await expectNoSidewaysScrolling(page)
  },
)

async function chooseFile(page: Page, owner: Human, name: RegExp): Promise<void> {
  await owner.tabTo(page.getByLabel(name).last())
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), owner.press('Space')])
  await chooser.setFiles({ name: '合同.jpg', mimeType: 'image/jpeg', buffer: photo })
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(320)
}
