/**
 * What a story of weeks begins with: a house of its own whose days it moves, and people at their screens in it. Everybody's
 * device has the day of the house.
 */

import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import type { PersonToBe } from '../../test-app/sign-in.ts'
import { story } from '../story.ts'
import type { Granted, Wish } from './moving-house.ts'

/** Somebody in a story, with the screen they sit at. */
export interface Somebody extends PersonToBe {
  readonly name: string
  readonly identityNumber: string
  readonly screen: Pick<BrowserContextOptions, 'viewport' | 'hasTouch' | 'isMobile'>
}

/** A house with its days in the hand of a story. */
export interface LongStory {
  /** the page of somebody, signed in today; a page of another day is left behind */
  readonly at: (who: Somebody) => Promise<Page>
  /** the morning of a day comes, `2023-02-20`; everything due by then has happened */
  readonly until: (day: string) => Promise<void>
  /** what was done has reached everybody whom it concerns */
  readonly settle: () => Promise<void>
}

/** A story that takes weeks, from the morning of its first day. */
export const longStory = story.extend<{ readonly firstDay: string; readonly house: LongStory }>({
  firstDay: ['2023-02-01', { option: true }],
  house: async ({ browser, firstDay }, use) => {
    const port = await freePort()
    const child = fork(join(import.meta.dirname, 'moving-house.ts'), [String(port), morningOf(firstDay)], {
      // what the runner of stories loads into its own processes is not for the house
      execArgv: [],
    })
    await answerOf(child)
    await use(storyIn({ browser, child, origin: `http://localhost:${port}`, firstDay }))
    await ask(child, { ask: 'close' })
  },
})

interface Stage {
  readonly browser: Browser
  readonly child: ChildProcess
  readonly origin: string
  readonly firstDay: string
}

function storyIn({ browser, child, origin, firstDay }: Stage): LongStory {
  let today = firstDay
  const known = new Set<string>()
  const pages = new Map<string, { readonly day: string; readonly page: Page }>()
  async function enter(who: Somebody): Promise<Page> {
    const { screen, ...person } = who
    const { name: called, identityNumber, roles = [] } = person
    const assurance = roles.length > 0 ? ('two-factor' as const) : ('face' as const)
    // duties are given once, sessions every day
    const granted = known.has(called) ? { name: called, identityNumber, assurance } : person
    known.add(called)
    const { cookie = '' } = await ask(child, { ask: 'sign-in', person: granted })
    const context = await browser.newContext({ ...screen, baseURL: origin, locale: 'zh-CN' })
    await context.clock.setFixedTime(morningOf(today))
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: origin }])
    return context.newPage()
  }
  return {
    at: async (who) => {
      const last = pages.get(who.name)
      if (last?.day === today) return last.page
      await last?.page.context().close()
      const page = await enter(who)
      pages.set(who.name, { day: today, page })
      return page
    },
    until: async (day) => {
      today = day
      await ask(child, { ask: 'move', to: morningOf(day) })
    },
    settle: async () => {
      await ask(child, { ask: 'settle' })
    },
  }
}

/** Ten o'clock in the zone's morning. */
function morningOf(day: string): string {
  return `${day}T02:00:00Z`
}

async function ask(child: ChildProcess, wish: Wish): Promise<Granted> {
  const answer = answerOf(child)
  child.send(wish)
  const granted = await answer
  if (granted.failure !== undefined) throw new Error(`${wish.ask}: ${granted.failure}`)
  return granted
}

function answerOf(child: ChildProcess): Promise<Granted> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('the house of the story is gone'))
    child.once('exit', gone)
    child.once('message', (granted: Granted) => {
      child.off('exit', gone)
      resolve(granted)
    })
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
