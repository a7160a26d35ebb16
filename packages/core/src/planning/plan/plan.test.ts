import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readCatalogueContent } from '../../../../server/src/catalogue/index.ts'
import { readCalendar } from '../../../../server/src/platform/zone-content.ts'
import { addDays, dueDate, naturalDueDate, plainDate } from '../../calendar/index.ts'
import type { Facts } from '../../rules/index.ts'
import { projectPlan } from './plan.ts'
import type { PlanRequest } from './plan-question.ts'
import { readProjectFacts } from './project-facts.ts'

const zone = join(import.meta.dirname, '../../../../../content/qingdao')
const { catalogue } = readCatalogueContent(zone)
const calendar = readCalendar(zone)
const start = plainDate('2023-02-01')

interface Example {
  readonly id: string
  readonly facts: unknown
  readonly expected: {
    readonly services: readonly string[]
    readonly serialSumWorkingDays: number
    readonly toConstructionPermitWorkingDays: number
    readonly endToEndWorkingDays: number
    readonly criticalPath: readonly string[]
  }
}

const folder = join(zone, 'examples/projects')
const examples = readdirSync(folder)
  .toSorted()
  .map((name) => parse(readFileSync(join(folder, name), 'utf8')) as Example)

function factsOf(id: string): Facts {
  const read = readProjectFacts(catalogue.attributes, examples.find((example) => example.id === id)?.facts)
  if (!read.ok) throw new Error(read.code)
  return read.value
}

function plan(request: PlanRequest) {
  const made = projectPlan(catalogue, calendar, request)
  if (!made.ok) throw new Error(`${made.code} ${JSON.stringify(made.because)}`)
  return { ...made.value, step: (id: string) => made.value.steps.find((step) => step.id === id) }
}

const project = (id: string, signed: readonly string[] = []) =>
  plan({ facts: factsOf(id), view: 'project', start, signed })

describe('the approval view', () => {
  it.each(examples)(
    'adds up the days authorities committed themselves to, as example $id expects',
    ({ id, expected }) => {
      const { services, serialSum, workingDays, criticalPath } = plan({
        facts: factsOf(id),
        view: 'approval',
      })
      expect(services).toEqual(expected.services.toSorted())
      expect(serialSum).toBe(expected.serialSumWorkingDays)
      expect(workingDays).toEqual({
        permit: expected.toConstructionPermitWorkingDays,
        end: expected.endToEndWorkingDays,
      })
      expect(criticalPath).toEqual(expected.criticalPath)
    },
  )

  it('has dates when it has a start, and none otherwise', () => {
    expect(plan({ facts: factsOf('p2'), view: 'approval' }).dates).toBe(undefined)
    expect(plan({ facts: factsOf('p2'), view: 'approval', start }).dates).toMatchObject({
      start: '2023-02-01',
      permit: '2023-03-02',
      end: '2023-03-14',
    })
  })

  it('knows no permit where the project needs none', () => {
    const facts = { ...factsOf('p4'), 'build.gfa': 200 }
    expect(plan({ facts, view: 'approval' })).toMatchObject({ workingDays: { permit: null } })
  })
})

