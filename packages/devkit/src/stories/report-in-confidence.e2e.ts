/**
 * T24: somebody reports from the QR code of a poster with a photo, on a phone, and later reads the reply by code. The intake
 * runs over a PostgreSQL of its own; the handler's part is done with the functions the desk uses.
 */

import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import openTestRun from '../postgres-global-setup.ts'
import { testDatabase } from '../test-database/index.ts'
import { makeReader, openTestIntake, readLast, replyToLast, type TestReader } from '../test-leads/index.ts'
import { aHuman, expectAccessible } from './human.ts'
import { phone } from './story.ts'

interface Confidence {
  readonly origin: string
  readonly adminUrl: string
  readonly handler: TestReader
}

const story = base.extend<object, { readonly intake: Confidence }>({
  intake: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const close = openTestRun()
      const db = await testDatabase()
      const handler = await makeReader(db.adminUrl)
      const intake = await openTestIntake(db.adminUrl)
      await use({ origin: intake.origin, adminUrl: db.adminUrl, handler })
      await intake[Symbol.asyncDispose]()
      await db.close()
      close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

story.use(phone)

async function photoIn(page: Page): Promise<Buffer> {
  // any PNG that a browser can draw
  return await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 40 } })
}

async function keepsNothing(context: BrowserContext, page: Page): Promise<void> {
  const state = await context.storageState()
  expect(state.cookies).toEqual([])
  expect(state.origins).toEqual([])
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
}

story('a report with a photo from a phone is answered by code', async ({ page, context, intake }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(intake.origin)) foreign.push(request.url())
  })
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))

  await page.goto(`${intake.origin}/`)
  await expectAccessible(page)
  const photo = await photoIn(page)
  const reporter = aHuman(page, 'phone')
  await reporter.tap(page.getByRole('link', { name: /匿名反映/ }))
  await expectAccessible(page)
  await reporter.tap(page.getByLabel(/本区的部门、单位/))
  await page.getByLabel('单位', { exact: true }).selectOption('住房城乡建设部门')
  await reporter.tap(page.getByRole('button', { name: '下一步' }))
  await expect(page.getByText('离开设备的只有密文')).toBeVisible()
  await expectAccessible(page)
  await reporter.type(page.getByLabel(/^情况/), '验收收卡')
  await page.getByLabel(/^照片/).setInputFiles({ name: 'IMG_0428.png', mimeType: 'image/png', buffer: photo })
  await reporter.tap(page.getByRole('button', { name: '提交' }))
  await expect(page.getByRole('heading', { name: /请记下凭证码/ })).toBeVisible()
  await expectAccessible(page)
  const code = await page.locator('[data-code]').innerText()
  expect(code).toMatch(/^([0-9A-Z]{4} ){4}[0-9A-Z]{4}$/)
  const { steps, seconds } = reporter.report()
  expect(steps).toBeLessThanOrEqual(9)
  expect(seconds).toBeLessThanOrEqual(120)

  const report = (await readLast(intake.adminUrl, intake.handler)) ?? ''
  expect(report).toContain('验收收卡')
  expect(report).toContain('image/jpeg')
  expect(report).not.toContain('IMG_0428')
  await replyToLast(intake.adminUrl, intake.handler, '已经收到。请问是哪一天？')

  await page.goto(`${intake.origin}/mailbox`)
  await page.getByLabel('凭证码').fill(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByText('一组一组核对')).toBeVisible()
  await page.getByLabel('凭证码').fill(code.toLowerCase())
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByText('请问是哪一天？')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('补充或回答').fill('四月二十八日')
  await page.getByRole('button', { name: '发送' }).click()
  await expect(page.locator('.note', { hasText: '四月二十八日' })).toBeVisible()

  expect(foreign).toEqual([])
  expect(sent.join('')).not.toMatch(/验收收卡|四月二十八日/)
  expect(sent.join('')).not.toContain(code.replaceAll(' ', ''))
  await keepsNothing(context, page)
})

story.describe('without scripts', () => {
  story.use({ javaScriptEnabled: false })

  story('the same works, and the page says what that means', async ({ page, context, intake }) => {
    await page.goto(`${intake.origin}/report?kind=anonymous`)
    await page.getByLabel(/本区的部门、单位/).check()
    await page.getByLabel('单位', { exact: true }).selectOption('财政部门')
    await page.getByRole('button', { name: '下一步' }).click()
    await expect(page.getByText('这一刻要信任服务器')).toBeVisible()
    await expect(page.getByText('离开设备的只有密文')).toBeHidden()
    await page.getByLabel(/^情况/).fill('虚列支出')
    await page
      .getByLabel(/^照片/)
      .setInputFiles({ name: 'IMG_0429.png', mimeType: 'image/png', buffer: await photoIn(page) })
    await page.getByRole('button', { name: '提交' }).click()
    const code = await page.locator('[data-code]').innerText()
    expect(await readLast(intake.adminUrl, intake.handler)).toContain('虚列支出')
    await replyToLast(intake.adminUrl, intake.handler, '已经收到，正在核实。')
    await page.goto(`${intake.origin}/mailbox`)
    await page.getByLabel('凭证码').fill(code)
    await page.getByRole('button', { name: '查询' }).click()
    await expect(page.getByText('正在核实')).toBeVisible()
    expect((await context.storageState()).cookies).toEqual([])
  })
})
