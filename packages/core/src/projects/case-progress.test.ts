import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/index.ts'
import {
  type CaseCommand,
  type CaseState,
  evolveCase,
  exampleCalendar,
  examplePermit,
  handleCase,
  type MaybeCase,
} from '../cases/index.ts'
import { isFruitless, progressOfCase } from './case-progress.ts'

const day = (text: string) => plainDate(`2023-${text}`)

/** A case after these commands, each on its day. */
function caseAfter(...commands: readonly (readonly [string, object])[]): CaseState {
  const opening = ['04-10', { type: 'open', applicant: 'lin', service: examplePermit, awaits: [] }] as const
  const state = [opening, ...commands].reduce<MaybeCase>((before, [on, given]) => {
    const command = { ...given, on: day(on), by: 'somebody' } as CaseCommand
    const events = handleCase(before, command, exampleCalendar)
    if (!events.ok) throw new Error(events.code)
    return events.value.reduce<MaybeCase>(evolveCase, before)
  }, undefined)
  if (state === undefined) throw new Error('a case was opened')
  return state
}

const received = [
  '04-10',
  { type: 'receive', channel: 'counter', papers: ['application', 'award', 'drawings'] },
] as const
const accepted = ['04-10', { type: 'accept', follow: [] }] as const
const begun = ['04-10', { type: 'begin-review' }] as const
const reviewed = [received, accepted, begun] as const

describe(progressOfCase, () => {
  it('has not begun a step before the case is accepted', () => {
    expect(progressOfCase(caseAfter(received), exampleCalendar, day('04-11'))).toEqual({
      ok: true,
      value: undefined,
    })
  })

  it('expects the end when the committed clock ends', () => {
    expect(progressOfCase(caseAfter(...reviewed), exampleCalendar, day('04-11'))).toEqual({
      ok: true,
      value: { started: '2023-04-10', expected: '2023-04-17' },
    })
  })

  it('counts what is left from the expected end of a pause while that runs', () => {
    const pause = {
      type: 'start-special-procedure',
      procedure: 'p1',
      kind: 'publicity',
      reason: '依法公示',
    }
    const paused = caseAfter(...reviewed, ['04-12', pause])
    // publicity is expected to take five working days, until the 19th; of the five committed, those unused follow
    const progress = progressOfCase(paused, exampleCalendar, day('04-13'))
    expect(progress).toMatchObject({ ok: true, value: { started: '2023-04-10' } })
    expect(progress.ok && (progress.value?.expected ?? '') > '2023-04-19').toBe(true)
  })

  it('frees the step of a case that was withdrawn', () => {
    const withdrawn = caseAfter(received, ['04-11', { type: 'withdraw' }])
    expect(isFruitless(withdrawn)).toBe(true)
    expect(progressOfCase(withdrawn, exampleCalendar, day('04-11'))).toEqual({ ok: true, value: undefined })
  })
})