describe('the project view', () => {
  it('brings the permit of the innovation base forward with two commitments together, and not with one', () => {
    expect(project('p1').dates?.permit).toBe('2023-06-01')
    expect(project('p1', ['C1']).saved).toEqual({ workingDays: 0, naturalDays: 0 })
    expect(project('p1', ['C3']).saved).toEqual({ workingDays: 3, naturalDays: 3 })
    expect(project('p1', ['C1', 'C3']).saved).toEqual({ workingDays: 8, naturalDays: 10 })
    expect(project('p1').best).toEqual({ signed: ['C1', 'C3'], workingDays: 8, naturalDays: 10 })
  })

  it('saves at least a week by the two commitments from whatever day on, and nothing by the first alone', () => {
    fc.assert(
      fc.property(fc.nat(1200), (days) => {
        const from = (signed: readonly string[]) =>
          plan({
            facts: factsOf('p1'),
            view: 'project',
            start: addDays(plainDate('2022-01-01'), days),
            signed,
          })
        expect(from(['C1']).saved.workingDays).toBe(0)
        expect(from(['C1', 'C3']).saved.workingDays).toBeGreaterThanOrEqual(5)
      }),
      { numRuns: 30 },
    )
  })

  it('lets a commitment waive what a service waits for by itself', () => {
    expect(project('p2', ['C2']).saved.workingDays).toBe(17)
    expect(project('p2', ['C2']).step('M301')?.duty).toEqual({ commitment: 'C2' })
  })

  it('says of each commitment exactly one thing', () => {
    const said = (signed: readonly string[]) =>
      Object.fromEntries(project('p1', signed).commitments.map(({ id, advice }) => [id, advice]))
    expect(said([])).toEqual({
      C1: { code: 'needs-others', others: ['C3'] },
      C2: { code: 'saves-nothing' },
      C3: { code: 'saves', workingDays: 3, naturalDays: 3 },
    })
    expect(said(['C1', 'C3'])).toEqual({
      C1: { code: 'delays-without', workingDays: 5, naturalDays: 7 },
      C2: { code: 'saves-nothing' },
      C3: { code: 'delays-without', workingDays: 8, naturalDays: 10 },
    })
  })

  it('offers no commitment whose condition is not met, and refuses its signature', () => {
    const facts = { ...factsOf('p1'), 'credit.standing': 'bad' }
    const [first] = plan({ facts, view: 'project', start }).commitments
    expect(first?.advice).toMatchObject({
      code: 'not-applicable',
      unmet: [{ expression: 'credit.standing = "good"' }],
    })
    expect(projectPlan(catalogue, calendar, { facts, view: 'project', start, signed: ['C1'] })).toMatchObject(
      {
        code: 'commitment-not-applicable',
      },
    )
  })

  it('names the conditions that must still be confirmed before signing', () => {
    const open = (facts: Facts) =>
      plan({ facts, view: 'project', start })
        .commitments.find(({ id }) => id === 'C3')
        ?.open.map(({ expression }) => expression)
    expect(open(factsOf('p1'))).toEqual(['credit.standing = "good"'])
    expect(open({ ...factsOf('p1'), 'credit.standing': 'good' })).toEqual([])
  })

  it.each(examples)('draws nothing of completion before the permit in example $id', ({ id }) => {
    const { steps, workingDays, step } = project(id)
    expect(step('A801')?.earlyStart).toBe(workingDays.permit)
    for (const { stage, kind, earlyStart } of steps)
      if (stage === 4 && kind !== 'work')
        expect(earlyStart).toBeGreaterThanOrEqual(step('A801')?.earlyFinish ?? 0)
  })

  it.each(['2023-02-01', '2023-08-14', '2023-12-27', '2024-01-06'])(
    'ends each step on the day the law would count, with rest days, from %s',
    (day) => {
      const { steps } = plan({ facts: factsOf('p1'), view: 'project', start: plainDate(day) })
      for (const { days, dates } of steps) {
        const count = days.unit === 'natural-days' ? naturalDueDate : dueDate
        expect(dates && count(calendar, dates.start, days.value)).toMatchObject({
          value: { due: dates?.early },
        })
      }
      expect(steps.filter(({ days }) => days.unit === 'natural-days')).toHaveLength(3)
    },
  )

  it('puts the tender in the place of the service it replaces, and keeps the service among the needed', () => {
    const { services, step } = project('p1')
    expect(services).toContain('M205')
    expect(step('M205')).toBe(undefined)
    expect(step('I605')).toMatchObject({ kind: 'work', lane: 'agency', duration: 8 })
  })

  it('makes a duty, with its day, of what a signed commitment puts off', () => {
    const { step, workingDays } = project('p1', ['C1', 'C3'])
    expect(step('A712')?.duty).toEqual({
      commitment: 'C3',
      due: (workingDays.permit ?? 0) + 10,
      dueDate: '2023-06-05',
    })
    expect(step('A712')).toMatchObject({ lateFinish: (workingDays.permit ?? 0) + 10, critical: false })
    expect(step('A711')?.duty).toMatchObject({ commitment: 'C1' })
    // the contract must be there in time for the wage guarantee, though its own duty runs longer
    expect(step('A711')?.lateFinish).toBe((workingDays.permit ?? 0) + 7)
    expect(project('p1', ['C1']).steps.filter(({ duty }) => duty)).toEqual([])
  })

  it('floats to the permit, not to the end, where the permit waits', () => {
    const { step } = project('p1')
    expect(step('M307')).toMatchObject({ critical: true })
    expect(step('M302')?.lateFinish).toBeLessThanOrEqual(step('M307')?.earlyStart ?? 0)
  })

  it('takes the days that the project sets itself', () => {
    const shorter = plan({ facts: factsOf('p1'), view: 'project', start, durations: { A703: 4 } })
    expect(shorter.step('A703')?.days).toEqual({
      value: 4,
      standard: 10,
      unit: 'working-days',
      isDefault: false,
    })
    expect(shorter.workingDays.permit).toBeLessThan(project('p1').workingDays.permit ?? 0)
    expect(
      projectPlan(catalogue, calendar, {
        facts: factsOf('p1'),
        view: 'project',
        start,
        durations: { A703: -1 },
      }),
    ).toMatchObject({ code: 'duration-not-whole', because: { activity: 'A703' } })
  })

  it('goes the longer way where a fact is not known, marks the step and says what to ask', () => {
    const { step, services, unknown } = plan({
      facts: { ...factsOf('p1'), 'road.dig': null },
      view: 'project',
      start,
    })
    expect(services).toContain('M311')
    expect(step('M311')?.toBeConfirmed).toBe(true)
    expect(unknown).toContain('road.dig')
    expect(step('M302')?.toBeConfirmed).toBe(false)
  })

  it('says why each step is there: expression, values and article', () => {
    const { because, steps, services } = project('p1')
    expect(Object.keys(because)).toEqual(expect.arrayContaining([...services, ...steps.map(({ id }) => id)]))
    expect(because['M302']).toMatchObject([
      {
        expression: 'fire.special',
        values: { 'fire.special': true },
        mark: 'S',
        basis: [{ statute: '消防法', article: '12' }, {}],
      },
    ])
    expect(because['T802']).toMatchObject([
      { values: { 'bidding.required': true }, basis: '招标投标法第24条', mark: 'S' },
    ])
  })

  it('can be sent as JSON and comes back the same', () => {
    const { step: _, ...sent } = project('p1', ['C1', 'C3'])
    expect(JSON.parse(JSON.stringify(sent))).toEqual(sent)
  })

  it('never brings the permit forward for what is not known', () => {
    const facts = factsOf('p1')
    const derived = new Set(catalogue.derivedFacts.map(({ gives }) => gives))
    const plain = Object.keys(facts).filter((id) => !derived.has(id))
    const known = project('p1')
    fc.assert(
      fc.property(fc.subarray(plain), (hidden) => {
        const open = { ...facts, ...Object.fromEntries(hidden.map((id) => [id, null])) }
        const { services, workingDays } = plan({ facts: open, view: 'project', start })
        expect(services).toEqual(expect.arrayContaining([...known.services]))
        expect(workingDays.permit).toBeGreaterThanOrEqual(known.workingDays.permit ?? Infinity)
      }),
      { numRuns: 40 },
    )
  })

  it('adds the rule behind a value that was derived', () => {
    const { 'fire.special': _, ...facts } = factsOf('p1')
    const { because } = plan({
      facts: { ...facts, 'build.uses': ['command'] },
      view: 'project',
      start,
    })
    expect(because['M302']).toMatchObject([
      { expression: 'fire.special' },
      { expression: 'list contains(build.uses, "command")', values: { 'build.uses': ['command'] } },
    ])
  })

  it('runs past the last published year on weekends alone, and says from when', () => {
    const late = plan({ facts: factsOf('p1'), view: 'project', start: plainDate('2026-06-01') })
    expect(late.dates?.assumedFrom).toBe('2027-01-01')
    expect(project('p1').dates?.assumedFrom).toBe(undefined)
  })

  it('begins in the year after the last published one, on weekends alone, and says so', () => {
    const january = plan({ facts: factsOf('p1'), view: 'project', start: plainDate('2027-01-04') })
    expect(january.dates?.assumedFrom).toBe('2027-01-04')
  })

  it('refuses to begin in a later year that is not published', () => {
    const request: PlanRequest = { facts: factsOf('p1'), view: 'project', start: plainDate('2031-01-06') }
    expect(projectPlan(catalogue, calendar, request)).toMatchObject({ code: 'calendar-not-published' })
  })

  it('refuses a commitment that does not exist', () => {
    const request: PlanRequest = { facts: factsOf('p1'), view: 'project', start, signed: ['C9'] }
    expect(projectPlan(catalogue, calendar, request)).toMatchObject({
      code: 'commitment-unknown',
      because: { commitment: 'C9', known: ['C1', 'C2', 'C3'] },
    })
  })
})

