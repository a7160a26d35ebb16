import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseCalendarYear, plainDate, type WorkingCalendar, workingCalendar } from '../../calendar/index.ts'
import { type LightRule, type NodeFacts, nodeLight } from '../index.ts'

const content = join(import.meta.dirname, '../../../../../content/qingdao')
const read = (path: string): unknown => parse(readFileSync(join(content, path), 'utf8'))
const { rules } = read('supervision/lights.yaml') as { readonly rules: readonly LightRule[] }

function published(...years: readonly number[]): WorkingCalendar {
  const notices = years.map((year) => parseCalendarYear(read(`calendar/${year}.yaml`)))
  return workingCalendar(
    'test',
    notices.map((year) => {
      if (!year.ok) throw new Error(year.code)
      return year.value
    }),
  )
}
const calendar = published(2025, 2026)

function ruleCalled(id: string): LightRule {
  const rule = rules.find((one) => one.id === id)
  if (rule === undefined) throw new Error(`no rule ${id}`)
  return { ...rule, nodes: rule.nodes ?? {} }
}

const day = (text: string) => plainDate(`2026-${text}`)
const due = (text: string): NodeFacts => ({ node: 'start', plans: [{ on: day(text) }] })
const report = (planned: number, actual: number): NodeFacts => ({
  ...due('06-30'),
  progress: [{ on: day('04-01'), planned, actual }],
})
const landOpen: NodeFacts = { node: 'land', plans: [{ on: day('03-01') }] }
const landDone: NodeFacts = { ...landOpen, done: { on: day('03-01') } }
const april = due('04-30')
const doneLate: NodeFacts = { ...april, done: { on: day('05-06') } }
const recordedLater: NodeFacts = { ...april, done: { on: day('05-06'), recordedOn: day('05-20') } }
const pause = (extra: object): NodeFacts => ({
  ...april,
  pauses: [{ from: day('04-10'), document: '停工通知', ...extra }],
})
const pausedTenDays = pause({ until: day('04-19'), consentedOn: day('04-10') })
const moved: NodeFacts = {
  node: 'start',
  plans: [{ on: day('04-30') }, { on: day('06-30'), decidedOn: day('05-10') }],
}
const registered: NodeFacts = { node: 'registered', plans: [{ on: day('03-15') }] }

type Row = readonly [what: string, rule: string, facts: NodeFacts, ...judged: Judged]
type Judged = readonly [on: string, light: string, criterion: string, predecessor?: NodeFacts]

const byDefault: readonly Row[] = [
  ['sixteen working days before', 'zone-default', april, '04-08', 'green', 'on-time'],
  ['fifteen working days before', 'zone-default', april, '04-09', 'amber', 'near-due'],
  ['on the planned day', 'zone-default', april, '04-30', 'amber', 'near-due'],
  ['one day late', 'zone-default', april, '05-01', 'amber', 'overdue'],
  ['thirty days late', 'zone-default', april, '05-30', 'amber', 'overdue'],
  ['thirty-one days late', 'zone-default', april, '05-31', 'red', 'overdue'],
  ['done on the day', 'zone-default', { ...april, done: { on: day('04-30') } }, '06-30', 'green', 'done'],
  ['done late', 'zone-default', doneLate, '05-06', 'green', 'done-late'],
  ['the day before it is done', 'zone-default', doneLate, '05-05', 'amber', 'overdue'],
  ['done and not recorded yet', 'zone-default', recordedLater, '05-19', 'amber', 'overdue'],
  ['recorded', 'zone-default', recordedLater, '05-20', 'green', 'done-late'],
  ['without a plan', 'zone-default', { node: 'start', plans: [] }, '05-01', 'open', 'not-planned'],
  ['paused days charged to nobody', 'zone-default', pausedTenDays, '05-10', 'amber', 'near-due'],
  ['late after the paused days', 'zone-default', pausedTenDays, '05-11', 'amber', 'overdue'],
  ['twenty days late after them', 'zone-default', pausedTenDays, '05-30', 'amber', 'overdue'],
  ['amber for two ends of months', 'zone-default', pausedTenDays, '06-09', 'red', 'amber-too-long'],
  ['too late after them', 'zone-default', pausedTenDays, '06-10', 'red', 'overdue'],
  ['a pause nobody consented to', 'zone-default', pause({}), '04-15', 'amber', 'near-due'],
  ['a pause', 'zone-default', pause({ consentedOn: day('04-10') }), '06-15', 'paused', 'paused'],
  ['before the consent', 'zone-default', pause({ consentedOn: day('04-15') }), '04-14', 'amber', 'near-due'],
  ['with the consent', 'zone-default', pause({ consentedOn: day('04-15') }), '04-15', 'paused', 'paused'],
  ['before the plan was moved', 'zone-default', moved, '05-09', 'amber', 'overdue'],
  ['since the plan was moved', 'zone-default', moved, '05-10', 'green', 'on-time'],
  ['amber at one end of a month', 'zone-default', due('04-08'), '04-29', 'amber', 'overdue'],
  ['amber at two ends of months', 'zone-default', due('04-08'), '04-30', 'red', 'amber-too-long'],
]

