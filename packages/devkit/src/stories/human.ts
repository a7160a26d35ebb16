/**
 * A newcomer at the screen: finds things by what they are called, and is counted.
 *
 * Steps: every tap, typed field or key is one; going to something with the Tab key is one, every Tab takes its time. Time: a keystroke-level model (pointer 1.1 s, thinking 1.35 s a new
 * screen, 0.28 s a character on a keyboard, 0.9 s a character on a phone) plus the real waiting.
 */

import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

const pointerMs = 1_100
const thinkingMs = 1_350
const mostTabs = 60
const characterMs = { pc: 280, phone: 900 } as const

/** Somebody who uses the pages by sight and name alone. */
export interface Human {
  readonly tap: (target: Locator) => Promise<void>
  readonly type: (target: Locator, text: string) => Promise<void>
  readonly press: (key: string) => Promise<void>
  /** goes to something with the Tab key alone, and fails where that does not lead there */
  readonly tabTo: (target: Locator) => Promise<void>
  /** writes over what stands in the field that has the focus, key by key */
  readonly write: (text: string) => Promise<void>
  readonly report: () => { readonly steps: number; readonly seconds: number }
}

/** Puts a newcomer in front of a page. */
export function aHuman(page: Page, device: 'pc' | 'phone'): Human {
  const started = performance.now()
  let steps = 0
  let modelled = 0
  page.on('framenavigated', () => {
    modelled += thinkingMs
  })
  return {
    async tap(target) {
      steps += 1
      modelled += pointerMs
      await target.click()
    },
    async type(target, text) {
      steps += 1
      modelled += pointerMs + characterMs[device] * [...text].length
      await target.fill(text)
    },
    async press(key) {
      steps += 1
      modelled += characterMs.pc
      await page.keyboard.press(key)
    },
    async tabTo(target) {
      steps += 1
      for (let tabs = 0; tabs < mostTabs; tabs += 1) {
        await page.keyboard.press('Tab')
        modelled += characterMs.pc
        if (await target.evaluate((element) => element === document.activeElement)) return
      }
      throw new Error(`${mostTabs} times Tab did not lead to ${target}`)
    },
    async write(text) {
      steps += 1
      modelled += characterMs[device] * [...text].length
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },
    report: () => ({ steps, seconds: Math.round((modelled + performance.now() - started) / 1000) }),
  }
}

/** Demands that axe finds nothing on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // the tree of everything that is in order costs more than the finding
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect(found).toEqual([])
}
