/**
 * The lines of cases, issues and tasks, each read through the door of its room.
 */

import { type PlainDate, plainDate } from '@guanjia/core/calendar'
import { accept, type Result } from '@guanjia/core/kernel'
import { dutyLists } from '@guanjia/core/supervision'
import type { RunningClock } from '../../cases/index.ts'
import type { OpenIssueClock } from '../../feedback/index.ts'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { type TaskRow, taskOf } from '../tasks/task-store.ts'
import { unitNamed } from '../tasks/task-view.ts'
import type { LineCause, ObligationLine } from './obligation-line.ts'

/** Everything owed on a day besides the nodes of projects. Refused where a clock cannot be counted. */
export async function readLines(
  room: SupervisionRoom,
  on: PlainDate,
): Promise<Result<readonly ObligationLine[], 'calendar-not-published'>> {
  const { database } = room
  const [cases, issues, tasks] = await Promise.all([
    room.readCaseClocks(database, on),
    room.readIssueClocks(database, on),
    readOpenTasks(room),
  ])
  if (!cases.ok) return cases
  if (!issues.ok) return issues
  return accept([
    ...cases.value.map(lineOfCase),
    ...issues.value.map(lineOfIssue),
    ...tasks.map((task) => lineOfTask(room, task)),
  ])
}

const owedByApplicant: readonly RunningClock['kind'][] = ['duty', 'rectification']

function lineOfCase({ caseId, number, service, kind, ...clock }: RunningClock): ObligationLine {
  const { due, rest, authorities: units, court } = clock
  return {
    id: caseId,
    number,
    title: service,
    step: kind,
    obligation: {
      kind: owedByApplicant.includes(kind) ? 'commitment' : 'case',
      due,
      ...(rest === null ? {} : { rest }),
    },
    units,
    place: null,
    causes: causesOfCase(court, units),
  }
}

/** Who is waited for; not said again where it is the unit that answers for it alone. */
function causesOfCase({ who, authorities }: RunningClock['court'], units: readonly string[]): LineCause[] {
  if (who === 'nobody') return []
  if (who !== 'authority') return [{ is: who }]
  const isPlain = units.length === 1 && authorities.length === 1 && authorities[0] === units[0]
  return isPlain ? [] : [{ is: 'authority', units: authorities }]
}

function lineOfIssue({
  issueId,
  number,
  topic,
  kind,
  due,
  lead,
  ...counted
}: OpenIssueClock): ObligationLine {
  const { urgings, reopenings } = counted
  return {
    id: issueId,
    number,
    title: topic,
    step: kind,
    obligation: { kind: 'issue', due },
    units: lead === null ? [] : [lead],
    place: null,
    causes: [
      ...(urgings > 0 ? [{ is: 'urged', count: urgings } as const] : []),
      ...(reopenings > 0 ? [{ is: 'reopened', count: reopenings } as const] : []),
    ],
  }
}

function readOpenTasks({ database }: SupervisionRoom): Promise<TaskRow[]> {
  return supervisionTables(database)
    .selectFrom('duty_task')
    .selectAll()
    .where('state', '<>', 'closed')
    .orderBy('due_on')
    .execute()
}

function lineOfTask(room: SupervisionRoom, row: TaskRow): ObligationLine {
  const { reported } = taskOf(row)
  const silent = dutyLists.filter((list) => !reported.includes(list)).map((list) => row[`${list}_unit`])
  return {
    id: row.id,
    number: row.number,
    title: { 'zh-CN': row.text, en: row.text },
    step: 'task',
    obligation: {
      kind: 'task',
      due: plainDate(row.due_on),
      ...(row.requested_on === null ? {} : { metOn: plainDate(row.requested_on) }),
    },
    units: [...new Set([row.territorial_unit, row.departmental_unit])],
    place: unitNamed(room, row.territorial_unit, 'zh-CN').name,
    causes: [
      ...(silent.length > 0 ? [{ is: 'silent', units: silent } as const] : []),
      ...(row.recurrences > 0 ? [{ is: 'recurred', count: row.recurrences } as const] : []),
    ],
  }
}
