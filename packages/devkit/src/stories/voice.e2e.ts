import type { Page } from '@playwright/test'
import { staffWindow } from './desk-people.ts'
import { aHuman, expectAccessible } from './human.ts'
import { expect, phone, signInStaff, story } from './story.ts'
import { storyNow } from './story-day.ts'

const photo = {
  name: 'proof.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

/** A file of the hotline with one work order. */
function workOrder(number: string) {
  const order = {
    number,
    kind: 'appeal',
    topic: 'policy',
    words: '研发补贴什么时候能到账',
    calledAt: storyNow(),
  }
  const text = JSON.stringify({ version: '1', orders: [order] })
  return { name: 'orders.json', mimeType: 'application/json', buffer: Buffer.from(text) }
}

/** Somebody says it on the phone, in a survey or by mail; the operator writes it down. */
async function writeDown(page: Page, source: string, words: string): Promise<void> {
  await page.getByLabel('来源', { exact: true }).click()
  await page.getByTitle(source, { exact: true }).last().click()
  await page.getByText('审批办事', { exact: true }).click()
  await page.getByLabel('反映的内容').fill(words)
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByLabel('反映的内容')).toHaveValue('')
}

/** How many came from a source, as the board says. */
async function countOf(page: Page, source: string): Promise<number> {
  const button = page.getByRole('button', { name: new RegExp(`^${source}`) })
  return Number(/\d+$/.exec((await button.textContent()) ?? '')?.[0])
}

const channels = [
  '营商环境调查问卷',
  '办不成事反映窗口',
  '专项整治服务平台',
  '举报电话',
  '网络举报邮箱',
  '12345政务服务热线',
]

