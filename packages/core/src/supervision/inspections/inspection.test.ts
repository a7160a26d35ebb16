import { describe, expect, it } from 'vitest'
import { plainDate as day } from '../../calendar/index.ts'
import { inspectionFigures, isAsRead, mayReport, reportWaits, stillRunning } from './inspection.ts'
import { allowedFacts, isEmptyScope, liesInScope, scopeFacts } from './inspection-scope.ts'
import { invitationEnd, invitationRuns } from './invitation.ts'

const scope = { projects: ['p1'], parks: ['生物医药产业园'], units: ['housing'] }

describe('an inspection', () => {
  it('is reported on when every item was looked at, and anew until it is signed', () => {
    expect(mayReport('running', ['sound', null])).toMatchObject({ code: 'items-unchecked' })
    expect(mayReport('running', ['sound', 'found'])).toMatchObject({ ok: true })
    expect(mayReport('reported', ['sound'])).toMatchObject({ ok: true })
    expect(mayReport('closed', ['sound'])).toMatchObject({ code: 'inspection-closed' })
  })

  it('takes nothing more once its report is drafted', () => {
    expect(['running', 'reported', 'closed'].map((state) => stillRunning(state as 'running').ok)).toEqual([
      true,
      false,
      false,
    ])
  })

  it('is signed as its report was read, and can be worked on again until then', () => {
    expect(['running', 'reported', 'closed'].map((state) => reportWaits(state as 'running'))).toMatchObject([
      { code: 'inspection-not-reported' },
      { ok: true },
      { code: 'inspection-closed' },
    ])
    expect(isAsRead({ read: 2, stands: 2 })).toMatchObject({ ok: true })
    expect(isAsRead({ read: 1, stands: 2 })).toMatchObject({ code: 'report-revised-meanwhile' })
  })

  it('counts a finding as rectified when its task is closed, and rounds the rate down', () => {
    const due = day('2026-05-20')
    const findings = [
      { grade: 'minor', task: 'closed', due },
      { grade: 'minor', task: 'closed', due },
      { grade: 'grave', task: 'verified', due },
    ] as const
    expect(inspectionFigures(['sound', 'found', null], findings, day('2026-05-21'))).toEqual({
      items: 3,
      checked: 2,
      findings: 3,
      rectified: 2,
      overdue: 1,
      percent: 66,
      grades: { minor: 2, grave: 1 },
    })
    expect(inspectionFigures([], findings, due)).toMatchObject({ overdue: 0 })
    expect(inspectionFigures([], [], due).percent).toBeNull()
  })
})

describe('an invitation', () => {
  it('opens its inspection from the first day of it up to its own last day, and not a day longer', () => {
    const invitation = { from: day('2026-05-10'), until: day('2026-05-20'), ended: false }
    expect(invitationRuns(invitation, day('2026-05-09'))).toBe(false)
    expect(invitationRuns(invitation, day('2026-05-10'))).toBe(true)
    expect(invitationRuns(invitation, day('2026-05-20'))).toBe(true)
    expect(invitationRuns(invitation, day('2026-05-21'))).toBe(false)
    expect(invitationRuns({ ...invitation, ended: true }, day('2026-05-19'))).toBe(false)
  })

  it('lasts as long as the inspection, or shorter', () => {
    const inspection = { until: day('2026-05-20') }
    const on = day('2026-05-10')
    expect(invitationEnd(inspection, undefined, on)).toEqual({ ok: true, value: '2026-05-20' })
    expect(invitationEnd(inspection, day('2026-05-12'), on)).toEqual({ ok: true, value: '2026-05-12' })
    expect(invitationEnd(inspection, day('2026-05-21'), on)).toMatchObject({
      code: 'invitation-outlasts-inspection',
    })
    expect(invitationEnd(inspection, day('2026-05-09'), on)).toMatchObject({
      code: 'invitation-over-already',
    })
  })
})

describe('the scope', () => {
  it('holds a project by itself, by its park or by its unit', () => {
    const one = { id: 'p9', park: '其他', unit: 'water' }
    expect(liesInScope(one, scope)).toBe(false)
    expect(liesInScope({ ...one, id: 'p1' }, scope)).toBe(true)
    expect(liesInScope({ ...one, park: '生物医药产业园' }, scope)).toBe(true)
    expect(liesInScope({ ...one, unit: 'housing' }, scope)).toBe(true)
    expect(isEmptyScope({ projects: [], parks: [], units: [] })).toBe(true)
    expect(isEmptyScope(scope)).toBe(false)
  })

  it('shows the facts that are on the list and no other', () => {
    const facts = Object.fromEntries(scopeFacts.map((fact) => [fact, `的${fact}`])) as Record<
      (typeof scopeFacts)[number],
      string | null
    >
    expect(allowedFacts({ ...facts, park: null }, ['name', 'park', 'lights'])).toEqual([
      { fact: 'name', value: '的name' },
      { fact: 'lights', value: '的lights' },
    ])
  })
})
