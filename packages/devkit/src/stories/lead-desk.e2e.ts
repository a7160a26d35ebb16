/**
 * A lead's way: filed from a phone, opened and answered by its handler with a passphrase that stays in the browser, disposed
 * of by two. Whoever operates the house finds nothing of it.
 */

import { staffWindow } from './desk-people.ts'
import { expectAccessible } from './human.ts'
import { expect, phone, story } from './story.ts'

const phrase = '示范口令只在演示环境使用'
const said = '验收前要求先交三千元资料费，没有收据'
const answer = '已收到，请问是哪一天、哪个窗口？'

story.describe('a report in confidence', () => {
  story.use(phone)
  story.setTimeout(120_000)

  story('is read and answered by its handler alone', async ({ page, browser, baseURL }) => {
    // the intake of a demonstration answers on the next port
    const house = new URL(baseURL ?? '')
    const intake = `http://localhost:${Number(house.port) + 1}`
    const answers = () =>
      page.request.get(intake).then(
        (response) => response.ok(),
        () => false,
      )
    await expect.poll(answers, { timeout: 60_000 }).toBe(true)
    await page.goto(`${intake}/report?kind=anonymous`)
    await page.getByLabel(/本区的部门、单位/).check()
    await page.getByLabel('单位', { exact: true }).selectOption('住房城乡建设部门')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel(/^情况/).fill(said)
    await page.getByRole('button', { name: '提交' }).click()
    await expect(page.getByRole('heading', { name: /请记下凭证码/ })).toBeVisible()
    const code = await page.locator('[data-code]').innerText()

    const handler = await staffWindow(browser, baseURL, 'jijian1')
    await handler.goto('/work/leads')
    await expect(handler.getByRole('heading', { level: 1, name: '线索办理' })).toBeVisible()
    await expectAccessible(handler)
    await expect(handler.getByText(said)).toHaveCount(0)
    // days are all a list shows: the newest stands last among those that wait for an opinion
    await handler
      .getByRole('row', { name: /待处置/ })
      .last()
      .getByRole('link', { name: /^办理/ })
      .click()
    await handler.getByLabel('文号或会议').fill('研判会 2026-12')
    await handler.getByLabel('密钥口令').fill('不是这一句口令啊不是的')
    await handler.getByRole('button', { name: '打开线索' }).click()
    await expect(handler.getByText('口令不对')).toBeVisible()
    await handler.getByLabel('密钥口令').fill(phrase)
    await handler.getByRole('button', { name: '打开线索' }).click()
    await expect(handler.getByText(said)).toBeVisible()
    await expectAccessible(handler)
    const sent = handler.waitForRequest(/\/messages$/)
    await handler.getByLabel('回复反映人', { exact: true }).fill(answer)
    await handler.getByRole('button', { name: '加密并发送' }).click()
    await expect(handler.getByText('已发送，反映人凭凭证码可以看到。')).toBeVisible()
    expect((await sent).postData()).not.toContain(answer)
    await handler.getByLabel('领域').selectOption('行政审批')
    await handler.getByLabel('部门', { exact: true }).selectOption('住房城乡建设部门')
    await handler.getByRole('button', { name: '保存归类' }).click()
    await handler.getByLabel('处置方式').selectOption('暂存待查')
    await handler.getByRole('button', { name: '提出，请另一人复核' }).click()
    await expect(handler.getByText('等待另一人复核')).toBeVisible()
    const address = handler.url()

    await page.goto(`${intake}/mailbox`)
    await page.getByLabel('凭证码').fill(code)
    await page.getByRole('button', { name: '查询' }).click()
    await expect(page.getByText(answer)).toBeVisible()

    const operator = await staffWindow(browser, baseURL, 'yunwei')
    const id = new URL(address).pathname.split('/').at(-1)
    expect((await operator.request.get('/api/leads')).status()).toBe(404)
    const opening = { purpose: 'assess', reference: '好奇' }
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const asked = await operator.request.post(`/api/leads/${id}/opening`, { data: opening, headers })
    expect(asked.status()).toBe(404)
  })
})
