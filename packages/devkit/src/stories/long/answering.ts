/**
 * Answering the questionnaire of a project on the screen: what the story says, and else the plainest answer there is.
 */

import { expect, type Page } from '@playwright/test'

/** An answer: a touch on what begins so, or numbers by the names of their fields. */
export type Answer = string | Readonly<Record<string, string>>

/** Answers by the beginning of their question. */
export type Answers = Readonly<Record<string, Answer>>

const plainest = /^(以上都没有|都不用|否|不确定)/
const check = '核对您的回答'
const mostQuestions = 30

/** From the first question to the page where the answers are checked. */
export async function answerQuestions(page: Page, answers: Answers): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 })
  for (let asked = 0; asked < mostQuestions; asked += 1) {
    const question = await heading.innerText()
    if (question === check) return
    const address = page.url()
    await answerOne(page, Object.entries(answers).find(([start]) => question.startsWith(start))?.[1])
    await page.waitForURL(({ href }) => href !== address)
    await expect(heading).not.toHaveText(question)
  }
  throw new Error(`${mostQuestions} answers did not lead to the check`)
}

async function answerOne(page: Page, answer: Answer | undefined): Promise<void> {
  const press = (name: RegExp) => page.locator('main').getByRole('button', { name }).first().click()
  if (typeof answer === 'object') {
    for (const [field, number] of Object.entries(answer)) await page.getByLabel(field).fill(number)
    return press(/^下一步/)
  }
  return press(answer === undefined ? plainest : new RegExp(`^${answer}`))
}
