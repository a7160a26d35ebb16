/**
 * What a story begins with: the house's address, and people who sign in as people do.
 */

import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { Human } from './human.ts'
import { keepStoryTime } from './story-day.ts'
import { openStoryHouse, patienceMs } from './story-house.ts'

export { expect } from '@playwright/test'

/**
 * A story in a browser, at the address of the running house. An error in the console of a page of staff ends it, and so
 * does a page at its end that is wider than the screen: where styles are missing, this is what shows.
 */
export const story = base.extend<object, { readonly origin: string }>({
  origin: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const house = await openStoryHouse()
      await use(house.origin)
      await house.close()
    },
    { scope: 'worker', timeout: patienceMs },
  ],
  browser: [
    async ({ browser }, use) => {
      keepStoryTime(browser)
      await use(browser)
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ origin }, use) => use(origin),
  page: async ({ page }, use) => {
    const errors = errorsOfStaffPages(page)
    await use(page)
    expect(errors).toEqual([])
    expect(await beyondTheEdge(page)).toBe(0)
  },
})

/** How many pixels of a page lie beyond the right edge of the screen. */
function beyondTheEdge(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** What the pages of staff say to the console as errors from now on; an answer that refuses is none. */
export function errorsOfStaffPages(page: Page): readonly string[] {
  const errors: string[] = []
  const hear = (words: string) => {
    const isRefusal = words.startsWith('Failed to load resource')
    if (new URL(page.url()).pathname.startsWith('/work') && !isRefusal) errors.push(words)
  }
  page.on('console', (message) => {
    if (message.type() === 'error') hear(message.text())
  })
  page.on('pageerror', ({ message }) => hear(message))
  return errors
}

/** A phone as most people hold it. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

/** Signs in at the simulated identity service, from a page that offers it. */
export async function signInAs(page: Page, name: string, newcomer?: Human): Promise<void> {
  const person = page.getByRole('link', { name: new RegExp(name) })
  await (newcomer?.tap(person) ?? person.click())
}

interface DemonstrationAccount {
  readonly username: string
  readonly password: string
  readonly code: string
}

const halfMinuteMs = 30_000

/** The sessions that were opened in this process; a member of staff stays signed in from one story to the next. */
const openSessions = new Map<string, Cookies>()
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** Signs a member of staff in, or seats somebody who is signed in already at another screen. */
export async function signInStaff(page: Page, username: string): Promise<void> {
  const cookies = openSessions.get(username)
  if (cookies !== undefined) {
    await page.context().addCookies(cookies)
    if (await isSignedIn(page)) return
  }
  await openSession(page, await accountOf(page, username))
  openSessions.set(username, await page.context().cookies())
}

async function isSignedIn(page: Page): Promise<boolean> {
  const { signedIn } = (await (await page.request.get('/api/session')).json()) as { signedIn: boolean }
  return signedIn
}

/** A code works once: a second log-in in the same half minute waits for the next one. */
async function openSession(page: Page, first: DemonstrationAccount): Promise<void> {
  const opened = await page.request.post('/api/session/staff', { data: first })
  if (opened.ok()) return
  const giveUpAt = Date.now() + 2 * halfMinuteMs
  let account = first
  while (account.code === first.code && Date.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    account = await accountOf(page, first.username)
  }
  const again = await page.request.post('/api/session/staff', { data: account })
  if (!again.ok()) throw new Error(`${first.username} could not sign in: ${await again.text()}`)
}

async function accountOf(page: Page, username: string): Promise<DemonstrationAccount> {
  const answer = await page.request.get('/api/demonstration/accounts')
  const { accounts } = (await answer.json()) as { accounts: readonly DemonstrationAccount[] }
  const account = accounts.find((candidate) => candidate.username === username)
  if (account === undefined) throw new Error(`there is no account ${username}`)
  return account
}
