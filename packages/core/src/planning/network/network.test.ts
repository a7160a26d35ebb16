import { describe, expect, it } from 'vitest'
import { bestCombination, combinationEnds, combinations } from './combinations.ts'
import { commitmentAdvice } from './commitment-advice.ts'
import { criticalPath } from './critical-path.ts'
import { signed } from './network.ts'
import { type NetworkDescription, network } from './network-description.ts'
import { readNetwork } from './network-reading.ts'
import { permitNetwork } from './permit-network.ts'
import { criticalChain, scheduledActivities } from './scheduled-activity.ts'

function read(description: NetworkDescription) {
  const read = network(description)
  if (!read.ok) throw new Error(read.code)
  return read.value
}

function solve(description: NetworkDescription, ids: readonly string[] = []) {
  const solved = criticalPath(read(description), marks(description, ids))
  if (!solved.ok) throw new Error(solved.code)
  const activities = scheduledActivities(solved.value)
  const byId = new Map(activities.map((activity) => [activity.id, activity]))
  return {
    duration: solved.value.duration,
    chain: criticalChain(solved.value),
    activity: (id: string) => byId.get(id),
  }
}

function marks(description: NetworkDescription, ids: readonly string[]) {
  const marked = signed(read(description), ids)
  if (!marked.ok) throw new Error(marked.code)
  return marked.value
}

const activity = (id: string, duration: number, ...after: string[]) => ({
  id,
  duration,
  after: after.map((id) => ({ id })),
})

describe(criticalPath, () => {
  it('works a network out as by hand', () => {
    const {
      duration,
      chain,
      activity: at,
    } = solve({
      activities: [
        activity('design', 4),
        activity('survey', 2),
        activity('review', 3, 'design', 'survey'),
        activity('water', 1, 'survey'),
        activity('permit', 1, 'review'),
      ],
    })
    expect(duration).toBe(8)
    expect(chain).toEqual(['design', 'review', 'permit'])
    expect(at('survey')).toEqual({
      id: 'survey',
      duration: 2,
      earlyStart: 0,
      earlyFinish: 2,
      lateStart: 2,
      lateFinish: 4,
      totalFloat: 2,
      freeFloat: 0,
      critical: false,
    })
    expect(at('water')).toMatchObject({ earlyFinish: 3, lateFinish: 8, totalFloat: 5, freeFloat: 5 })
    expect(at('permit')).toMatchObject({ totalFloat: 0, freeFloat: 0, critical: true })
  })

  it('waits for the lag between two activities, and floats before it', () => {
    const { duration, activity: at } = solve({
      activities: [
        activity('notice', 1),
        { id: 'opening', duration: 1, after: [{ id: 'notice', lag: 20 }, { id: 'room' }] },
        activity('room', 5),
      ],
    })
    expect(duration).toBe(22)
    expect(at('room')).toMatchObject({ totalFloat: 16, freeFloat: 16 })
  })

  it('makes a duty of what the goal does not wait for', () => {
    const { duration, activity: at } = solve({
      goal: 'permit',
      activities: [activity('permit', 2), activity('archive', 9, 'permit'), activity('fee', 1)],
    })
    expect(duration).toBe(2)
    expect(at('archive')).toMatchObject({
      earlyStart: 2,
      earlyFinish: 11,
      lateStart: null,
      lateFinish: null,
      totalFloat: null,
      freeFloat: null,
      critical: false,
    })
  })

  it('holds a deadline, and shows by negative float that it cannot be kept', () => {
    const tight = read({
      activities: [activity('permit', 2), activity('works', 3, 'permit'), activity('register', 9)],
    })
    const floats = (deadline: number) => {
      const solved = criticalPath(tight, [], {
        deadlines: (earlyFinish) => new Map([[0, (earlyFinish[0] ?? 0) + deadline]]),
      })
      return solved.ok ? scheduledActivities(solved.value).map(({ totalFloat }) => totalFloat) : solved
    }
    expect(floats(100)).toEqual([4, 4, 0])
    expect(floats(0)).toEqual([0, 4, 0])
    expect(floats(-1)).toEqual([-1, 4, 0])
  })

  it('walks the chain back to the last-listed of those that are finished last', () => {
    const { chain } = solve({
      activities: [activity('a', 2), activity('b', 2), activity('c', 1), activity('d', 1, 'b', 'a', 'c')],
    })
    expect(chain).toEqual(['a', 'd'])
  })

  it('counts an empty network as done, and an activity of no days as a moment', () => {
    expect(solve({ activities: [] })).toMatchObject({ duration: 0, chain: [] })
    expect(solve({ activities: [activity('filing', 0)] }).activity('filing')).toMatchObject({
      earlyFinish: 0,
      critical: true,
    })
  })

  it('goes through a chain too deep for recursion', () => {
    const activities = Array.from({ length: 20_000 }, (_, index) =>
      activity(`a${index}`, 1, ...(index === 0 ? [] : [`a${index - 1}`])),
    )
    expect(solve({ activities: activities.toReversed() }).duration).toBe(20_000)
  })

  it('refuses activities that wait for each other, and names the circle', () => {
    const description = {
      activities: [
        activity('a', 1, 'c'),
        activity('b', 1, 'a'),
        activity('c', 1, 'b'),
        activity('d', 1, 'a'),
      ],
    }
    expect(criticalPath(read(description), [])).toEqual({
      ok: false,
      code: 'circle',
      because: { circle: ['a', 'c', 'b'] },
    })
    expect(criticalPath(read({ activities: [activity('a', 1, 'a')] }), [])).toMatchObject({ code: 'circle' })
  })

  it('finds a circle only where the commitments that make it are signed', () => {
    const description = {
      activities: [
        { id: 'a', duration: 1, after: [{ id: 'b', waivedBy: 'C1' }] },
        { id: 'b', duration: 1, after: [{ id: 'a', insteadOf: 'C2' }] },
      ],
    }
    expect(solve(description).duration).toBe(2)
    expect(solve(description, ['C1', 'C2']).chain).toEqual(['a', 'b'])
    expect(criticalPath(read(description), marks(description, ['C2']))).toMatchObject({ code: 'circle' })
    expect(combinationEnds(read(description))).toMatchObject({
      code: 'circle',
      because: { circle: ['a', 'b'], signed: ['C2'] },
    })
  })
})

