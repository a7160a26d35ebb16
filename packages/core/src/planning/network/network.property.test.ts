import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combinationEnds, combinations } from './combinations.ts'
import { criticalPath } from './critical-path.ts'
import { signed } from './network.ts'
import {
  type NetworkActivity,
  type NetworkDescription,
  type NetworkLink,
  network,
} from './network-description.ts'
import { criticalChain, scheduledActivities } from './scheduled-activity.ts'

function solve(description: NetworkDescription, ids: readonly string[] = []) {
  const read = network(description)
  if (!read.ok) throw new Error(read.code)
  const marked = signed(read.value, ids)
  if (!marked.ok) throw new Error(marked.code)
  const solved = criticalPath(read.value, marked.value)
  if (!solved.ok) throw new Error(solved.code)
  const activities = scheduledActivities(solved.value)
  return { duration: solved.value.duration, activities, chain: criticalChain(solved.value) }
}

/** Networks whose links lead back in the list, some under commitments; every one can be solved. */
const description: fc.Arbitrary<NetworkDescription> = fc
  .array(
    fc.record({
      duration: fc.nat(12),
      links: fc.array(
        fc.record({
          back: fc.nat(30),
          lag: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(5)),
          commitment: fc.oneof(
            { weight: 3, arbitrary: fc.constant(undefined) },
            fc.constantFrom('C1', 'C2', 'C3'),
          ),
          waives: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((entries) => ({
    activities: entries.map(({ duration, links }, index) => ({
      id: `a${index}`,
      duration,
      after: links
        .filter(() => index > 0)
        .map(({ back, lag, commitment, waives }): NetworkLink => {
          const kind = commitment && (waives ? { waivedBy: commitment } : { insteadOf: commitment })
          return { id: `a${back % index}`, lag, ...kind }
        }),
    })),
    commitments: ['C1', 'C2', 'C3'],
  }))

const plain = description.map(({ activities }) => ({
  activities: activities.map((activity) => ({
    ...activity,
    after: activity.after.map(({ id, lag = 0 }) => ({ id, lag })),
  })),
}))

/** The oracle: pushes starts forward until nothing moves any more, never ordering anything. */
function relaxed(activities: readonly NetworkActivity[], signed: readonly string[] = []) {
  const starts = new Map(activities.map(({ id }) => [id, 0]))
  const days = new Map(activities.map(({ id, duration }) => [id, duration]))
  const finish = (id: string) => (starts.get(id) ?? 0) + (days.get(id) ?? 0)
  const waits = activities.flatMap(({ id, after }) =>
    after.filter((link) => counts(link, signed)).map((link) => ({ id, before: link.id, lag: link.lag ?? 0 })),
  )
  for (let moved = true; moved; ) {
    moved = false
    for (const { id, before, lag } of waits) {
      if (finish(before) + lag <= (starts.get(id) ?? 0)) continue
      starts.set(id, finish(before) + lag)
      moved = true
    }
  }
  return { starts, finish, end: Math.max(0, ...activities.map(({ id }) => finish(id))) }
}

function counts({ waivedBy, insteadOf }: NetworkLink, signed: readonly string[]): boolean {
  const isWaived = waivedBy !== undefined && signed.includes(waivedBy)
  return !isWaived && (insteadOf === undefined || signed.includes(insteadOf))
}

const longer = (activities: readonly NetworkActivity[], id: string, days: number) =>
  activities.map((activity) =>
    activity.id === id ? { ...activity, duration: activity.duration + days } : activity,
  )

describe('any network', () => {
  it('has the early dates and the ends that relaxation finds, under every combination', () => {
    fc.assert(
      fc.property(description, (description) => {
        const read = network(description)
        if (!read.ok) throw new Error(read.code)
        const ends = combinationEnds(read.value)
        if (!ends.ok) throw new Error(ends.code)
        for (const { signed, workingDays } of combinations(ends.value)) {
          const oracle = relaxed(description.activities, signed)
          expect(workingDays).toBe(oracle.end)
          const { activities, duration } = solve(description, signed)
          expect(duration).toBe(oracle.end)
          for (const { id, earlyStart, earlyFinish } of activities)
            expect([earlyStart, earlyFinish]).toEqual([oracle.starts.get(id), oracle.finish(id)])
        }
      }),
    )
  })

  it('keeps its end when an activity slips by its total float, and no day more', () => {
    fc.assert(
      fc.property(plain, ({ activities }) => {
        const solved = solve({ activities })
        for (const { id, totalFloat, lateStart, earlyStart, critical } of solved.activities) {
          const float = totalFloat ?? Number.NaN
          expect(relaxed(longer(activities, id, float)).end).toBe(solved.duration)
          expect(relaxed(longer(activities, id, float + 1)).end).toBe(solved.duration + 1)
          expect([(lateStart ?? 0) - earlyStart, critical]).toEqual([float, float === 0])
        }
      }),
    )
  })

  it('moves no other early start when an activity slips by its free float, and something by a day more', () => {
    fc.assert(
      fc.property(plain, ({ activities }) => {
        const before = relaxed(activities)
        const moved = (id: string, days: number) => {
          const after = relaxed(longer(activities, id, days))
          const starts = activities.some(
            (other) => before.starts.get(other.id) !== after.starts.get(other.id),
          )
          return starts || after.end !== before.end
        }
        for (const { id, freeFloat } of solve({ activities }).activities)
          expect([moved(id, freeFloat ?? 0), moved(id, (freeFloat ?? 0) + 1)]).toEqual([false, true])
      }),
    )
  })

  it('is driven by its chain: no float, without a gap, from the start to the end', () => {
    fc.assert(
      fc.property(plain, ({ activities }) => {
        const { chain, duration, activities: scheduled } = solve({ activities })
        const at = (id: string) => scheduled.find((activity) => activity.id === id)
        let time = 0
        for (const [index, id] of chain.entries()) {
          const before = chain[index - 1]
          const lags = activities
            .find((activity) => activity.id === id)
            ?.after.flatMap((link) => (link.id === before ? [link.lag ?? 0] : []))
          time += before === undefined ? 0 : Math.max(...(lags ?? []))
          expect(at(id)).toMatchObject({ earlyStart: time, critical: true })
          time += at(id)?.duration ?? 0
        }
        expect(time).toBe(duration)
      }),
    )
  })

  it('makes duties of exactly those activities whose slip can never move the goal', () => {
    fc.assert(
      fc.property(plain, fc.nat(), ({ activities }, pick) => {
        const goal = activities[pick % activities.length]?.id ?? ''
        const finish = relaxed(activities).finish(goal)
        const solved = solve({ activities, goal })
        expect(solved.duration).toBe(finish)
        for (const { id, totalFloat } of solved.activities) {
          const slips = (days: number) => relaxed(longer(activities, id, days)).finish(goal) - finish
          expect(totalFloat === null).toBe(slips(10_000) === 0)
          if (totalFloat !== null) expect([slips(totalFloat), slips(totalFloat + 1)]).toEqual([0, 1])
        }
      }),
    )
  })

  it('never ends sooner for a longer activity', () => {
    fc.assert(
      fc.property(plain, fc.nat(), fc.nat(20), ({ activities }, pick, days) => {
        const id = activities[pick % activities.length]?.id ?? ''
        const before = solve({ activities })
        const after = solve({ activities: longer(activities, id, days) })
        for (const [index, { earlyFinish }] of after.activities.entries())
          expect(earlyFinish).toBeGreaterThanOrEqual(before.activities[index]?.earlyFinish ?? 0)
      }),
    )
  })

  it('never finishes anything sooner for a further prerequisite', () => {
    fc.assert(
      fc.property(plain, fc.nat(), fc.nat(), ({ activities }, first, second) => {
        const [earlier, later] = [first % activities.length, second % activities.length].toSorted(
          (a, b) => a - b,
        )
        fc.pre(earlier !== later)
        const waiting = activities.map((activity, index) =>
          index === later ? { ...activity, after: [...activity.after, { id: `a${earlier}` }] } : activity,
        )
        const before = solve({ activities })
        for (const [index, { earlyFinish }] of solve({ activities: waiting }).activities.entries())
          expect(earlyFinish).toBeGreaterThanOrEqual(before.activities[index]?.earlyFinish ?? 0)
      }),
    )
  })

  it('has the same figures in whatever order it is listed', () => {
    fc.assert(
      fc.property(
        description.chain((description) =>
          fc.tuple(
            fc.constant(description),
            fc.shuffledSubarray([...description.activities], { minLength: description.activities.length }),
          ),
        ),
        fc.subarray(['C1', 'C2', 'C3']),
        ([description, shuffled], signed) => {
          const byId = (activities: readonly { readonly id: string }[]) =>
            new Map(activities.map((activity) => [activity.id, activity]))
          const listed = solve(description, signed)
          const mixed = solve({ ...description, activities: shuffled }, signed)
          expect(byId(mixed.activities)).toEqual(byId(listed.activities))
        },
      ),
    )
  })

  it('scales: days twice or thrice as long give dates and floats twice or thrice as long', () => {
    fc.assert(
      fc.property(plain, fc.integer({ min: 2, max: 5 }), ({ activities }, factor) => {
        const scaled = activities.map(({ id, duration, after }) => ({
          id,
          duration: duration * factor,
          after: after.map(({ id, lag }) => ({ id, lag: lag * factor })),
        }))
        const before = solve({ activities })
        const after = solve({ activities: scaled })
        expect(after.chain).toEqual(before.chain)
        for (const [index, { earlyFinish, totalFloat, freeFloat }] of before.activities.entries())
          expect(after.activities[index]).toMatchObject({
            earlyFinish: earlyFinish * factor,
            totalFloat: (totalFloat ?? 0) * factor,
            freeFloat: (freeFloat ?? 0) * factor,
          })
      }),
    )
  })

  it('ends no later for a waiver that is signed', () => {
    const waivers = description.map(({ activities, ...rest }) => ({
      ...rest,
      activities: activities.map((activity) => ({
        ...activity,
        after: activity.after.filter(({ insteadOf }) => insteadOf === undefined),
      })),
    }))
    fc.assert(
      fc.property(waivers, fc.subarray(['C1', 'C2', 'C3']), (description, ids) => {
        expect(solve(description, ids).duration).toBeLessThanOrEqual(solve(description).duration)
      }),
    )
  })
})
