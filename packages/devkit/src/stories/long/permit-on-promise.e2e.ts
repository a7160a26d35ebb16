import { Buffer } from 'node:buffer'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from '../human.ts'
import { type Answers, answerQuestions } from './answering.ts'
import { fileThePermitByHand } from './filing-by-hand.ts'
import { type LongStory, longStory } from './long-story.ts'
import { fileThePermit, grantThePermit } from './permit-office.ts'
import { feng, jiang, li, lin, zhou } from './town.ts'

const name = '中医药传承创新基地一期'
const awardLater = /中标通知书和施工合同后补/
const wagesLater = /工资保证金与工伤保险后补/

const answers: Answers = {
  建什么: '公共、居住等民用房屋',
  由谁投资: '政府投资',
  新建: '新建',
  土地怎么取得: '划拨',
  是否民用建筑: '是',
  建多大: { 总建筑面积: '150000', 总投资: '120000' },
  环评要做哪一类: '报告表',
  是否依法必须招标: '是',
}

/** From the questions to the network, on the screen; gives the id of the project. */
async function drawTheNetwork({ at }: LongStory): Promise<string> {
  const page = await at(lin)
  await page.goto('/build')
  await page.getByRole('link', { name: '画我的审批流程图' }).click()
  await page.getByLabel('项目名称').fill(name)
  await page.getByRole('button', { name: '医疗' }).click()
  await page.waitForURL(/\/build\/new\/[\w-]+\/./)
  await answerQuestions(page, answers)
  await page.getByRole('button', { name: '生成流程图' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  return new URL(page.url()).pathname.split('/')[3] ?? ''
}

/** Ticks both on the sheet, reads the letter, signs. */
async function signBoth(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: awardLater }).check()
  await page.getByRole('checkbox', { name: wagesLater }).check()
  await page.getByRole('link', { name: '去签署所选（2）' }).click()
  await page.getByRole('checkbox', { name: /我确认：中标候选人公示已结束/ }).check()
  await page.getByRole('checkbox', { name: /我已阅读承诺书全文/ }).check()
  await page.getByRole('button', { name: '签署承诺书（2 项）' }).click()
  await expect(page.getByText('承诺书已签署，流程图更新到第 2 版')).toBeVisible()
}

/** The network, both letters, and the permit before the award letter is there; gives the project and its case. */
async function permittedOnPromise(house: LongStory, file = fileThePermit) {
  for (const steward of [li, zhou]) await house.at(steward)
  const project = await drawTheNetwork(house)
  await signBoth(await house.at(lin))
  const permit = await file(house, project)
  await grantThePermit(house, permit)
  await house.settle()
  return { project, permit }
}

/** A duty on the page of the project's duties. */
function dutyOf(page: Page, what: RegExp) {
  return page.getByRole('listitem').filter({ hasText: what })
}

/** Chooses a file for a paper, and waits until it is kept. */
async function handIn(page: Page, paper: string): Promise<void> {
  const buffer = Buffer.from(`%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%${paper} ${Date.now()}\n%%EOF\n`)
  const kept = page.getByRole('link', { name: paper })
  const before = await kept.count()
  await page.getByLabel(new RegExp(`选择文件.*${paper}`)).setInputFiles({
    name: `${paper}.pdf`,
    mimeType: 'application/pdf',
    buffer,
  })
  await expect.poll(() => kept.count(), { timeout: 30_000 }).toBeGreaterThan(before)
}

