import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { addDays, parseCalendarYear, plainDate, workingCalendar } from '../../calendar/index.ts'
import { type LightRule, lightChanges, type NodeFacts, projectLights } from '../index.ts'

const folder = join(import.meta.dirname, '../../../../../content/qingdao/calendar')
const years = [2025, 2026].map((year) => {
  const notice = parseCalendarYear(parse(readFileSync(join(folder, `${year}.yaml`), 'utf8')))
  if (!notice.ok) throw new Error(notice.code)
  return notice.value
})
const calendar = workingCalendar('test', years)
const begin = plainDate('2026-01-05')

const rule: LightRule = {
  id: 'test',
  from: begin,
  nodes: {},
  otherwise: {
    nearDue: { within: { value: 5, unit: 'working-days' } },
    overdue: { amberUpTo: { value: 10, unit: 'working-days' } },
    missedMonths: { amber: { atLeast: 1, unit: 'months' }, red: { atLeast: 3, unit: 'months' } },
    amberMonths: 2,
  },
}

const someDay = fc.integer({ min: 0, max: 200 }).map((days) => addDays(begin, days))

/** A node whose plan was moved, which was paused and done, each of it perhaps. */
const someNode: fc.Arbitrary<NodeFacts> = fc.record({
  node: fc.constant('start'),
  plans: fc
    .tuple(someDay, fc.option(fc.tuple(someDay, someDay)))
    .map(([first, later]) => [
      { on: first },
      ...(later === null ? [] : [{ on: later[0], decidedOn: later[1] }]),
    ]),
  pauses: fc.array(
    fc.record({ from: someDay, until: someDay, consentedOn: someDay, document: fc.constant('文') }),
    { maxLength: 2 },
  ),
})

function lightOn(facts: NodeFacts, on: ReturnType<typeof plainDate>) {
  const judged = projectLights([facts], { rule, calendar, on })
  if (!judged.ok) throw new Error(judged.code)
  return judged.value.light
}

describe(projectLights, () => {
  it('never takes back what it showed before a plan was moved, a pause consented to or the node done', () => {
    fc.assert(
      fc.property(someNode, someDay, someDay, someDay, (facts, on, later, moved) => {
        fc.pre(later > on)
        const changed: NodeFacts = {
          ...facts,
          plans: [...facts.plans, { on: moved, decidedOn: later }],
          pauses: [...(facts.pauses ?? []), { from: on, consentedOn: later, document: '后补' }],
          done: { on, recordedOn: later },
        }
        expect(lightOn(changed, on)).toBe(lightOn(facts, on))
      }),
    )
  })

  it('never becomes severer by a pause that has been consented to', () => {
    const severity = ['open', 'green', 'paused', 'amber', 'red']
    fc.assert(
      fc.property(someDay, someDay, fc.integer({ min: 0, max: 30 }), someDay, (planned, from, days, on) => {
        const facts: NodeFacts = { node: 'start', plans: [{ on: planned }] }
        const pause = { from, until: addDays(from, days), consentedOn: from, document: '文' }
        const [with_, without] = [lightOn({ ...facts, pauses: [pause] }, on), lightOn(facts, on)]
        fc.pre(with_ !== 'paused')
        expect(severity.indexOf(with_)).toBeLessThanOrEqual(severity.indexOf(without))
      }),
    )
  })

  it('is as severe as the severest of its nodes', () => {
    const late: NodeFacts = { node: 'land', plans: [{ on: plainDate('2026-01-10') }] }
    const fine: NodeFacts = { node: 'start', plans: [{ on: plainDate('2026-07-10') }] }
    const judged = projectLights([late, fine], { rule, calendar, on: plainDate('2026-03-10') })
    expect(judged).toMatchObject({ value: { light: 'red', nodes: [{ light: 'red' }, { light: 'green' }] } })
  })
})

describe(lightChanges, () => {
  it('tells each change once, and the light between two changes is the one told last', () => {
    fc.assert(
      fc.property(someNode, (facts) => {
        const to = addDays(begin, 200)
        const changes = lightChanges([facts], { rule, calendar, from: begin, to })
        if (!changes.ok) throw new Error(changes.code)
        expect(changes.value[0]).toMatchObject({ on: begin, from: null })
        for (const [place, { on, from, to: light }] of changes.value.entries()) {
          expect(lightOn(facts, on)).toBe(light)
          expect(from).toBe(changes.value[place - 1]?.to ?? null)
          const next = changes.value[place + 1]
          if (next !== undefined) expect(lightOn(facts, addDays(next.on, -1))).toBe(light)
        }
      }),
      { numRuns: 20 },
    )
  })
})
