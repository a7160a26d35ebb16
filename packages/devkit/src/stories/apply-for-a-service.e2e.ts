import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { caseOfficers } from './case-officers.ts'
import { aHuman, expectAccessible, type Human } from './human.ts'
import { expect, phone, signInAs, story } from './story.ts'

/** A paper as a scanner makes it, of so many bytes. */
function scan(name: string, bytes = 900) {
  const body = `%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%${' '.repeat(bytes)}\n%%EOF\n`
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(body) }
}

/** Answers what every case asks. */
async function fillForm(page: Page, owner: Human): Promise<void> {
  await owner.tap(page.getByLabel('本人'))
  await expect(page.getByLabel('联系人', { exact: true })).toHaveValue('马立新')
  await expect(page.getByLabel('联系人手机')).toHaveValue('13900000007')
  await owner.type(page.getByLabel('项目名称'), '海岳研发中心装修')
  await owner.tap(page.getByLabel('网上下载'))
  await owner.tap(page.getByRole('button', { name: '保存并继续' }))
}

story.describe('applying for a service', () => {
  story.use(phone)

  story(
    'goes from its guide to the decision: cut off in an upload, one correction, rated at the end',
    async ({ page, browser }) => {
      // four people, each with a browser of their own
      story.slow()
      await page.goto('/')
      const owner = aHuman(page, 'phone')
      await owner.tap(page.getByRole('link', { name: /查办事指南/ }))
      await owner.type(page.getByLabel('事项名称'), '特殊建设工程消防验收')
      await owner.tap(page.getByRole('button', { name: '查找' }))
      await owner.tap(page.getByRole('link', { name: '特殊建设工程消防验收' }))
      await owner.tap(page.getByRole('link', { name: '在线申报' }))
      await owner.tap(page.getByRole('link', { name: '开始申报' }))
      await signInAs(page, '马立新', owner)
      await owner.tap(page.getByRole('button', { name: '开始申报' }))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('特殊建设工程消防验收')
      await expect(page.getByText('还不能开始')).toBeVisible()
      await expectAccessible(page)
      await owner.tap(page.getByRole('link', { name: '开始填' }))
      await fillForm(page, owner)

      await expect(page.getByRole('heading', { level: 1 })).toHaveText('准备材料')
      await page.getByLabel(/选择文件.*申请表/).setInputFiles(scan('消防验收申请表.pdf'))
      await expect(page.getByRole('link', { name: '消防验收申请表' })).toBeVisible()
      await page.getByLabel(/选择文件.*竣工图/).setInputFiles({
        ...scan('现场.heic'),
        mimeType: 'image/heic',
      })
      await expect(page.getByRole('alert')).toContainText('只能上传 PDF、JPG、PNG。您选的是 .heic')
      await sendOverBrokenLine(page)
      await expectAccessible(page)
      await owner.tap(page.getByRole('link', { name: '去核对' }))

      await expect(page.getByText('还有 1 份材料没有交')).toBeVisible()
      await owner.tap(page.getByRole('button', { name: '提交申请' }))
      await expect(page.getByRole('alert')).toContainText('请确认内容和材料真实')
      await owner.tap(page.getByLabel('以上内容和材料真实，我已核对'))
      await owner.tap(page.getByRole('button', { name: '提交申请' }))
      await expect(page.getByText('已提交。材料是否齐全，会一次告知您。')).toBeVisible()
      await expect(page.getByText(/还有 \d+ 个工作日/)).toBeVisible()

      const id = /files\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
      const office = await caseOfficers(browser, page, id)
      const what = '请补交工程竣工验收报告，加盖五方公章'
      await office.askForCorrection([{ requirement: 'completion-report', what }])
      await answerCorrection(page, owner, what)

      await office.accept()
      await office.grant('现场评定合格，资料齐全')
      await office.deliver()
      await page.reload()
      await readAndRate(page, owner)
      expect(owner.report().steps).toBeLessThanOrEqual(30)
    },
  )
})

/** The line breaks in the middle of three parts; what has arrived is not sent again. */
async function sendOverBrokenLine(page: Page): Promise<void> {
  const offsets: number[] = []
  await page.route('**/parts', async (route) => {
    const { offset } = route.request().postDataJSON() as { offset: number }
    if (offset > 0 && !offsets.includes(offset)) await page.context().setOffline(true)
    offsets.push(offset)
    await route.continue()
  })
  await page.getByLabel(/选择文件.*竣工图/).setInputFiles(scan('消防竣工图.pdf', 500_000))
  await expect(page.getByText('连接断了，已传的没有丢')).toBeVisible()
  await expect(page.getByText('已传 1/3')).toBeVisible()
  await page.context().setOffline(false)
  await page.unroute('**/parts')
  await expect(page.getByRole('link', { name: '消防竣工图' })).toBeVisible()
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1)
}

/** Finds the case under what waits, and mends the one gap. */
async function answerCorrection(page: Page, owner: Human, what: string): Promise<void> {
  await page.goto('/')
  await owner.tap(page.getByRole('link', { name: '我的办件', exact: true }))
  await owner.tap(page.getByRole('link', { name: '特殊建设工程消防验收' }).first())
  await expect(page.getByText(what)).toBeVisible()
  await expect(page.getByRole('button', { name: '提交补正' })).toBeDisabled()
  await page
    .getByLabel(/选择文件.*竣工验收报告/)
    .first()
    .setInputFiles(scan('竣工验收报告.pdf'))
  await expect(page.getByText('还有 1 项没有补')).toBeHidden()
  await expectAccessible(page)
  await owner.tap(page.getByRole('button', { name: '提交补正' }))
  await expect(page.getByRole('heading', { name: '需要补正' })).toBeHidden()
}

/** Reads the decision with its paper, has the days explained, and says what was not good. */
async function readAndRate(page: Page, owner: Human): Promise<void> {
  await expect(page.getByRole('heading', { name: /^准予/ })).toBeVisible()
  await expect(page.getByText('现场评定合格，资料齐全')).toBeVisible()
  const paper = await page.getByRole('link', { name: '下载决定书（PDF）' }).getAttribute('href')
  const file = await page.request.get(paper ?? '')
  expect(file.headers()['content-type']).toBe('application/pdf')
  await owner.tap(page.getByText('承诺时限逐日说明'))
  await expect(page.getByText('起算当日不计入').first()).toBeVisible()
  await owner.tap(page.getByLabel('不满意', { exact: true }))
  await owner.tap(page.getByLabel('办事便捷度'))
  await owner.tap(page.getByRole('button', { name: '提交评价' }))
  await expect(page.getByText(/前有人打电话向您核实/)).toBeVisible()
  await expect(page.getByText(/前整改并告诉您结果/)).toBeVisible()
  await expectAccessible(page)
}
