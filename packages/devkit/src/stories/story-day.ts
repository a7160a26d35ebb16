/**
 * The day on which every story plays, whatever day and hour it is run at: a working day of a published year, at nine in the morning,
 * outside quiet hours. The house and the browsers have this time; it passes as real time does.
 */

import type { Browser } from '@playwright/test'

const storyStartsAt = Date.parse('2026-11-25T09:00:00+08:00')

/** How far the time of the stories of this process is ahead of the machine's, in whole seconds; negative: behind. */
export const aheadSeconds = Math.round((storyStartsAt - Date.now()) / 1000)

/** The time of the story. */
export function storyNow(): Date {
  return new Date(Date.now() + aheadSeconds * 1000)
}

/** Gives every window that the browser opens from now on the time of the story. */
export function keepStoryTime(browser: Browser): void {
  const open = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await open(options)
    await context.addInitScript(moveClock, aheadSeconds * 1000)
    return context
  }
}

/** Runs in the page: its `Date` is ahead of the machine's. */
function moveClock(ahead: number): void {
  const MachineDate = Date
  class StoryDate extends MachineDate {
    constructor(...given: [] | [number]) {
      super(...((given.length === 0 ? [StoryDate.now()] : given) as [number]))
    }
    static override now(): number {
      return MachineDate.now() + ahead
    }
  }
  globalThis.Date = StoryDate as unknown as DateConstructor
}
