/**
 * The permit of a project handed in on the screen, from its step: what is promised is not asked for. Its papers are put
 * beside it over the API, since their upload is told elsewhere.
 */

import { expect } from '@playwright/test'
import type { LongStory } from './long-story.ts'
import { attachPapers } from './permit-office.ts'
import { lin } from './town.ts'

/** Opens the permit at its step, answers its form, checks it and hands it in; gives the id of the case. */
export async function fileThePermitByHand(house: LongStory, projectId: string): Promise<string> {
  const page = await house.at(lin)
  await page.goto(`/my/projects/${projectId}/steps/M307`)
  await page.getByRole('button', { name: '申报此步' }).click()
  await page.waitForURL('**/my/files/*')
  const id = new URL(page.url()).pathname.split('/')[3] ?? ''
  await attachPapers(house, id)
  await page.getByRole('link', { name: '开始填' }).click()
  await page.getByLabel('本人').check()
  await page.getByLabel('联系人手机').fill('13900000001')
  await expect(page.getByLabel('项目名称')).toHaveValue('中医药传承创新基地一期')
  await page.getByLabel('网上下载').check()
  await page.getByRole('button', { name: '保存并继续' }).click()
  await page.getByLabel('申请什么').fill('新建，施工许可')
  await page.getByRole('button', { name: '保存并继续' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('准备材料')
  await expect(page.getByLabel(/选择文件.*(中标通知书|施工合同)/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: '撤回承诺' })).toHaveCount(2)
  await page.getByRole('link', { name: '去核对' }).click()
  await page.getByLabel('以上内容和材料真实，我已核对').check()
  await page.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByText('已提交。材料是否齐全，会一次告知您。')).toBeVisible()
  return id
}
