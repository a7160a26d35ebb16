/**
 * What the stories of the desks have in common: acts over the API that are not the story itself.
 */

import type { Browser, Page } from '@playwright/test'
import { signInStaff } from './story.ts'

/** A page of a member of staff in a window of their own. */
export async function staffWindow(
  browser: Browser,
  baseURL: string | undefined,
  username: string,
): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  const page = await context.newPage()
  await signInStaff(page, username)
  return page
}

/** What a command leaves of a case. */
export interface MovedCase {
  readonly id: string
  readonly number: string
  readonly version: number
}

/** Sends a command; the story ends where it is refused. */
export async function send(page: Page, path: string, data: object): Promise<MovedCase> {
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const answer = await page.request.post(path, { data, headers })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return (await answer.json()) as MovedCase
}

/** A case received at the counter with these papers, and accepted. */
export async function acceptedCase(
  clerk: Page,
  received: {
    readonly service: string
    readonly applicant: { readonly name: string; readonly identityNumber: string }
    readonly papers: readonly string[]
    readonly facts?: Readonly<Record<string, string | number | boolean>>
  },
): Promise<MovedCase> {
  const { id, version } = await send(clerk, '/api/counter/cases', received)
  return send(clerk, `/api/cases/${id}/acceptance`, { version, follow: [] })
}
