import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { expectAccessible } from './human.ts'
import { expect, phone, signInAs, story } from './story.ts'

const examples = join(import.meta.dirname, '../../../../content/qingdao/examples/projects')

/** Signs in, and puts the plant of the examples down as a project with its plan; gives its id. */
async function aPlant(page: Page): Promise<string> {
  await page.goto('/build')
  await page.getByRole('link', { name: '画我的审批流程图' }).click()
  await signInAs(page, '林海宁')
  await page.waitForURL('**/build/new')
  const { facts } = parse(readFileSync(join(examples, 'p2-hantang-biotech-plant.yaml'), 'utf8')) as {
    facts: object
  }
  const headers = () => ({ 'idempotency-key': crypto.randomUUID() })
  const data = { name: '体外诊断试剂厂房', kind: 'industrial', facts }
  const made = await page.request.post('/api/projects', { headers: headers(), data })
  const { id } = (await made.json()) as { id: string }
  const planned = await page.request.post(`/api/projects/${id}/plans`, { headers: headers(), data: {} })
  expect(planned.status(), await planned.text()).toBe(201)
  return id
}

story('a step says who, by when, with what and why, and is filed from there', async ({ page }) => {
  const id = await aPlant(page)
  await page.goto(`/my/projects/${id}/steps/M202`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('建设工程规划许可证核发')
  await expect(page.getByText('自然资源和规划部门').first()).toBeVisible()
  await expect(page.getByText(/^晚一天，开工就晚一天|^可以晚 \d+ 个工作日/)).toBeVisible()
  await expect(page.getByRole('heading', { name: /^需要您提供/ })).toBeVisible()
  await expect(page.getByRole('link', { name: '改这个回答 建设性质' })).toBeVisible()
  await expectAccessible(page)

  await page.getByText('问管家').click()
  await page.getByLabel('想问什么？').fill('效果图要几份？')
  await page.getByRole('button', { name: '发给管家' }).click()
  await expect(page.getByText(/^已发给管家，.+前答复您。$/)).toBeVisible()

  await page.getByRole('button', { name: '申报此步' }).click()
  await page.waitForURL('**/my/files/*')
  await page.goto(`/my/projects/${id}/steps/M202`)
  await expect(page.getByRole('link', { name: '看这件办件' })).toBeVisible()
  await page.getByRole('link', { name: '改这个回答 建设性质' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('新建，还是在原有的上面改？')
})

story.describe('on a phone', () => {
  story.use(phone)

  story('own work takes the days that the project plans, and what really happened', async ({ page }) => {
    const id = await aPlant(page)
    await page.goto(`/my/projects/${id}/steps/A701`)
    const days = page.getByLabel('计划用多少天？')
    await days.fill('二十')
    await page.getByRole('button', { name: '保存天数' }).click()
    await expect(page.getByText('请输入 0 到 3000 的整数')).toBeVisible()
    await days.fill('20')
    await page.getByRole('button', { name: '保存天数' }).click()
    await expect(page.getByText('已保存，流程图更新到第 2 版。')).toBeVisible()
    await expect(page.getByText('20 个工作日')).toBeVisible()
    await page.getByRole('button', { name: '恢复默认' }).click()
    await expect(page.getByText('已保存，流程图更新到第 3 版。')).toBeVisible()
    await expectAccessible(page)

    await page.goto('/my/projects')
    await expect(page.getByRole('link', { name: '体外诊断试剂厂房' }).first()).toBeVisible()
    await expect(page.getByRole('link', { name: /项目管家办公室/ }).first()).toBeVisible()
    await expectAccessible(page)
  })
})