describe(readProjectFacts, () => {
  const read = (content: unknown) => {
    const found = readProjectFacts(catalogue.attributes, content)
    return found.ok ? found.value : [found.code, found.because]
  }

  it('reads nested and flat names alike', () => {
    expect(read({ invest: { kind: 'gov' }, 'land.ha': 3, earthworkM3: null })).toEqual({
      'invest.kind': 'gov',
      'land.ha': 3,
      earthworkM3: null,
    })
  })

  it('names the attribute that may have been meant', () => {
    expect(read({ invest: { knid: 'gov' } })).toEqual([
      'attribute-unknown',
      { attribute: 'invest.knid', nearest: 'invest.kind' },
    ])
  })

  it.each<[object, string, readonly string[]]>([
    [{ 'invest.kind': 'state' }, 'invest.kind', ['gov', 'enterprise']],
    [{ 'land.ha': -1 }, 'land.ha', ['number']],
    [{ 'land.ha': '3' }, 'land.ha', ['number']],
    [{ 'road.dig': 'yes' }, 'road.dig', ['boolean']],
  ])('says what the attribute of %o takes', (content, attribute, takes) => {
    expect(read(content)).toEqual(['value-wrong', { attribute, value: Object.values(content)[0], takes }])
  })

  it.each([{ content: null }, { content: [] }, { content: 'text' }, { content: 4 }])(
    'refuses $content, which holds no facts',
    ({ content }) => {
      expect(read(content)).toEqual(['facts-not-readable', {}])
    },
  )
})