longStory(
  'a permit comes before the award letter, what was promised follows in time, and its days are counted as saved',
  async ({ house }) => {
    longStory.slow()
    const { project, permit } = await permittedOnPromise(house, fileThePermitByHand)
    const owner = await house.at(lin)
    await owner.goto(`/my/files/${permit}`)
    await owner.waitForTimeout(1500)
    await owner.screenshot({ path: '/tmp/f5.png', fullPage: true })
    await owner.goto('/my/projects')
    const card = owner.getByRole('article').filter({ hasText: name })
    await expect(card).not.toContainText('建筑工程施工许可证核发')
    await owner.goto(`/my/projects/${project}/duties`)
    await expect(dutyOf(owner, awardLater)).toContainText('待补')
    await expectAccessible(owner)

    await house.until('2023-02-13')
    const later = await house.at(lin)
    await later.goto(`/my/projects/${project}/duties`)
    await dutyOf(later, awardLater).getByRole('button', { name: '材料已交齐，申请销号' }).click()
    await expect(later.getByRole('alert')).toBeVisible()
    await dutyOf(later, awardLater).getByRole('link', { name: '去交材料' }).click()
    for (const paper of ['中标通知书', '施工合同']) await handIn(later, paper)
    await expectAccessible(later)
    await later.goto(`/my/projects/${project}/duties`)
    await dutyOf(later, awardLater).getByRole('button', { name: '材料已交齐，申请销号' }).click()
    await expect(dutyOf(later, awardLater)).toContainText('已补齐')

    const officer = await house.at(feng)
    await officer.goto('/work/department/duties')
    const owed = officer.getByRole('row').filter({ hasText: awardLater })
    await expect(owed).toContainText('已补齐')
    await owed.getByRole('button', { name: '退回' }).click()
    await officer.getByLabel('哪里不是承诺的材料').fill('施工合同没有盖章')
    await officer.getByRole('dialog').getByRole('button', { name: '退回' }).click()
    await expect(owed).toContainText('待补')
    await expectAccessible(officer)

    await later.reload()
    await expect(dutyOf(later, awardLater)).toContainText('施工合同没有盖章')
    await expectAccessible(later)
    await dutyOf(later, awardLater).getByRole('link', { name: '去交材料' }).click()
    await handIn(later, '施工合同')
    await later.goto(`/my/projects/${project}/duties`)
    await dutyOf(later, awardLater).getByRole('button', { name: '材料已交齐，申请销号' }).click()
    await expect(dutyOf(later, awardLater)).toContainText('已补齐')
    await expect(dutyOf(later, awardLater)).not.toContainText('施工合同没有盖章')

    await later.getByRole('link', { name: '提前天数与版本' }).click()
    await expect(later.getByText('实际取得许可')).toBeVisible()
    const saved = await later.request.get(`/api/projects/${project}/days-saved`)
    const { lines } = (await saved.json()) as { lines: { commitments: { workingDays: number } } }
    expect(lines.commitments.workingDays).toBeGreaterThanOrEqual(5)
    await expect(later.getByRole('row', { name: /承诺书节省/ })).toContainText(
      `+${lines.commitments.workingDays}`,
    )
    await expectAccessible(later)
  },
)

longStory(
  'a promise that is not kept is reminded of, put right in vain, and the permit revoked by two people',
  async ({ house }) => {
    longStory.slow()
    const { project, permit } = await permittedOnPromise(house)
    await house.until('2023-02-14')
    const reminded = await house.at(lin)
    await reminded.goto('/my/messages')
    await expect(reminded.getByText('期限将至').first()).toBeVisible()
    const steward = await house.at(li)
    await steward.goto('/my/messages')
    await expect(steward.getByText('项目有期限将至').first()).toBeVisible()

    await house.until('2023-02-23')
    const warned = await house.at(lin)
    await warned.goto(`/my/projects/${project}/duties`)
    await expect(dutyOf(warned, awardLater)).toContainText('责令限期整改')
    await expectAccessible(warned)
    const before = await house.at(feng)
    await before.goto('/work/department/duties')
    await expect(before.getByRole('row').filter({ hasText: awardLater })).toContainText('限期整改')

    await house.until('2023-03-20')
    const officer = await house.at(feng)
    await officer.goto('/work/department/duties')
    const row = officer.getByRole('row').filter({ hasText: awardLater })
    await expect(row).toContainText('整改期满未补')
    await expectAccessible(officer)
    await row.getByRole('link', { name: '提出撤销' }).click()
    await officer.getByRole('tab', { name: '撤销' }).click()
    await officer.getByLabel('理由').fill('逾期未补正，整改期满仍未改正')
    await officer.getByRole('button', { name: '提出撤销' }).click()
    await expect(officer.getByText('拟撤销').first()).toBeVisible()

    const owner = await house.at(lin)
    await owner.goto(`/my/projects/${project}/duties`)
    await expect(dutyOf(owner, awardLater)).toContainText('已提出撤销许可')
    const head = await house.at(jiang)
    await head.goto(`/work/department/${permit}`)
    await head.getByRole('tab', { name: '撤销' }).click()
    await head.getByRole('button', { name: '确认撤销' }).click()
    await expect(head.getByText('已撤销').first()).toBeVisible()
    await house.settle()
    await owner.reload()
    await expect(dutyOf(owner, awardLater)).toContainText('许可已撤销')
    await owner.goto(`/my/projects/${project}/steps/M307`)
    await expect(owner.getByRole('button', { name: '申报此步' })).toBeVisible()
    await expectAccessible(owner)
  },
)