describe(network, () => {
  const refusal = (description: NetworkDescription) => {
    const read = network(description)
    return read.ok ? 'read' : [read.code, read.because]
  }

  it('refuses ids that are repeated or lead nowhere, and says which', () => {
    expect(refusal({ activities: [activity('a', 1), activity('a', 2)] })).toEqual([
      'activity-repeated',
      { activity: 'a' },
    ])
    expect(refusal({ activities: [activity('a', 1, 'z')] })).toEqual([
      'activity-unknown',
      { activity: 'z', neededBy: 'a' },
    ])
    expect(refusal({ goal: 'z', activities: [] })).toEqual(['activity-unknown', { activity: 'z' }])
  })

  it.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])('refuses a duration or a lag of %d days', (days) => {
    expect(refusal({ activities: [activity('a', days)] })).toEqual(['duration-not-whole', { activity: 'a' }])
    const after = [{ id: 'a', lag: days }]
    expect(refusal({ activities: [activity('a', 1), { id: 'b', duration: 1, after }] })).toEqual([
      'duration-not-whole',
      { activity: 'b' },
    ])
  })

  it('takes ids that a record of JavaScript knows already', () => {
    expect(
      solve({ activities: [activity('constructor', 2), activity('__proto__', 3, 'constructor')] }),
    ).toMatchObject({
      duration: 5,
    })
  })

  it('refuses a signature under a commitment that it does not have', () => {
    expect(signed(read(permitNetwork), ['C1', 'C9'])).toEqual({
      ok: false,
      code: 'commitment-unknown',
      because: { commitment: 'C9', known: ['C1', 'C2', 'C3'] },
    })
  })
})

