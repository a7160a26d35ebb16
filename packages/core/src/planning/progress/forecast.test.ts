import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readCatalogueContent } from '../../../../server/src/catalogue/index.ts'
import { readCalendar } from '../../../../server/src/platform/zone-content.ts'
import { plainDate } from '../../calendar/index.ts'
import type { Facts } from '../../rules/index.ts'
import { type Plan, projectPlan } from '../plan/plan.ts'
import type { PlanRequest } from '../plan/plan-question.ts'
import { readProjectFacts } from '../plan/project-facts.ts'
import { workingDayAxis } from '../plan/working-day-axis.ts'
import { daysSavedLedger, savingCauses } from './days-saved-ledger.ts'
import { planDiff } from './plan-diff.ts'
import type { Progress, StepProgress } from './step-progress.ts'

const zone = join(import.meta.dirname, '../../../../../content/qingdao')
const { catalogue } = readCatalogueContent(zone)
const calendar = readCalendar(zone)
const start = plainDate('2023-02-01')
const example = parse(readFileSync(join(zone, 'examples/projects/p1-tcm-innovation-base.yaml'), 'utf8')) as {
  readonly facts: unknown
}
const facts = (() => {
  const read = readProjectFacts(catalogue.attributes, example.facts)
  if (!read.ok) throw new Error(read.code)
  return read.value
})()
const axis = (() => {
  const axis = workingDayAxis(calendar, start)
  if (!axis.ok) throw new Error(axis.code)
  return axis.value
})()

function plan(request: Partial<PlanRequest> = {}, given: Facts = facts) {
  const made = projectPlan(catalogue, calendar, { facts: given, view: 'project', start, ...request })
  if (!made.ok) throw new Error(`${made.code} ${JSON.stringify(made.because)}`)
  return made.value
}

const step = ({ steps }: Plan, id: string) => steps.find((one) => one.id === id)
const baseline = plan()

/** Progress in working days from the start. */
function progress(today: number, steps: Readonly<Record<string, readonly [number, number?]>>): Progress {
  const dated = Object.entries(steps).map(([id, [began, ended]]): [string, StepProgress] => [
    id,
    { started: axis.dateAt(began), ...(ended !== undefined && { finished: axis.dateAt(ended) }) },
  ])
  return { today: axis.dateAt(today), steps: Object.fromEntries(dated) }
}

/** Everything as planned up to a day. */
function asPlanned(plan: Plan, today: number): Progress {
  const begun = plan.steps.filter(({ earlyStart }) => earlyStart <= today)
  return progress(
    today,
    Object.fromEntries(
      begun.map(({ id, earlyStart, earlyFinish }) => [
        id,
        earlyFinish <= today ? [earlyStart, earlyFinish] : [earlyStart],
      ]),
    ),
  )
}

describe('a forecast', () => {
  it.each([0, 1, 13, 40, 83, 84, 200, 343])(
    'changes nothing on working day %d when all went as planned',
    (today) => {
      const forecast = plan({ progress: asPlanned(baseline, today) })
      expect(forecast.workingDays).toEqual(baseline.workingDays)
      const finishes = ({ steps }: Plan) => steps.map(({ id, earlyFinish }) => [id, earlyFinish])
      expect(finishes(forecast)).toEqual(finishes(baseline))
    },
  )

  it('moves all that waits for a step that took longer', () => {
    const { steps, ...late } = asPlanned(baseline, 16)
    const { M102: _, ...others } = steps
    const M109 = { started: axis.dateAt(8), finished: axis.dateAt(16) }
    const forecast = plan({ progress: { ...late, steps: { ...others, M109 } } })
    expect(step(forecast, 'A703')?.earlyFinish).toBe((step(baseline, 'A703')?.earlyFinish ?? 0) + 3)
    // the tender period takes two of the three days back: before, it ended after a holiday
    expect(forecast.workingDays.permit).toBe((baseline.workingDays.permit ?? 0) + 1)
    expect(step(forecast, 'M109')).toMatchObject({
      earlyStart: 8,
      earlyFinish: 16,
      totalFloat: null,
      actual: { status: 'done', beyond: 3 },
    })
  })

  it('lets nothing that has not begun begin before today', () => {
    const forecast = plan({ progress: progress(20, {}) })
    expect(Math.min(...forecast.steps.map(({ earlyStart }) => earlyStart))).toBe(20)
    expect(step(forecast, 'I603')?.actual).toEqual({ status: 'ready', beyond: 0 })
    expect(step(forecast, 'M109')?.actual).toEqual({ status: 'waiting', beyond: 0 })
    expect(forecast.criticalPath[0]).toBe('I603')
  })

  it('says of a running step whether it is late, and takes it to end today at the earliest', () => {
    const running = plan({ progress: progress(6, { I603: [1] }) })
    expect(step(running, 'I603')).toMatchObject({ earlyFinish: 9, actual: { status: 'running', beyond: 0 } })
    const overdue = plan({ progress: progress(12, { I603: [1] }) })
    expect(step(overdue, 'I603')).toMatchObject({ earlyFinish: 12, actual: { status: 'overdue', beyond: 3 } })
    expect(step(overdue, 'M109')?.earlyStart).toBe(12)
  })

  it('refuses what ended before it began, and what lies after today', () => {
    const refused = (progress: Progress) =>
      projectPlan(catalogue, calendar, { facts, view: 'project', start, progress })
    expect(refused(progress(9, { I603: [5, 3] }))).toMatchObject({
      code: 'progress-not-possible',
      because: { step: 'I603' },
    })
    expect(refused(progress(9, { I603: [5, 10] }))).toMatchObject({ code: 'progress-not-possible' })
  })
})

