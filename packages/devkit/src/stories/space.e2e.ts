import type { Page } from '@playwright/test'
import { roomWorkbook } from '../../../server/src/premises/index.ts'
import { staffWindow } from './desk-people.ts'
import { expectAccessible } from './human.ts'
import { expect, phone, story } from './story.ts'
import { storyNow } from './story-day.ts'

const firmPhone = '13900006611'

/** The link to a need in the last SMS that a firm was sent, from the outbox of the demonstration. */
async function linkSent(operator: Page): Promise<string> {
  let found = ''
  await expect(async () => {
    const answer = await operator.request.get('/api/operator/messages')
    const { messages } = (await answer.json()) as { messages: readonly { recipient: string; text: string }[] }
    const asked = messages.find(
      ({ recipient, text }) => recipient === firmPhone && text.includes('请评价找场地服务'),
    )
    found = /\/need\/[\w-]{16}/.exec(asked?.text ?? '')?.[0] ?? ''
    expect(found).not.toBe('')
  }).toPass({ timeout: 30_000 })
  return found
}

/** Somebody of the visiting group writes down what a firm needs, and hands it to the department. */
async function heardOnVisit(visitor: Page): Promise<string> {
  await visitor.goto('/work/space/needs')
  await visitor.getByRole('link', { name: '登记走访发现的需求' }).click()
  await visitor.getByLabel('面积不小于').fill('1200')
  await visitor.getByLabel('层高不低于').fill('5')
  await visitor.getByLabel('承重不低于').fill('1')
  await visitor.getByLabel('行业准入').selectOption('C35')
  await visitor.getByLabel('企业名称').fill('青岛示例装备有限公司')
  await visitor.getByLabel('联系人').fill('刘先生')
  await visitor.getByLabel('手机号码').fill(firmPhone)
  await visitor.getByLabel('用来做什么').fill('装配车间，需要货梯')
  await visitor.getByText('企业已同意由我代为登记').click()
  await expectAccessible(visitor)
  await visitor.getByRole('button', { name: '登记', exact: true }).click()
  await expect(visitor.getByRole('heading', { level: 1, name: '青岛示例装备有限公司' })).toBeVisible()
  await visitor.getByRole('button', { name: '转交主管部门' }).click()
  await expect(visitor.getByText('已转交主管部门')).toBeVisible()
  return new URL(visitor.url()).pathname
}

/** The department takes it in hand, proposes a room, shows it, and notes the lease. */
async function placedByDepartment(department: Page, path: string): Promise<void> {
  await department.goto('/work/space/needs')
  await department.locator(`a[href="${path}"]`).click()
  await department.getByRole('button', { name: '接收' }).click()
  await expect(department.getByText('主管部门已接收')).toBeVisible()
  await department.getByRole('checkbox').first().check()
  await department.getByRole('button', { name: '向企业推荐 1 间' }).click()
  await expect(department.getByRole('heading', { name: '候选房源' })).toBeVisible()
  await department.getByLabel('约看时间').fill('2030-01-08T10:00')
  await department.getByRole('button', { name: '约看' }).click()
  await department.getByRole('radio', { name: '合适', exact: true }).check()
  await department.getByLabel('考察情况').fill('层高、承重、货梯均合适')
  await department.getByRole('button', { name: '记录考察' }).click()
  await expectAccessible(department)
  await department.getByRole('button', { name: '登记签约' }).click()
  await expect(department.getByText('现在没有需要您办理的。')).toBeVisible()
}

story.describe('space for a firm', () => {
  story.use(phone)
  story.setTimeout(240_000)

  story(
    'is looked for in vain, then found by the department after a visit, every hand-off timed',
    async ({ page, browser, baseURL }) => {
      // 1,200 square metres, eight metres high: nothing fits, and the page says what would
      await page.goto('/space')
      await page.getByLabel('面积不小于').fill('1200')
      await page.getByLabel('层高不低于').fill('8.5')
      await page.getByLabel('供电不低于').fill('500')
      await page.getByRole('button', { name: '查找' }).click()
      await expect(page.getByRole('heading', { name: '没有完全符合的房源' })).toBeVisible()
      await expect(page.getByText('层高不低于由 8.5 m 放宽到 8.1 m').first()).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('link', { name: '提交需求，替我找' }).click()
      await page.getByLabel('企业名称').fill('青岛高车间有限公司')
      await page.getByLabel('联系人').fill('孙女士')
      await page.getByLabel('手机号码').fill('13900006622')
      await page.getByLabel('用来做什么').fill('大型装备总装')
      await page.getByRole('button', { name: '提交需求' }).click()
      await expect(page.getByRole('heading', { level: 1, name: '已转交主管部门' })).toBeVisible()
      await expectAccessible(page)

      const visitor = await staffWindow(browser, baseURL, 'jiandu1')
      const department = await staffWindow(browser, baseURL, 'zaiti1')
      const operator = await staffWindow(browser, baseURL, 'yunwei')
      const path = await heardOnVisit(visitor)
      await placedByDepartment(department, path)

      await page.goto(await linkSent(operator))
      await page.getByText('非常满意').click()
      await page.getByRole('button', { name: '提交评价' }).click()
      await expect(page.getByText('您的评价：非常满意')).toBeVisible()
      for (const step of ['转交主管部门', '主管部门接收', '给出候选', '实地考察', '签约', '企业评价'])
        await expect(page.locator('.hand-offs > li.done', { hasText: step }).first()).toContainText('完成')
      await expectAccessible(page)
    },
  )
})

story(
  'a carrier imports twenty rooms, mends one of two bad lines and publishes',
  async ({ browser, baseURL }) => {
    const page = await staffWindow(browser, baseURL, 'fangyuan1')
    const lines = Array.from({ length: 20 }, (_, place) => ({
      building: '新厂房',
      floor: '1',
      unit: `N${place + 1}`,
      area: '800',
      height: place === 4 ? '约6米' : '6',
      load: place === 9 ? '' : '1.5',
      power: '200',
      sewage: '是',
      exhaust: '是',
      rent: '0.8',
      available: '2026-12-01',
    }))
    const buffer = await roomWorkbook(lines, storyNow())
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    await page.goto('/work/space')
    await page.getByLabel('导入 Excel').setInputFiles({ name: 'rooms.xlsx', mimeType, buffer })
    await expect(page.getByText('新增 20 条，修改 0 条，没有变化 0 条；其中 2 条有问题')).toBeVisible()
    await expect(page.getByText('层高（m）：不是数字，或者小数位太多')).toBeVisible()
    // the rooms stand by their places: the tenth before the fifth
    await page
      .getByRole('row', { name: /不是数字/ })
      .getByRole('button', { name: '修改' })
      .click()
    await page.getByLabel('层高（m）').fill('6')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '发布 19 条' }).click()
    await expect(page.getByText('已发布 19 条；还有 1 条有问题的草稿。')).toBeVisible()
    await expectAccessible(page)
  },
)
