import { aHuman, expectAccessible } from './human.ts'
import { expect, phone, story } from './story.ts'

story.describe('the guides to services', () => {
  story.use(phone)

  story(
    'lead from the front page to the documents of one service, by the initials of its sounds',
    async ({ page }) => {
      await page.goto('/')
      const owner = aHuman(page, 'phone')
      await owner.tap(page.getByRole('link', { name: /查办事指南/ }))
      await owner.type(page.getByLabel('事项名称'), 'sgxkz')
      await owner.tap(page.getByRole('button', { name: '查找' }))
      await expect(page.getByRole('status')).toContainText('2 项，共 77 项')
      await owner.tap(page.getByRole('link', { name: '建筑工程施工许可证核发' }))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('建筑工程施工许可证核发')
      await expect(page.getByText('需要您提供')).toBeVisible()
      await expect(page.getByText('来自不动产登记系统')).toBeVisible()
      await expect(page.getByText('待确认').first()).toBeVisible()
      await expectAccessible(page)
      expect(owner.report().steps).toBeLessThanOrEqual(6)
    },
  )

  story('hear what was chosen before the page listened', async ({ page }) => {
    await page.route('**/*.js', async (route) => {
      await expect(page.getByLabel('阶段')).toHaveValue('4')
      await route.continue()
    })
    await page.goto('/services', { waitUntil: 'commit' })
    await page.getByLabel('阶段').selectOption({ label: '竣工验收' })
    await expect(page).toHaveURL(/\/services\?stage=4$/)
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(/竣工验收/)
  })

  story('keep the filters in the address, and lead along the prerequisites', async ({ page }) => {
    await page.goto('/services')
    await page.getByLabel('阶段').selectOption({ label: '竣工验收' })
    await expect(page).toHaveURL(/\/services\?stage=4$/)
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(/竣工验收/)
    await page.reload()
    await expect(page.getByLabel('阶段')).toHaveValue('4')
    await page.getByRole('link', { name: '特殊建设工程消防验收' }).click()
    await page.getByRole('link', { name: '特殊建设工程消防设计审查' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('特殊建设工程消防设计审查')
    await expect(page.getByText('未经审查合格，不得施工。')).toBeVisible()
  })
})
