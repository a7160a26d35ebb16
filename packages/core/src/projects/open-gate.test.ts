import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/index.ts'
import type { Plan, PlannedStep } from '../planning/index.ts'
import { gateToday, type OpenGate, openGates } from './index.ts'

function aStep(id: string, extra: Partial<PlannedStep> = {}): PlannedStep {
  return {
    id,
    name: { 'zh-CN': `事项${id}`, en: id },
    kind: 'work',
    lane: 'housing',
    days: { value: 5, standard: 5, unit: 'working-days', isDefault: true },
    after: [],
    toBeConfirmed: false,
    mark: 'G',
    duration: 5,
    earlyStart: 0,
    earlyFinish: 5,
    lateStart: 2,
    lateFinish: 7,
    totalFloat: 2,
    freeFloat: 0,
    critical: false,
    dates: { start: plainDate('2026-03-02'), early: plainDate('2026-03-09'), late: plainDate('2026-03-11') },
    ...extra,
  }
}

function aPlan(steps: readonly PlannedStep[], signed: readonly string[] = []): Plan {
  return { steps, signed } as unknown as Plan
}

const ids = (plan: Plan) => openGates(plan).map(({ step }) => step)

describe(openGates, () => {
  it('are the steps that wait for no other one and are not done', () => {
    const done = aStep('A', { actual: { status: 'done', beyond: 0 } })
    expect(
      ids(aPlan([done, aStep('B', { after: [{ id: 'A' }] }), aStep('C', { after: [{ id: 'B' }] })])),
    ).toEqual(['B'])
  })
  it('hold what was begun early, whatever it should have waited for', () => {
    const early = aStep('B', { after: [{ id: 'A' }], actual: { status: 'running', beyond: 0 } })
    expect(ids(aPlan([aStep('A'), early]))).toEqual(['A', 'B'])
  })
  it('wait for the weaker prerequisite where a commitment was signed', () => {
    const permit = aStep('P', {
      after: [
        { id: 'letter', waivedBy: 'C1' },
        { id: 'winner', insteadOf: 'C1' },
      ],
    })
    const winner = aStep('winner', { actual: { status: 'done', beyond: 0 } })
    const steps = [aStep('letter'), winner, permit]
    expect(ids(aPlan(steps, ['C1']))).toEqual(['letter', 'P'])
    expect(ids(aPlan(steps))).toEqual(['letter'])
  })
  it('leave out what moves no date', () => {
    const duty = aStep('duty', { duty: { commitment: 'C3', due: 7, dueDate: plainDate('2026-03-11') } })
    expect(ids(aPlan([duty, aStep('loose', { totalFloat: null }), aStep('work')]))).toEqual(['work'])
  })
})

describe(gateToday, () => {
  const gate: OpenGate = {
    step: 'M307',
    name: { 'zh-CN': '施工许可', en: 'Permit' },
    lane: 'housing',
    isBegun: false,
    startOn: plainDate('2026-03-02'),
    endOn: plainDate('2026-03-09'),
    lateOn: plainDate('2026-03-11'),
    days: 5,
    float: 2,
  }
  const daysFrom = (day: number) => (date: string) => Number(date.slice(-2)) - day

  it('waits for the applicant until it is filed, then for the authority', () => {
    expect(gateToday(gate, daysFrom(2)).court).toBe('applicant')
    expect(gateToday({ ...gate, isBegun: true }, daysFrom(2)).court).toBe('authority')
    expect(gateToday({ ...gate, lane: 'utility' }, daysFrom(2)).court).toBe('third-party')
    const corrected = { ...gate, isBegun: true, caseCourt: 'applicant' } as const
    expect(gateToday(corrected, daysFrom(2)).court).toBe('applicant')
  })
  it('ends its days after today where nobody has begun', () => {
    expect(gateToday(gate, daysFrom(8))).toMatchObject({ daysToEnd: 5, daysToAct: 3, daysToBegin: -2 })
    expect(gateToday(gate, daysFrom(1))).toMatchObject({ daysToEnd: 6, daysToAct: 10, daysToBegin: 5 })
  })
  it('ends when it was expected to where it was begun, but not before today', () => {
    const begun = { ...gate, isBegun: true }
    expect(gateToday(begun, daysFrom(4))).toMatchObject({ daysToEnd: 5, daysToBegin: null })
    expect(gateToday(begun, daysFrom(12))).toMatchObject({ daysToEnd: 0, daysToAct: -1 })
  })
})
