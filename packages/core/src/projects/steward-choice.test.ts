import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/index.ts'
import { chooseStewards, type Steward, type Workload } from './index.ts'

const on = plainDate('2023-03-01')

function aSteward(id: string, extra: Partial<Steward> = {}): Steward {
  return { id, isLeader: false, specialties: [], leaves: [], ...extra }
}

function choose(
  stewards: readonly Steward[],
  loads: Readonly<Record<string, Workload>> = {},
  except: readonly string[] = [],
) {
  return chooseStewards(
    { stewards, workloads: new Map(Object.entries(loads)) },
    { kind: 'medical', on, except },
  )
}

describe(chooseStewards, () => {
  it('gives a project to whoever knows its kind, before whoever has less to do', () => {
    const chosen = choose([aSteward('li'), aSteward('wang', { specialties: ['medical'] })], {
      wang: { primary: 9, backup: 0 },
    })
    expect(chosen).toMatchObject({ value: { primary: 'wang', backup: 'li' } })
  })
  it('gives it to whoever has least on hand among those who know it', () => {
    const chosen = choose([aSteward('li'), aSteward('wang'), aSteward('zhao')], {
      li: { primary: 3, backup: 0 },
      wang: { primary: 2, backup: 5 },
      zhao: { primary: 2, backup: 1 },
    })
    expect(chosen).toMatchObject({
      value: {
        primary: 'zhao',
        backup: 'li',
        because: { primary: { workload: { primary: 2, backup: 1 } }, backup: { isPresent: true } },
      },
    })
  })
  it('makes nobody on leave the primary, and somebody on leave the backup only where nobody else is there', () => {
    const away = { leaves: [{ from: plainDate('2023-02-20'), to: on }] }
    expect(choose([aSteward('li', away), aSteward('wang'), aSteward('zhao')])).toMatchObject({
      value: { primary: 'wang', backup: 'zhao' },
    })
    expect(choose([aSteward('li', away), aSteward('wang')])).toMatchObject({
      value: { primary: 'wang', backup: 'li', because: { backup: { isPresent: false } } },
    })
    expect(choose([aSteward('li', away), aSteward('wang', away)])).toMatchObject({ code: 'nobody-present' })
  })
  it('counts the first and the last day of leave, and no other', () => {
    const leave = { from: plainDate('2023-03-02'), to: plainDate('2023-03-03') }
    expect(choose([aSteward('li', { leaves: [leave] }), aSteward('wang')])).toMatchObject({
      value: { primary: 'li' },
    })
  })
  it('refuses a team that cannot give two people', () => {
    expect(choose([aSteward('li'), aSteward('wang')], {}, ['wang'])).toMatchObject({
      code: 'too-few-stewards',
      because: { candidates: 1 },
    })
  })
  it('chooses the same people for the same question, whatever the order of the team', () => {
    const team = [aSteward('li'), aSteward('wang'), aSteward('zhao')]
    expect(choose(team.toReversed())).toEqual(choose(team))
  })
})
