import { aHuman, expectAccessible } from './human.ts'
import { expect, phone, signInAs, story } from './story.ts'

/** A picture of one pixel. */
const photo = {
  name: '现场.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
}

story.describe('an observer', () => {
  story.use(phone)

  story(
    'notes a finding without network, and sees it filed when the network is back',
    async ({ page, context }) => {
      await page.goto('/api/session/login?to=%2Fmy%2Fobserve')
      await signInAs(page, '方致远')
      await expect(page.getByLabel('看到了什么')).toBeVisible()
      await expectAccessible(page)
      await expect
        .poll(() => page.evaluate(async () => (await (await caches.open('guanjia-observe')).keys()).length))
        .toBeGreaterThan(3)

      // somebody has said nearly the same
      const observer = aHuman(page, 'phone')
      await page.getByLabel('看到了什么').fill('综合窗口中午没有人值班，等了很久')
      await expect(page.getByText('可能已经有人反映')).toBeVisible()

      await context.setOffline(true)
      await page.reload()
      await expect(page.getByText('现在没有网络')).toBeVisible()
      await observer.tap(page.getByRole('radio', { name: /^水电气网路/ }))
      await observer.type(page.getByLabel('看到了什么'), '路口的井盖松动，夜里响')
      await page.locator('input[type=file]').setInputFiles(photo)
      await expect(page.getByAltText('照片 1')).toBeVisible()
      await observer.tap(page.getByRole('button', { name: '提交' }))
      await expect(page.getByText('待上传 1')).toBeVisible()
      await context.setOffline(false)
      await expect(page.getByText('已上传')).toBeVisible({ timeout: 20_000 })
      const { steps, seconds } = observer.report()
      expect(steps).toBeLessThanOrEqual(9)
      expect(seconds).toBeLessThanOrEqual(90)

      await page.getByRole('radio', { name: '我的反馈' }).check({ force: true })
      await expect(page.getByRole('link', { name: '路口的井盖松动，夜里响' })).toBeVisible()
      await expect(page.getByText('部门办理中').first()).toBeVisible()
      await expectAccessible(page)
    },
  )

  story('is asked before what has not been sent is deleted with the session', async ({ page }) => {
    await page.goto('/api/session/login?to=%2Fmy%2Fobserve')
    await signInAs(page, '方致远')
    await expect(page.getByLabel('看到了什么')).toBeVisible()
    await page.route('**/api/my/observer/findings', (route) => route.abort())
    await page.getByRole('radio', { name: /^水电气网路/ }).check({ force: true })
    await page.getByLabel('看到了什么').fill('路灯不亮，夜里看不清路')
    await page.getByRole('button', { name: '提交' }).click()
    await expect(page.getByText('待上传 1')).toBeVisible()
    await page.getByRole('button', { name: '退出' }).click()
    await expect(page.getByText('这台设备上还有 1 条没有上传')).toBeVisible()
    await page.getByRole('button', { name: '删除并退出' }).click()
    await expect(page.getByRole('link', { name: '登录', exact: true })).toBeVisible()
    // the identity service still knows who it is
    await page.goto('/api/session/login?to=%2Fmy%2Fobserve')
    await expect(page.getByLabel('看到了什么')).toBeVisible()
    await expect(page.getByText('待上传')).toBeHidden()
  })
})
