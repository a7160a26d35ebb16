/**
 * The way of a task: both sides report, one of them asks for closing with evidence, the lead unit verifies, the company says
 * that it is so where there is one, the supervisor looks for themselves and closes. What comes back is opened again.
 */

import { addDays, type PlainDate } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { DutyList, DutyTask } from './duty-task.ts'

/** What may happen to a task. */
export type TaskAct =
  | { readonly do: 'report'; readonly lists: readonly DutyList[] }
  | { readonly do: 'request-closing'; readonly on: PlainDate; readonly evidence: readonly string[] }
  | { readonly do: 'verify'; readonly passed: boolean }
  | { readonly do: 'hear-company'; readonly confirmed: boolean }
  | { readonly do: 'close'; readonly passed: boolean; readonly on: PlainDate }
  | { readonly do: 'recur'; readonly on: PlainDate; readonly due: PlainDate; readonly within: number }

/** Why something may not happen to a task now. */
export type TaskRefusal =
  | 'task-out-of-turn'
  | 'other-duty-silent'
  | 'closing-evidence-missing'
  | 'company-not-heard'
  | 'recurrence-too-late'
  | 'due-day-passed'

type After = Result<DutyTask, TaskRefusal>

/** The task after something happened to it. Refused where it is not its turn, and for the reasons each act gives. */
export function taskAfter(task: DutyTask, act: TaskAct): After {
  switch (act.do) {
    case 'report':
      return afterReport(task, act.lists)
    case 'request-closing':
      return afterRequest(task, act)
    case 'verify':
      return afterVerification(task, act.passed)
    case 'hear-company':
      return afterHearing(task, act.confirmed)
    case 'close':
      return afterClosing(task, act)
    case 'recur':
      return afterRecurrence(task, act)
  }
}

function afterReport(task: DutyTask, lists: readonly DutyList[]): After {
  if (task.state !== 'split' && task.state !== 'running') return refuse('task-out-of-turn')
  return accept({ ...task, state: 'running', reported: [...new Set([...task.reported, ...lists])] })
}

/** Closing is asked for with evidence, and after both sides have reported: one side does not close for the other. */
function afterRequest(
  task: DutyTask,
  { on, evidence }: { readonly on: PlainDate; readonly evidence: readonly string[] },
): After {
  if (task.state !== 'running')
    return refuse(task.state === 'split' ? 'other-duty-silent' : 'task-out-of-turn')
  if (task.reported.length < 2) return refuse('other-duty-silent')
  if (evidence.length === 0) return refuse('closing-evidence-missing')
  return accept({ ...task, state: 'closing-requested', requestedOn: on })
}

function afterVerification(task: DutyTask, passed: boolean): After {
  if (task.state !== 'closing-requested') return refuse('task-out-of-turn')
  return accept(passed ? { ...task, state: 'verified' } : sentBack(task))
}

function afterHearing(task: DutyTask, confirmed: boolean): After {
  if (task.state !== 'verified' || task.company !== 'asked') return refuse('task-out-of-turn')
  return accept(confirmed ? { ...task, company: 'confirmed' } : sentBack(task))
}

function afterClosing(
  task: DutyTask,
  { passed, on }: { readonly passed: boolean; readonly on: PlainDate },
): After {
  if (task.state !== 'verified') return refuse('task-out-of-turn')
  if (!passed) return accept(sentBack(task))
  if (task.company === 'asked') return refuse('company-not-heard')
  return accept({ ...task, state: 'closed', closedOn: on })
}

interface Recurrence {
  readonly on: PlainDate
  readonly due: PlainDate
  /** natural days after closing in which what comes back is the same task */
  readonly within: number
}

function afterRecurrence({ state, closedOn, company }: DutyTask, { on, due, within }: Recurrence): After {
  if (state !== 'closed' || closedOn === undefined) return refuse('task-out-of-turn')
  if (on > addDays(closedOn, within)) return refuse('recurrence-too-late')
  if (due <= on) return refuse('due-day-passed')
  return accept({ state: 'split', due, reported: [], company: company === 'none' ? 'none' : 'asked' })
}

/** Not accepted: it runs on, and the days run on from the beginning. */
function sentBack({ state: _state, requestedOn: _requestedOn, ...task }: DutyTask): DutyTask {
  return { ...task, state: 'running' }
}