const byWorkingDays: readonly Row[] = [
  ['eleven working days before', 'working-days', due('04-20'), '04-02', 'green', 'on-time', landOpen],
  ['ten working days before', 'working-days', due('04-20'), '04-03', 'amber', 'near-due', landOpen],
  ['near, and the way is free', 'working-days', due('04-20'), '04-03', 'green', 'on-time', landDone],
  ['near, and nothing comes before', 'working-days', due('04-20'), '04-03', 'green', 'on-time'],
  ['one day late', 'working-days', due('04-20'), '04-21', 'amber', 'overdue'],
  ['ten working days late', 'working-days', due('04-20'), '05-07', 'amber', 'overdue'],
  ['eleven working days late', 'working-days', due('04-20'), '05-08', 'red', 'overdue'],
  ['nine points behind', 'working-days', report(40, 31), '04-02', 'green', 'on-time'],
  ['ten points behind', 'working-days', report(40, 30), '04-02', 'amber', 'behind'],
  ['thirty points behind', 'working-days', report(40, 10), '04-02', 'amber', 'behind'],
  ['thirty-one points behind', 'working-days', report(40, 9), '04-02', 'red', 'behind'],
  ['before the report', 'working-days', report(40, 9), '03-31', 'green', 'on-time'],
]

const ofCities: readonly Row[] = [
  ['the planned month lasts', 'yinchuan-2025', due('03-15'), '03-30', 'green', 'on-time'],
  ['the planned month is over', 'yinchuan-2025', due('03-15'), '03-31', 'amber', 'missed-months'],
  ['two months are over', 'yinchuan-2025', due('03-15'), '05-30', 'amber', 'missed-months'],
  ['three months are over', 'yinchuan-2025', due('03-15'), '05-31', 'red', 'missed-months'],
  ['a month late to be registered', 'yinchuan-2025', registered, '04-15', 'amber', 'overdue'],
  ['more than a month late', 'yinchuan-2025', registered, '04-16', 'red', 'overdue'],
  ['as much as planned', 'sanya-2022', report(60, 60), '04-02', 'green', 'on-time'],
  ['a little less than planned', 'sanya-2022', report(60, 59), '04-02', 'amber', 'behind'],
  ['half of what was planned', 'sanya-2022', report(60, 30), '04-02', 'amber', 'behind'],
  ['less than half', 'sanya-2022', report(60, 29), '04-02', 'red', 'behind'],
]

describe(nodeLight, () => {
  it.each(
    [...byDefault, ...byWorkingDays, ...ofCities].map(([what, rule, facts, ...judged]) => ({
      what,
      rule,
      facts,
      judged,
    })),
  )('$what by $rule', ({ rule, facts, judged: [on, light, criterion, predecessor] }) => {
    const question = { rule: ruleCalled(rule), calendar, on: day(on) }
    const judged = nodeLight(facts, predecessor === undefined ? question : { ...question, predecessor })
    if (!judged.ok) throw new Error(judged.code)
    expect([judged.value.light, judged.value.because[0]?.criterion]).toEqual([light, criterion])
  })

  it('moves the day it is due on by the paused days, and names none while a pause lasts', () => {
    const dueOn = (facts: NodeFacts, on: string) => {
      const judged = nodeLight(facts, { rule: ruleCalled('zone-default'), calendar, on: day(on) })
      return judged.ok ? judged.value.dueOn : judged.code
    }
    expect(dueOn(pausedTenDays, '04-09')).toBe('2026-04-30')
    expect(dueOn(pausedTenDays, '04-15')).toBeNull()
    expect(dueOn(pausedTenDays, '05-02')).toBe('2026-05-10')
    expect(dueOn({ node: 'start', plans: [] }, '05-02')).toBeNull()
  })

  it('says how late a node was, without the paused days', () => {
    const facts = { ...pausedTenDays, done: { on: day('05-12') } }
    const judged = nodeLight(facts, { rule: ruleCalled('zone-default'), calendar, on: day('06-01') })
    expect(judged).toMatchObject({ value: { light: 'green', lateDays: 2, doneOn: '2026-05-12' } })
  })

  it('charges a day once where two pauses overlap', () => {
    const both = {
      ...april,
      pauses: [
        { from: day('04-10'), until: day('04-15'), consentedOn: day('04-10'), document: '一' },
        { from: day('04-12'), until: day('04-19'), consentedOn: day('04-12'), document: '二' },
      ],
    }
    const judged = nodeLight(both, { rule: ruleCalled('zone-default'), calendar, on: day('05-12') })
    expect(judged).toMatchObject({ value: { lateDays: 2 } })
  })

  it('tells a far day of an unpublished year from a close one', () => {
    const facts = { node: 'start', plans: [{ on: plainDate('2027-01-25') }] }
    const question = { rule: ruleCalled('zone-default'), calendar, on: plainDate('2026-11-26') }
    expect(nodeLight(facts, question)).toMatchObject({ ok: true, value: { light: 'green' } })
  })

  it('refuses to count working days of a year that is not published', () => {
    const facts: NodeFacts = { node: 'start', plans: [{ on: plainDate('2027-01-10') }] }
    const question = { rule: ruleCalled('zone-default'), calendar, on: plainDate('2026-12-31') }
    expect(nodeLight(facts, question)).toMatchObject({ ok: false, code: 'calendar-not-published' })
    const long: NodeFacts = { node: 'start', plans: [{ on: plainDate('2028-01-10') }] }
    expect(nodeLight(long, question)).toMatchObject({ ok: true, value: { light: 'green' } })
  })
})
