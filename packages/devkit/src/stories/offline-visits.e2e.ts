import { expectAccessible } from './human.ts'
import { thirtyProjects } from './steward-projects.ts'
import { expect, phone, signInStaff, story } from './story.ts'

/** A picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

story.describe('a visit where there is no network', () => {
  story.use(phone)

  story(
    'waits on the phone, arrives once, and is seen by nobody else',
    async ({ page, browser, baseURL, context }) => {
      await thirtyProjects(browser, baseURL ?? '', 'guanjia2')
      await page.goto('/work/login')
      await signInStaff(page, 'guanjia2')
      await page.goto('/work/visits')
      await expect(page.getByLabel('项目', { exact: true })).toBeVisible()
      await expectAccessible(page)
      await page.evaluate(() => navigator.serviceWorker.ready)
      // what the page is made of has reached the place where it is kept
      await expect
        .poll(() => page.evaluate(async () => (await (await caches.open('guanjia-visits')).keys()).length))
        .toBeGreaterThan(3)

      await context.setOffline(true)
      await page.reload()
      await expect(page.getByText('现在没有网络')).toBeVisible()
      for (const words of ['第一次：看了基坑', '第二次：看了围挡']) {
        const option = page.getByRole('option', { name: /海岳二期厂房/ })
        await page
          .getByLabel('项目', { exact: true })
          .selectOption((await option.getAttribute('value')) ?? '')
        await page.getByLabel('看到了什么').fill(words)
        await page
          .getByLabel('照片')
          .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: pixel })
        await expect(page.getByAltText('照片 1')).toBeVisible()
        await page.getByRole('button', { name: '保存走访' }).click()
        await expect(page.getByText('已保存在手机里。')).toBeVisible()
      }
      await expect(page.getByText('待上传 2')).toBeVisible()

      await context.setOffline(false)
      await expect(page.getByText('全部已上传')).toBeVisible({ timeout: 20_000 })
      const { rows } = (await (await page.request.get('/api/stewards/board?words=海岳二期')).json()) as {
        rows: { id: string }[]
      }
      const id = rows[0]?.id ?? ''
      const { contacts } = (await (await page.request.get(`/api/projects/${id}`)).json()) as {
        contacts: { text: string }[]
      }
      expect(contacts.map(({ text }) => text).filter((text) => text.includes('次：看了'))).toHaveLength(2)
      const { photos } = (await (await page.request.get(`/api/stewards/projects/${id}`)).json()) as {
        photos: object[]
      }
      expect(photos).toHaveLength(2)

      await context.setOffline(true)
      await page.getByLabel('看到了什么').fill('第三次：还没有上传')
      await page.getByRole('button', { name: '保存走访' }).click()
      await expect(page.getByText('待上传 1')).toBeVisible()
      await context.setOffline(false)
      await page.request.delete('/api/session')
      await signInStaff(page, 'guanjia1')
      await page.goto('/work/visits')
      await expect(page.getByText('全部已上传')).toBeVisible()
      await expect(page.getByText('第三次')).toHaveCount(0)
    },
  )

  story('is deleted with the log-out, after a word about it', async ({ page, context }) => {
    await page.goto('/work/login')
    await signInStaff(page, 'guanjia2')
    await page.goto('/work/visits')
    await expect(page.getByLabel('看到了什么')).toBeVisible()
    await context.setOffline(true)
    await page.getByLabel('看到了什么').fill('没有上传的走访')
    await page.getByRole('button', { name: '保存走访' }).click()
    await expect(page.getByText('待上传 1')).toBeVisible()
    await page.route('**/api/projects/*/contacts', (route) => route.abort())
    await context.setOffline(false)
    await page.getByRole('button', { name: '退出' }).click()
    await expect(page.getByText('还有 1 条走访没有上传')).toBeVisible()
    await page.getByRole('button', { name: '仍然退出' }).click()
    await expect(page).toHaveURL(/\/work\/login/)
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])
    expect(await page.evaluate(() => localStorage.getItem('guanjia-visits-person'))).toBeNull()
  })
})