describe(combinations, () => {
  const ends = (description: NetworkDescription) => {
    const solved = combinationEnds(read(description))
    if (!solved.ok) throw new Error(solved.code)
    return solved.value
  }

  it('finds what each combination of the permit network comes to, smaller ones first', () => {
    expect(combinations(ends(permitNetwork))).toEqual([
      { signed: [], workingDays: 61 },
      { signed: ['C1'], workingDays: 61 },
      { signed: ['C2'], workingDays: 61 },
      { signed: ['C3'], workingDays: 59 },
      { signed: ['C1', 'C2'], workingDays: 61 },
      { signed: ['C1', 'C3'], workingDays: 54 },
      { signed: ['C2', 'C3'], workingDays: 59 },
      { signed: ['C1', 'C2', 'C3'], workingDays: 54 },
    ])
  })

  it('prefers the fewest commitments among equals', () => {
    expect(bestCombination(ends(permitNetwork))).toEqual({ signed: ['C1', 'C3'], workingDays: 54 })
    expect(bestCombination(ends({ activities: [activity('a', 1)], commitments: ['C1'] }))).toEqual({
      signed: [],
      workingDays: 1,
    })
  })

  it('tries ten commitments and refuses an eleventh', () => {
    const declared = (count: number) => ({
      activities: [activity('a', 1)],
      commitments: Array.from({ length: count }, (_, index) => `C${index}`),
    })
    expect(ends(declared(10)).ends).toHaveLength(1024)
    expect(combinationEnds(read(declared(11)))).toEqual({
      ok: false,
      code: 'too-many-commitments',
      because: { given: 11, most: 10 },
    })
  })
})

describe(commitmentAdvice, () => {
  const advice = (signed: readonly string[], description: NetworkDescription = permitNetwork) => {
    const solved = combinationEnds(read(description))
    if (!solved.ok) throw new Error(solved.code)
    return Object.fromEntries(commitmentAdvice(solved.value, signed))
  }

  it('says of each commitment what signing it now would bring', () => {
    expect(advice([])).toEqual({
      C1: { code: 'needs-others', others: ['C3'] },
      C2: { code: 'saves-nothing' },
      C3: { code: 'saves', sooner: 59, later: 61 },
    })
    expect(advice(['C3'])).toMatchObject({ C1: { code: 'saves', sooner: 54, later: 59 } })
  })

  it('says of signed ones what leaving them out would cost, which does not add up', () => {
    expect(advice(['C1', 'C3'])).toEqual({
      C1: { code: 'delays-without', sooner: 54, later: 59 },
      C2: { code: 'saves-nothing' },
      C3: { code: 'delays-without', sooner: 54, later: 61 },
    })
    expect(advice(['C1'])).toMatchObject({ C1: { code: 'needs-others', others: ['C3'] } })
  })

  it('says of two that stand in for each other that the second saves nothing', () => {
    const either = {
      activities: [
        activity('a', 5),
        { id: 'b', duration: 1, after: [{ id: 'a', waivedBy: 'C1' }] },
        { id: 'c', duration: 1, after: [{ id: 'b', waivedBy: 'C2' }] },
      ],
    }
    expect(advice(['C1', 'C2'], { ...either, goal: 'c' })).toMatchObject({
      C1: { code: 'saves-nothing' },
      C2: { code: 'delays-without' },
    })
  })
})

describe(readNetwork, () => {
  it('reads ids, lags and both kinds of commitment, and leaves other keys alone', () => {
    expect(
      readNetwork({
        note: 'anything',
        goal: 'b',
        commitments: [{ id: 'C1', name: 'later' }],
        activities: [
          { id: 'a', name: '报告', duration: 5 },
          { id: 'b', duration: 0, after: ['a', { id: 'a', lag: 2 }, { id: 'a', waivedBy: 'C1' }] },
        ],
      }),
    ).toEqual({
      ok: true,
      value: {
        goal: 'b',
        commitments: ['C1'],
        activities: [
          { id: 'a', duration: 5, after: [] },
          { id: 'b', duration: 0, after: [{ id: 'a' }, { id: 'a', lag: 2 }, { id: 'a', waivedBy: 'C1' }] },
        ],
      },
    })
  })

  it.each([
    [[], 'activities'],
    [{ activities: {} }, 'activities'],
    [{ activities: [], goal: 4 }, 'goal'],
    [{ activities: [], commitments: [{}] }, 'commitments'],
    [{ activities: ['a'] }, 'activities.0'],
    [{ activities: [{ duration: 1 }] }, 'activities.0.id'],
    [{ activities: [{ id: 'a', duration: '1' }] }, 'activities.0.duration'],
    [{ activities: [{ id: 'a', duration: 1, after: 'b' }] }, 'activities.0.after'],
    [{ activities: [{ id: 'a', duration: 1, after: ['b', 3] }] }, 'activities.0.after.1'],
    [{ activities: [{ id: 'a', duration: 1, after: [{ id: 'b', waivedBy: 3 }] }] }, 'activities.0.after.0'],
  ])('refuses %j and names %s', (content, path) => {
    expect(readNetwork(content)).toEqual({ ok: false, code: 'network-not-readable', because: { path } })
  })
})
