/**
 * What `npm run bench` measures of the lights, with the most that it may take.
 */

import { addDays, plainDate, workingCalendar } from '../../calendar/index.ts'
import { type Light, lights } from './light.ts'
import type { LightRule } from './light-rule.ts'
import type { NodeFacts } from './node-facts.ts'
import { nodeLight } from './node-light.ts'

const on = plainDate('2026-06-30')
const rule: LightRule = {
  id: 'bench',
  from: plainDate('2023-01-01'),
  nodes: {},
  otherwise: {
    nearDue: { within: { value: 15, unit: 'natural-days' } },
    overdue: { amberUpTo: { value: 30, unit: 'natural-days' } },
  },
}
const calendar = workingCalendar('none', [])

/** A million obligations: due from 200 days before the day of the question to 199 after it, every third one done. */
const obligations: readonly NodeFacts[] = Array.from({ length: 1_000_000 }, (_, place) => {
  const due = addDays(on, (place % 400) - 200)
  const plans = [{ on: due }]
  return place % 3 === 0 ? { node: 'duty', plans, done: { on: due } } : { node: 'duty', plans }
})

function countLights(): Readonly<Record<Light, number>> {
  const counts = Object.fromEntries(lights.map((light) => [light, 0])) as Record<Light, number>
  for (const facts of obligations) {
    const shown = nodeLight(facts, { rule, calendar, on })
    if (!shown.ok) throw new Error('broken promise: natural days need no calendar')
    counts[shown.value.light] += 1
  }
  return counts
}

/** Work with the most milliseconds it may take. */
export const goals: Readonly<Record<string, { readonly work: () => unknown; readonly mostMs: number }>> = {
  '1,000,000 obligations looked at again': { work: countLights, mostMs: 1_000 },
}
