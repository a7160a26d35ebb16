import { describe, expect, it } from 'vitest'
import { type Gate, type ProjectOutlook, slipRisks, willSlip } from './index.ts'

function aGate(extra: Partial<Gate> = {}): Gate {
  return {
    activityId: 'M307',
    court: 'authority',
    daysToEnd: 5,
    daysToAct: 5,
    float: 0,
    daysToBegin: null,
    ...extra,
  }
}

function aProject(projectId: string, gates: readonly Gate[], daysSinceContact?: number): ProjectOutlook {
  return { projectId, gates, daysSinceContact }
}

function listed(outlooks: readonly ProjectOutlook[]) {
  return slipRisks(outlooks, 10).map(({ projectId, gate, slip }) => [projectId, gate.activityId, slip])
}

describe(slipRisks, () => {
  it('puts what slips most first, then what leaves least time', () => {
    expect(
      listed([
        aProject('soon', [aGate({ daysToAct: 2, daysToEnd: 2 })]),
        aProject('late', [aGate({ daysToAct: -3, daysToEnd: 1 })]),
        aProject('sooner', [aGate({ daysToAct: 1, daysToEnd: 1 })]),
      ]),
    ).toEqual([
      ['late', 'M307', 4],
      ['sooner', 'M307', 0],
      ['soon', 'M307', 0],
    ])
  })
  it('leaves out what has float to spare and what lies beyond the horizon', () => {
    expect(
      listed([
        aProject('calm', [aGate({ daysToAct: 9, daysToEnd: 4, float: 5 })]),
        aProject('far', [aGate({ daysToAct: 11, daysToEnd: 11 })]),
        aProject('done', []),
      ]),
    ).toEqual([])
  })
  it('names the gate that costs most', () => {
    expect(
      listed([
        aProject('two', [aGate({ daysToEnd: 6 }), aGate({ activityId: 'M202', daysToAct: 4, daysToEnd: 9 })]),
      ]),
    ).toEqual([['two', 'M202', 5]])
  })
  it('puts first, of two alike, whom nobody has spoken to for longest', () => {
    expect(
      listed([
        aProject('fresh', [aGate()], 0),
        aProject('never', [aGate()]),
        aProject('quiet', [aGate()], 8),
      ]).map(([id]) => id),
    ).toEqual(['never', 'quiet', 'fresh'])
  })
  it('counts what was not begun by the day on which it must begin, float or not', () => {
    const waiting = aGate({ daysToEnd: 12, daysToAct: 15, float: 3, daysToBegin: 3 })
    expect(slipRisks([aProject('waits', [waiting])], 10)).toMatchObject([
      { kind: 'must-begin', daysLeft: 3, slip: 0 },
    ])
    expect(slipRisks([aProject('waits', [waiting])], 2)).toEqual([])
  })
})

describe(willSlip, () => {
  const first = (gate: Gate) => slipRisks([aProject('one', [gate])], 10).some((risk) => willSlip(risk, 3))

  it('holds for what slips already and for what must begin soon', () => {
    expect(first(aGate({ daysToEnd: 4, daysToAct: 1 }))).toBe(true)
    expect(first(aGate({ daysToBegin: 3, daysToEnd: 5, daysToAct: 8, float: 3 }))).toBe(true)
    expect(first(aGate({ daysToBegin: 4, daysToEnd: 5, daysToAct: 9, float: 4 }))).toBe(false)
  })

  it('leaves in peace what goes on in time', () => {
    expect(first(aGate({ daysToEnd: 2, daysToAct: 2 }))).toBe(false)
  })
})
