import { describe, expect, it } from 'vitest'
import { awaitedBy, isFiled, isOwnWork, type Plan, type Step, waitingFor } from './step-shown.ts'

function aStep(id: string, given: Partial<Step> = {}): Step {
  const day = '2026-03-02'
  return {
    id,
    name: id,
    kind: 'permit',
    stage: 3,
    lane: 'approval-service',
    days: { value: 1, standard: 1, unit: 'working-days', isDefault: true },
    after: [],
    earlyStart: 0,
    earlyFinish: 1,
    totalFloat: 0,
    freeFloat: 0,
    critical: true,
    toBeConfirmed: false,
    mark: 'G',
    dates: { start: day, early: day, late: day },
    duty: null,
    progress: {
      status: 'not-begun',
      caseId: null,
      startedOn: null,
      finishedOn: null,
      expectedOn: null,
      whoseTurn: null,
    },
    because: [],
    ...given,
  }
}

const award = aStep('award', { kind: 'work', lane: 'trading-centre' })
const candidate = aStep('candidate', { kind: 'work', lane: 'trading-centre' })
const permit = aStep('permit', {
  after: [
    { id: 'award', waivedBy: 'C1' },
    { id: 'candidate', insteadOf: 'C1' },
  ],
})

const planSigned = (signed: readonly string[]) =>
  ({ signed: [...signed], steps: [award, candidate, permit] }) as unknown as Plan

describe(awaitedBy, () => {
  it('names what a step waits for', () => {
    const plan = planSigned([])
    expect(awaitedBy({ plan, step: permit })).toEqual([{ step: award, isWaived: false }])
    expect(waitingFor({ plan, step: award })).toEqual([permit])
    expect(waitingFor({ plan, step: candidate })).toEqual([])
  })
  it('puts the weaker prerequisite in its place once a commitment is signed', () => {
    const plan = planSigned(['C1'])
    expect(awaitedBy({ plan, step: permit })).toEqual([
      { step: award, isWaived: true },
      { step: candidate, isWaived: false },
    ])
    expect(waitingFor({ plan, step: award })).toEqual([])
  })
})

describe('a step', () => {
  it('is filed where somebody rules on it, and work has days of its own', () => {
    expect(isFiled(permit)).toBe(true)
    expect(isOwnWork(permit)).toBe(false)
    expect(isFiled(award)).toBe(false)
    expect(isOwnWork(aStep('design', { kind: 'work', lane: 'applicant' }))).toBe(true)
  })
})