story.describe('one register', () => {
  story.use(phone)
  story.setTimeout(300_000)

  story('hears six channels and answers one of them all the way', async ({ page, browser, baseURL }) => {
    const dispatcher = await staffWindow(browser, baseURL, 'diaodu')
    await dispatcher.goto('/work/voice')
    await expect(dispatcher.getByRole('button', { name: /^举报电话/ })).toBeVisible()
    const before = await Promise.all(channels.map((channel) => countOf(dispatcher, channel)))

    // the page of the window, on a phone, in two minutes
    await page.goto('/')
    const asker = aHuman(page, 'phone')
    await asker.tap(page.getByRole('navigation').getByRole('link', { name: '问与评' }))
    await asker.tap(page.getByRole('radio', { name: /^投诉/ }))
    await asker.tap(page.getByRole('radio', { name: /^服务态度/ }))
    await asker.type(page.getByLabel('请说说是什么事'), '停车场出口的闸机常常抬不起来，等了很久。')
    await asker.type(page.getByLabel('手机号码'), '13900007788')
    await asker.tap(page.getByRole('button', { name: '提交' }))
    await expect(page.getByRole('heading', { level: 1, name: '已收到' })).toBeVisible()
    const { steps, seconds } = asker.report()
    expect(steps).toBeLessThanOrEqual(6)
    expect(seconds).toBeLessThanOrEqual(120)
    await expectAccessible(page)
    const number = (await page.getByText(/^SY\d\d-\d{6}-\d$/).textContent()) ?? ''

    // the printed code
    await page.goto('/voice?from=qr-platform')
    await expect(page.getByRole('link', { name: '@' })).toHaveAttribute('href', /^mailto:\S+@\S+$/)
    await expectAccessible(page)
    await page.getByRole('radio', { name: /^建议/ }).click()
    await page.getByRole('radio', { name: /^审批办事/ }).click()
    await page.getByLabel('请说说是什么事').fill('建议大厅周六上午也开一个窗口。')
    await page.getByLabel('手机号码').fill('13900007789')
    await page.getByRole('button', { name: '提交' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '已收到' })).toBeVisible()

    // the phone, the survey, the mailbox
    await dispatcher.getByRole('link', { name: '来电登记' }).click()
    await writeDown(dispatcher, '举报电话', '来电：咨询窗口午间没有人。')
    await expect(dispatcher.getByText(/^SY\d\d-\d{6}-\d$/).first()).toBeVisible()
    await writeDown(dispatcher, '营商环境调查问卷', '问卷：希望减少重复填表。')
    await writeDown(dispatcher, '网络举报邮箱', '邮件：网上材料样本打不开。')
    await expectAccessible(dispatcher)

    // the hotline
    await dispatcher.getByRole('link', { name: '热线工单' }).click()
    await dispatcher.getByLabel('导入工单文件').setInputFiles(workOrder(`STORY${Date.now()}`))
    await expect(dispatcher.getByText('新登记 1 件，已有 0 件，未登记 0 件。')).toBeVisible()

    await dispatcher.goto('/work/voice')
    await expect(dispatcher.getByRole('link', { name: number })).toBeVisible()
    const after = await Promise.all(channels.map((channel) => countOf(dispatcher, channel)))
    expect(after).toEqual(before.map((count) => count + 1))
    await expectAccessible(dispatcher)

    // the loop: dispatched, answered with proof, confirmed, published
    await dispatcher.getByRole('link', { name: number }).click()
    await dispatcher.getByRole('button', { name: '分派', exact: true }).click()
    await expect(dispatcher.getByText('部门办理中')).toBeVisible()
    const officer = await staffWindow(browser, baseURL, 'shenpi1')
    await officer.goto('/work/voice')
    await officer.getByRole('link', { name: number }).click()
    await officer.getByLabel('答复内容').fill('闸机感应线圈已更换，另加了人工抬杆按钮。')
    await officer.getByLabel('添加照片').setInputFiles(photo)
    await officer.getByRole('button', { name: '提交答复' }).click()
    await expect(officer.getByText('已答复，待反映人确认')).toBeVisible()
    await expectAccessible(officer)

    await page.goto(`/voice/${number}`)
    await page.getByLabel('手机后四位').fill('7788')
    await page.getByRole('button', { name: '查询' }).click()
    await expect(page.getByText('闸机感应线圈已更换，另加了人工抬杆按钮。')).toBeVisible()
    await page.getByRole('radio', { name: '满意', exact: true }).click()
    await page.getByRole('button', { name: '提交评价' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '已办结' })).toBeVisible()
    await expectAccessible(page)

    await dispatcher.reload()
    await dispatcher.getByLabel('公开的问题').fill('停车场闸机常常抬不起来怎么办？')
    await dispatcher.getByRole('button', { name: '公开', exact: true }).click()
    await expect(dispatcher.getByText('已公开的问答')).toBeVisible()
    await page.goto('/voice/answers')
    await expect(page.getByRole('heading', { name: '停车场闸机常常抬不起来怎么办？' })).toBeVisible()
    await expectAccessible(page)
  })

  story('hears a need at a stop of a tour and has it in the register at once', async ({ page }) => {
    await signInStaff(page, 'keji')
    await page.goto('/work/stops')
    await expect(page.getByText(/^第 3 处/)).toBeVisible()
    await page.getByLabel('关于哪方面').selectOption('people')
    await page.getByLabel('需求', { exact: true }).fill('园区食堂夜班不供餐，夜班职工就餐困难。')
    await page.getByRole('button', { name: '保存这条需求' }).click()
    await expect(page.getByRole('status').filter({ hasText: '已转入台账' })).toBeVisible()
    await expectAccessible(page)
    await page.goto('/work/tours')
    await page.getByRole('link', { name: '走进生物医药及医疗器械产业园' }).click()
    await expect(page.getByText('园区食堂夜班不供餐')).toBeVisible()
    await expectAccessible(page)
  })

  story('shows a report of misconduct the way and keeps nothing of it', async ({ page }) => {
    const radio = page.getByRole('radio', { name: /^反映公职人员违纪违法/ })
    // chosen before the page listens: on a slow line people are faster than the script
    await page.route('**/*.js', async (route) => {
      await expect(radio).toBeChecked()
      await route.continue()
    })
    await page.goto('/voice', { waitUntil: 'commit' })
    await radio.click()
    await expect(page.getByRole('status')).toContainText('纪检监察机关')
    await expect(page.getByRole('link', { name: /可匿名/ })).toBeVisible()
    await expect(page.getByRole('button', { name: '提交' })).toHaveCount(0)
    await expectAccessible(page)
  })
})
