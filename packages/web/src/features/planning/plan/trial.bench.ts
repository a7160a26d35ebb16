/**
 * What `npm run bench` measures of a what-if as the browser reckons it at every tick of a box: everything between the tick
 * and the drawing.
 */

import { plainDate, workingCalendar } from '@guanjia/core/calendar'
import { type PlanStep, workingDayAxis } from '@guanjia/core/planning'
import { trialOf } from './trial.ts'
import type { DatedFrame } from './wire-plan.ts'

const commitments = Array.from({ length: 10 }, (_, place) => `C${place}`)
const permit = 'a55'

/** A step that waits for up to three before it; every third leaves one of its links to a commitment. */
function stepAt(place: number): PlanStep {
  const before = [1, 3, 8].map((back) => place - back).filter((other) => other >= 0)
  const id = (at: number) => `a${at}`
  const signed = commitments[(place / 3) % commitments.length]
  const after = before.map((at, order) => {
    if (place % 3 !== 0 || order !== 0 || signed === undefined) return { id: id(at) }
    return place % 2 === 0 ? { id: id(at), waivedBy: signed } : { id: id(at), insteadOf: signed }
  })
  return {
    id: id(place),
    name: { 'zh-CN': `步骤${place}` },
    kind: 'permit',
    lane: 'housing',
    days: { value: 1 + ((place * 7) % 15), standard: 5, unit: 'working-days', isDefault: true },
    after,
    toBeConfirmed: false,
    mark: 'G',
  }
}

function aFrame(): DatedFrame {
  const noDays = { source: '', daysOff: new Map(), makeUpDays: new Map() }
  const calendar = workingCalendar(
    'bench',
    [2023, 2024, 2025].map((year) => ({ year, ...noDays })),
  )
  const axis = workingDayAxis(calendar, plainDate('2023-02-01'))
  if (!axis.ok) throw new Error(`broken promise: the calendar has its years: ${axis.code}`)
  const makeUp = { kind: 'days', value: 15, unit: 'working-days', from: 'permit' } as const
  const frame = {
    view: 'project',
    axis: axis.value,
    steps: Array.from({ length: 60 }, (_, place) => stepAt(place)),
    permits: [permit],
    commitments: commitments.map((id) => ({ id, service: permit, makeUp })),
    signed: [],
    progress: undefined,
  } as const
  return { frame, calendar }
}

const dated = aFrame()
const choice = { signed: ['C1', 'C3'], durations: { a7: 9 } }
if (trialOf(dated, choice).advice.size !== commitments.length)
  throw new Error('broken promise: every commitment of the bench is tried')

/** A tick is answered within one frame of the screen. */
export const goals: Readonly<Record<string, { readonly work: () => unknown; readonly mostMs: number }>> = {
  'what-if of 60 activities, 1,024 combinations': {
    work: () => trialOf(dated, choice),
    mostMs: 16,
  },
}
