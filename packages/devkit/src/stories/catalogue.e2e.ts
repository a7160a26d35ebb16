import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { parse } from 'yaml'
import { staffWindow } from './desk-people.ts'
import { aHuman, expectAccessible } from './human.ts'
import { lin, signIn } from './prepared-company.ts'
import { expect, story } from './story.ts'

const desk = { viewport: { width: 1440, height: 900 } } as const
const example = join(
  import.meta.dirname,
  '../../../../content/qingdao/examples/projects/p1-tcm-innovation-base.yaml',
)
const { facts } = parse(readFileSync(example, 'utf8')) as { readonly facts: Record<string, unknown> }

/** The facts of the example by their dotted names. */
function flat(values: Record<string, unknown>, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(flat(value as Record<string, unknown>, `${prefix}${key}.`))
        : [[`${prefix}${key}`, value] as const],
    ),
  )
}

async function post(page: Page, url: string, data: object): Promise<{ readonly id: string }> {
  const answer = await page.request.post(url, { data, headers: { 'idempotency-key': randomUUID() } })
  if (!answer.ok()) throw new Error(`${url}: ${await answer.text()}`)
  return (await answer.json()) as { id: string }
}

async function aPlannedProject(owner: Page, name: string): Promise<string> {
  const { id } = await post(owner, '/api/projects', { name, kind: 'medical', facts: flat(facts) })
  await post(owner, `/api/projects/${id}/plans`, {})
  return id
}

async function plannedWith(owner: Page, id: string): Promise<number> {
  const answer = await owner.request.get(`/api/projects/${id}/catalogue`)
  return ((await answer.json()) as { planned: { number: number } }).planned.number
}

async function ownerOf(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  const page = await context.newPage()
  await signIn(page, lin)
  return page
}

const days = (page: Page) => page.getByRole('group', { name: '承诺时限' }).getByLabel('天数')

async function confirm(page: Page): Promise<void> {
  await page.goto('/work/catalogue/draft/impact')
  await page.getByRole('button', { name: '确认发布' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认发布' }).click()
}

story.describe('the desk of the catalogue', () => {
  story.use(desk)

  story(
    'shortens the days of a service, sees who gains how many, and publishes it by two people; rolls back',
    async ({ browser, baseURL }) => {
      story.setTimeout(240_000)
      const owner = await ownerOf(browser, baseURL)
      const first = await aPlannedProject(owner, '澜湾中医药基地')
      const begun = await post(owner, '/api/cases', { service: 'M102' })
      const before = await (await owner.request.get(`/api/cases/${begun.id}`)).text()

      const page = await staffWindow(browser, baseURL, 'mulu1')
      await page.goto('/work/catalogue')
      const keeper = aHuman(page, 'pc')
      await keeper.tap(page.getByRole('button', { name: '开始草案' }))
      await keeper.type(page.getByRole('searchbox', { name: '名称、编号或拼音首字母' }), 'zftz kxxyj')
      await keeper.tap(page.getByRole('link', { name: /政府投资项目可行性研究报告审批/ }))
      await keeper.type(days(page), '25')
      await expect(page.getByText('承诺时限比法定时限长，请缩短').first()).toBeVisible()
      await expectAccessible(page)
      await keeper.type(days(page), '2')
      await expect(page.getByText('这个事项没有问题。')).toBeVisible()
      await expect(page.getByRole('region', { name: '与第 1 版的区别' })).toContainText('5')
      await keeper.tap(page.getByRole('link', { name: '返回事项目录' }))
      await keeper.tap(page.getByRole('link', { name: '影响与发布' }))
      await expect(page.getByRole('row', { name: /澜湾中医药基地/ })).toContainText(/提前 \d+ 个工作日/)
      await expect(page.getByRole('region', { name: '不受影响的在办件' })).toContainText('第 1 版')
      await expectAccessible(page)
      await keeper.type(page.getByLabel('理由'), '压减审批时限')
      await keeper.tap(page.getByRole('button', { name: '提请发布' }))
      await expect(page.getByText('您提请了这份草案，要由另一位目录管理员确认。')).toBeVisible()
      const { steps, seconds } = keeper.report()
      expect(steps).toBeLessThanOrEqual(9)
      expect(seconds).toBeLessThanOrEqual(90)

      const second = await staffWindow(browser, baseURL, 'mulu2')
      await confirm(second)
      await expect(second.getByText(/第 2 版已发布/)).toBeVisible()
      const next = await aPlannedProject(owner, '澜湾中医药基地二期')
      expect(await plannedWith(owner, next)).toBe(2)
      expect(await plannedWith(owner, first)).toBe(1)
      expect(await (await owner.request.get(`/api/cases/${begun.id}`)).text()).toBe(before)

      await second.goto('/work/catalogue/versions')
      await expectAccessible(second)
      await second.getByRole('button', { name: '恢复这一版' }).click()
      await second.getByRole('dialog').getByRole('button', { name: '恢复这一版' }).click()
      await second.getByLabel('理由').fill('人手不足，恢复原时限')
      await second.getByRole('button', { name: '提请发布' }).click()
      await expect(second.getByText('您提请了这份草案，要由另一位目录管理员确认。')).toBeVisible()
      await confirm(page)
      await expect(page.getByText(/第 3 版已发布/)).toBeVisible()
      await owner.goto('/services/M102')
      await expect(owner.getByText(/目录第 3 版，.*起施行/)).toBeVisible()
    },
  )
})