describe('a forecast with commitments', () => {
  const signed = ['C1', 'C3']
  const promised = plan({ signed })
  const dutiesOf = ({ steps }: Plan) => steps.filter(({ duty }) => duty)
  const permitAt = promised.workingDays.permit ?? 0

  it.each(['while the permit is decided on', 'on the day it is issued', 'days after that'] as const)(
    'keeps the duties and their days %s',
    (when) => {
      const today = permitAt + { while: -1, on: 0, days: 4 }[when.split(' ')[0] as 'while']
      const { steps } = asPlanned(promised, today)
      const open = Object.entries(steps).filter(([id]) => dutiesOf(promised).every((duty) => duty.id !== id))
      const { today: date } = progress(today, {})
      const forecast = plan({ signed, progress: { today: date, steps: Object.fromEntries(open) } })
      const due = (of: Plan) => dutiesOf(of).map(({ id, duty, dates }) => [id, duty, dates?.late])
      expect(due(forecast)).toEqual(due(promised))
      expect(due(forecast)).toContainEqual([
        'A712',
        { commitment: 'C3', due: 86, dueDate: '2023-06-05' },
        '2023-06-05',
      ])
    },
  )

  it('counts the days from signing from the day the service was begun', () => {
    const makeUp = {
      kind: 'days',
      value: 10,
      unit: 'working-days',
      from: 'signing',
      source: '',
      mark: 'U',
    } as const
    const commitments = catalogue.path.commitments.map((one) => ({ ...one, makeUp }))
    const fromSigning = { ...catalogue, path: { ...catalogue.path, commitments } }
    const duty = (happened?: Progress) => {
      const request = {
        facts,
        view: 'project',
        start,
        signed,
        ...(happened && { progress: happened }),
      } as const
      const made = projectPlan(fromSigning, calendar, request)
      return made.ok ? step(made.value, 'A712')?.duty?.due : made
    }
    const begun = step(promised, 'M307')?.earlyStart ?? 0
    expect(duty()).toBe(begun + 10)
    expect(duty(progress(begun + 2, { M307: [begun] }))).toBe(begun + 10)
    expect(duty(progress(begun + 2, { M307: [begun - 3] }))).toBe(begun + 7)
    expect(duty(progress(begun + 3, { M307: [begun, begun + 3] }))).toBe(begun + 10)
  })

  it('has no duty any more in what is done', () => {
    const duties = dutiesOf(promised)
    const last = Math.max(...duties.map(({ earlyFinish }) => earlyFinish))
    const done = plan({ signed, progress: asPlanned(promised, Math.max(last, permitAt)) })
    expect(duties.length).toBeGreaterThan(0)
    expect(dutiesOf(done)).toEqual([])
  })

  it.each([1, 40, 70, 75, 76, 90, 200])(
    'says on working day %d what the signed ones save, as before, when all went as planned',
    (today) => {
      const { saved, best, commitments } = plan({ signed, progress: asPlanned(promised, today) })
      expect({ saved, best, commitments }).toEqual({
        saved: promised.saved,
        best: promised.best,
        commitments: promised.commitments,
      })
    },
  )
})

describe(planDiff, () => {
  it('finds nothing between a plan and itself', () => {
    expect(planDiff(baseline, plan())).toEqual({
      added: [],
      removed: [],
      moved: [],
      nowCritical: [],
      noLongerCritical: [],
    })
  })

  it('names steps that a changed fact adds and takes away', () => {
    const diff = planDiff(baseline, plan({}, { ...facts, 'fire.special': false }))
    expect(diff).toMatchObject({ added: ['M404'], removed: ['M302', 'M403'] })
  })

  it('names what a commitment moves, the permit first of all, with days', () => {
    const diff = planDiff(baseline, plan({ signed: ['C1', 'C3'] }))
    expect(diff.permit).toEqual({
      from: 84,
      to: 76,
      workingDays: -8,
      dates: { from: '2023-06-01', to: '2023-05-22' },
    })
    expect(diff.moved).toContainEqual(expect.objectContaining({ id: 'M307', workingDays: -8 }))
    expect(diff.noLongerCritical).toContain('A712')
  })
})

