/**
 * Filling in the questions of a registration, as a newcomer does it.
 */

import type { Page } from '@playwright/test'
import type { Human } from './human.ts'
import type { Applicant } from './prepared-company.ts'
import { expect, signInAs } from './story.ts'

export async function next(newcomer: Human, page: Page): Promise<void> {
  await newcomer.tap(page.getByRole('button', { name: '下一步' }))
}

export async function question(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** From the front page to what is asked before the first question. */
export async function arrive(newcomer: Human, page: Page, person: string): Promise<void> {
  await page.goto('/')
  await newcomer.tap(page.getByRole('link', { name: /开办一家企业/ }).first())
  await newcomer.tap(page.getByRole('link', { name: '登录并开始' }))
  await signInAs(page, person)
  await expect(page.getByRole('button', { name: /^开始/ })).toBeVisible()
}

/** From the front page to the first question. */
export async function begin(newcomer: Human, page: Page, person: string): Promise<void> {
  await arrive(newcomer, page, person)
  await newcomer.tap(page.getByRole('button', { name: /^开始/ }))
  await question(page, '给企业取个名称')
}

export async function answerName(newcomer: Human, page: Page, name: string): Promise<void> {
  await newcomer.type(page.getByLabel('名称', { exact: true }), name)
  await expect(page.getByText('这个名称可以使用')).toBeVisible()
  await newcomer.tap(page.getByLabel(/我承诺/))
  await next(newcomer, page)
}

export async function answerSeat(newcomer: Human, page: Page): Promise<void> {
  await question(page, '选一个工位作住所')
  await newcomer.tap(page.getByRole('radio', { name: /中欧科创园/ }))
  await newcomer.tap(page.getByRole('group', { name: '再选工位' }).getByRole('button').first())
  await expect(page.getByText(/已为您保留/)).toBeVisible()
  await next(newcomer, page)
}

export async function answerScope(newcomer: Human, page: Page): Promise<void> {
  await question(page, '做什么生意')
  await newcomer.type(page.getByLabel('用平常的话说说'), '做软件')
  await newcomer.press('Enter')
  await newcomer.tap(page.getByRole('button', { name: /^加入 ?软件开发/ }))
  await next(newcomer, page)
}

export async function answerCapital(newcomer: Human, page: Page, yuan: string): Promise<void> {
  await question(page, '出资多少')
  await newcomer.type(page.getByLabel('注册资本'), yuan)
  await next(newcomer, page)
}

/** The first person is whoever is signed in. */
export async function answerPeople(newcomer: Human, page: Page, people: readonly Applicant[]): Promise<void> {
  await question(page, '有哪些人')
  for (const [place, { name, identityNumber, phone }] of people.entries()) {
    const sheet = page.getByRole('group', { name: `第 ${place + 1} 个人` })
    if (place > 0) {
      await newcomer.tap(page.getByRole('button', { name: '再加一个人' }))
      await newcomer.type(sheet.getByLabel('姓名'), name)
    }
    await newcomer.type(sheet.getByLabel('身份证号'), identityNumber)
    await newcomer.type(sheet.getByLabel('手机号'), phone)
  }
  await next(newcomer, page)
}

/** Goes on with what is filled in already. */
export async function acceptAsFilled(newcomer: Human, page: Page, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    await question(page, title)
    await next(newcomer, page)
  }
}

/** From the check page to the submission, by the only person who signs. */
export async function signAloneAndSubmit(newcomer: Human, page: Page, company: string): Promise<void> {
  await newcomer.tap(page.getByRole('button', { name: /去签名/ }))
  await newcomer.tap(page.getByRole('button', { name: '生成签名链接' }))
  await newcomer.tap(page.getByRole('link', { name: /去签名/ }))
  await newcomer.tap(page.getByLabel(/我已阅读/))
  await newcomer.tap(page.getByRole('button', { name: '签名' }))
  await expect(page.getByRole('heading', { name: '签好了' })).toBeVisible()
  await newcomer.tap(page.getByRole('link', { name: '我的办件' }).first())
  await newcomer.tap(page.getByRole('link', { name: company }))
  await newcomer.tap(page.getByRole('button', { name: '提交申请' }))
}
