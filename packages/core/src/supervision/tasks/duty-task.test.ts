import { describe, expect, it } from 'vitest'
import { plainDate, workingCalendar } from '../../calendar/index.ts'
import { type DutyTask, type TaskDuty, taskDuties } from './duty-task.ts'
import { type TaskAct, taskAfter } from './task-act.ts'
import { accountabilityDrafts, taskLight } from './task-light.ts'

const day = plainDate
const place: TaskDuty = {
  list: 'territorial',
  unit: 'park',
  answerable: '园区负责人',
  duty: '协调场地移交',
}
const department: TaskDuty = {
  list: 'departmental',
  unit: 'housing',
  answerable: '建设部门负责人',
  duty: '办理施工许可',
}
const opened: DutyTask = { state: 'split', due: day('2026-05-20'), reported: [], company: 'none' }
const within = 30

function after(task: DutyTask, ...acts: readonly TaskAct[]): DutyTask | string {
  let now = task
  for (const act of acts) {
    const next = taskAfter(now, act)
    if (!next.ok) return next.code
    now = next.value
  }
  return now
}

const both: TaskAct = { do: 'report', lists: ['territorial', 'departmental'] }
const request: TaskAct = { do: 'request-closing', on: day('2026-05-18'), evidence: ['移交确认单'] }
const verified: TaskAct = { do: 'verify', passed: true }
const closed: TaskAct = { do: 'close', passed: true, on: day('2026-05-22') }

describe('a task', () => {
  it('has a duty of the place and one of a department', () => {
    expect(taskDuties([department, place], ['park'])).toEqual({
      ok: true,
      value: { territorial: place, departmental: department },
    })
  })

  it.each([
    ['without a duty of the place', [department], 'territorial-duty-missing'],
    ['without a duty of a department', [place], 'departmental-duty-missing'],
    ['with two duties of one list', [place, place, department], 'duty-twice'],
    [
      'whose department is a unit of the place',
      [place, { ...department, unit: 'park' }],
      'unit-of-other-list',
    ],
    ['whose place is a department', [{ ...place, unit: 'housing' }, department], 'unit-of-other-list'],
  ])('is none %s', (_, duties, code) => {
    expect(taskDuties(duties, ['park'])).toMatchObject({ ok: false, code })
  })

  it('is closed after both sides reported, evidence, verification and a look of the supervisor', () => {
    expect(after(opened, both, request, verified, closed)).toMatchObject({ state: 'closed' })
  })

  it.each<[string, TaskAct[], string]>([
    ['while nobody has reported', [request], 'other-duty-silent'],
    ['while one side is silent', [{ do: 'report', lists: ['departmental'] }, request], 'other-duty-silent'],
    ['without evidence', [both, { ...request, evidence: [] } as TaskAct], 'closing-evidence-missing'],
    ['twice', [both, request, request], 'task-out-of-turn'],
  ])('is not asked to be closed %s', (_, acts, code) => {
    expect(after(opened, ...acts)).toBe(code)
  })

  it('is not closed before the lead unit has verified it', () => {
    expect(after(opened, both, request, closed)).toBe('task-out-of-turn')
  })

  it('waits for its company where it has one', () => {
    const ofCompany: DutyTask = { ...opened, company: 'asked' }
    expect(after(ofCompany, both, request, verified, closed)).toBe('company-not-heard')
    const heard: TaskAct = { do: 'hear-company', confirmed: true }
    expect(after(ofCompany, both, request, verified, heard, closed)).toMatchObject({ state: 'closed' })
  })

  it('runs on from its first day when the request is sent back', () => {
    const back = after(opened, both, request, { do: 'verify', passed: false })
    expect(back).toMatchObject({ state: 'running' })
    expect(back).not.toHaveProperty('requestedOn')
  })

  it('is opened again when the matter comes back within thirty days, and not later', () => {
    const recur = (on: string): TaskAct => ({ do: 'recur', on: day(on), due: day('2026-07-30'), within })
    const done = [both, request, verified, closed]
    expect(after(opened, ...done, recur('2026-06-21'))).toEqual({
      state: 'split',
      due: '2026-07-30',
      reported: [],
      company: 'none',
    })
    expect(after(opened, ...done, recur('2026-06-22'))).toBe('recurrence-too-late')
  })
})

describe('an overdue task', () => {
  it('drafts the accountability of the place and of the department, both', () => {
    expect(accountabilityDrafts(opened, day('2026-05-20'))).toEqual([])
    expect(accountabilityDrafts(opened, day('2026-05-23'))).toEqual([
      { list: 'territorial', lateDays: 3 },
      { list: 'departmental', lateDays: 3 },
    ])
  })

  it('is none while a request made in time is being verified', () => {
    const asked: DutyTask = { ...opened, state: 'closing-requested', requestedOn: day('2026-05-20') }
    expect(accountabilityDrafts(asked, day('2026-06-01'))).toEqual([])
    expect(
      accountabilityDrafts({ ...asked, requestedOn: day('2026-05-21') }, day('2026-06-01')),
    ).toHaveLength(2)
  })

  it('shows the light that a node would show', () => {
    const question = {
      rule: {
        id: 'r',
        from: day('2023-01-01'),
        nodes: {},
        otherwise: { overdue: { amberUpTo: { value: 30, unit: 'natural-days' as const } } },
      },
      calendar: workingCalendar('none', []),
    }
    const lightOn = (on: string) => {
      const light = taskLight(opened, { ...question, on: day(on) })
      return light.ok ? light.value.light : light.code
    }
    expect(['2026-05-20', '2026-05-21', '2026-06-20'].map(lightOn)).toEqual(['green', 'amber', 'red'])
  })
})