describe(daysSavedLedger, () => {
  const lines = (now: Plan) => {
    const { lines, total } = daysSavedLedger(baseline, now, axis)
    return { ...Object.fromEntries(savingCauses.map((cause) => [cause, lines[cause].workingDays])), total }
  }

  it('is all naught when nothing has happened', () => {
    expect(lines(baseline)).toEqual({
      changes: 0,
      commitments: 0,
      departments: 0,
      others: 0,
      applicant: 0,
      total: { workingDays: 0, naturalDays: 0 },
    })
  })

  it('credits commitments with what they moved, and nothing else', () => {
    expect(lines(plan({ signed: ['C1', 'C3'] }))).toMatchObject({
      commitments: 8,
      departments: 0,
      applicant: 0,
      total: { workingDays: 8, naturalDays: 10 },
    })
  })

  /** As planned up to a day, but for some steps. */
  const but = (today: number, steps: Readonly<Record<string, readonly [number, number?]>>) => {
    const planned = asPlanned(baseline, today)
    const begun = Object.entries(planned.steps).filter(([id]) => !['M109', 'M102', 'A701'].includes(id))
    return { ...planned, steps: { ...Object.fromEntries(begun), ...progress(today, steps).steps } }
  }

  it('credits departments with their speed and charges the applicant with its own delay', () => {
    const quick = but(15, { M109: [8, 11], M102: [11, 15], A701: [15] })
    expect(lines(plan({ progress: quick }))).toMatchObject({
      departments: 4,
      applicant: 0,
      total: { workingDays: 4 },
    })
    const idle = but(18, { M109: [8, 11], M102: [11, 15], A701: [18] })
    expect(lines(plan({ progress: idle }))).toMatchObject({
      departments: 4,
      applicant: -4,
      total: { workingDays: 0, naturalDays: 0 },
    })
  })

  it('charges agencies apart from departments, and changed facts apart from both', () => {
    const slowAgency = but(11, { I603: [0, 11] })
    expect(lines(plan({ progress: slowAgency }))).toMatchObject({ others: -1, departments: 0, applicant: 0 })
    const changed = plan({}, { ...facts, 'energy.tce': 0, 'energy.kwhWan': 0 })
    expect(lines(changed)).toMatchObject({ changes: 4, others: 0, departments: 0, applicant: 0 })
  })

  it('charges the applicant, and nobody else, with work of its own that took longer', () => {
    const begun = asPlanned(baseline, 18).steps
    const A701 = { started: axis.dateAt(18), finished: axis.dateAt(38) }
    const slow = plan({ progress: { today: axis.dateAt(38), steps: { ...begun, A701 } } })
    const { lines, total } = daysSavedLedger(baseline, slow, axis)
    expect([lines.departments.workingDays, lines.others.workingDays]).toEqual([0, 0])
    expect(lines.applicant.workingDays).toBeLessThanOrEqual(-5)
    expect(total).toEqual(lines.applicant)
  })

  it('adds up to the difference, whatever happened', () => {
    const happened = fc.tuple(
      fc.integer({ min: 0, max: 200 }),
      fc.subarray(['C1', 'C2', 'C3']),
      fc.dictionary(
        fc.constantFrom(...baseline.steps.map(({ id }) => id)),
        fc.record({ began: fc.nat(90), took: fc.option(fc.nat(40), { nil: undefined }) }),
        { maxKeys: 25 },
      ),
      fc.dictionary(fc.constantFrom('A701', 'A703', 'A711', 'I603'), fc.nat(30)),
      fc.boolean(),
    )
    fc.assert(
      fc.property(happened, ([today, signed, steps, durations, special]) => {
        const possible = Object.entries(steps).filter(([, { began, took = 0 }]) => began + took <= today)
        const dated = Object.fromEntries(
          possible.map(([id, { began, took }]): [string, readonly [number, number?]] => [
            id,
            took === undefined ? [began] : [began, began + took],
          ]),
        )
        const now = plan(
          { signed, durations, progress: progress(today, dated) },
          { ...facts, 'fire.special': special },
        )
        const { lines, total } = daysSavedLedger(baseline, now, axis)
        const sum = (of: (cause: keyof typeof lines) => number) =>
          savingCauses.reduce((all, cause) => all + of(cause), 0)
        expect(sum((cause) => lines[cause].workingDays)).toBe(total.workingDays)
        expect(sum((cause) => lines[cause].naturalDays)).toBe(total.naturalDays)
        expect(total.workingDays).toBe((baseline.workingDays.permit ?? 0) - (now.workingDays.permit ?? 0))
        if (signed.length === 0) expect(now.saved.workingDays).toBe(0)
      }),
      { numRuns: 60 },
    )
  })
})
