/**
 * A task of the ledger (一台账、两清单、双责任、双问责): one task stands in two duty lists, that of the place and that of the
 * department, and both answer for it. The ledger of tasks, the two lists and the double accountability follow the practice
 * published in Binzhou, 2022.
 */

import type { PlainDate } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'

/** The two lists of duties: of the place (属地责任清单), of the department (部门责任清单). */
export const dutyLists = ['territorial', 'departmental'] as const

/** One of the two lists. */
export type DutyList = (typeof dutyLists)[number]

/** What one side answers for: the unit, the post that answers, and what is to be done. */
export interface TaskDuty {
  readonly list: DutyList
  readonly unit: string
  readonly answerable: string
  readonly duty: string
}

/** Both duties of a task; there is no task with one of them. */
export type TaskDuties = Readonly<Record<DutyList, TaskDuty>>

/** Why duties make no task. */
export type DutyRefusal =
  | 'territorial-duty-missing'
  | 'departmental-duty-missing'
  | 'duty-twice'
  | 'unit-of-other-list'

/**
 * Both duties by their list. Refused where one of them is missing, where a list is given twice, and where a unit of the place
 * stands in the list of departments or the other way round.
 */
export function taskDuties(
  duties: readonly TaskDuty[],
  territorialUnits: readonly string[],
): Result<TaskDuties, DutyRefusal> {
  const territorial = duties.filter(({ list }) => list === 'territorial')
  const departmental = duties.filter(({ list }) => list === 'departmental')
  const [place] = territorial
  const [department] = departmental
  if (place === undefined) return refuse('territorial-duty-missing')
  if (department === undefined) return refuse('departmental-duty-missing')
  if (territorial.length > 1 || departmental.length > 1) return refuse('duty-twice')
  const isOfPlace = (unit: string) => territorialUnits.includes(unit)
  if (!isOfPlace(place.unit) || isOfPlace(department.unit)) return refuse('unit-of-other-list')
  return accept({ territorial: place, departmental: department })
}

/** How far a task is. */
export const taskStates = ['split', 'running', 'closing-requested', 'verified', 'closed'] as const

/** One of the states of a task. */
export type TaskState = (typeof taskStates)[number]

/** What is known of a task. */
export interface DutyTask {
  readonly state: TaskState
  readonly due: PlainDate
  /** lists that have reported what was done since the task was opened, or opened again */
  readonly reported: readonly DutyList[]
  /** the day on which closing was asked for; a request that was sent back does not count */
  readonly requestedOn?: PlainDate
  readonly closedOn?: PlainDate
  /** whether a company has to say that it is so before the task is closed, and whether it has */
  readonly company: 'none' | 'asked' | 'confirmed'
}
