/**
 * Entering a task with both its duties.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type DutyRefusal, type TaskDuties, type TaskDuty, taskDuties } from '@guanjia/core/supervision'
import { sql } from 'kysely'
import { authorityWording } from '../../cases/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, personOf, type SupervisionRoom, yearOf } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** A task as it is entered. */
export interface NewTask {
  readonly text: string
  readonly source: string
  readonly sourceNote?: string | undefined
  readonly dueOn: string
  readonly leadUnit: string
  readonly company?: string | undefined
  readonly duties: readonly TaskDuty[]
}

type NewTaskRefusal = DutyRefusal | 'unit-unknown' | 'source-unknown' | 'due-day-passed'

/** Enters a task; with one duty it is none. */
export async function registerTask(
  room: SupervisionRoom,
  context: CommandContext,
  task: NewTask,
): Promise<Result<{ id: string; number: string }, NewTaskRefusal>> {
  const duties = taskDuties(task.duties, room.tasks.territorial)
  if (!duties.ok) return duties
  const fault = faultOf(room, context, task)
  if (fault !== undefined) return fault
  const { record, emit, commit } = context
  const id = room.newId()
  const number = await nextNumber(room, context)
  const { territorial, departmental } = duties.value
  await write(context, { id, number, task, duties: duties.value })
  record({
    act: 'supervision.task-registered',
    subject: id,
    body: {
      number,
      dueOn: task.dueOn,
      leadUnit: task.leadUnit,
      territorial: territorial.unit,
      departmental: departmental.unit,
      text: commit(task.text),
    },
  })
  emit({ type: 'supervision.task-moved', subject: id, body: { act: 'register', state: 'split' } })
  return accept({ id, number })
}

interface Numbered {
  readonly id: string
  readonly number: string
  readonly task: NewTask
  readonly duties: TaskDuties
}

async function write(context: CommandContext, { id, number, task, duties }: Numbered): Promise<void> {
  const { tx, now } = context
  const { territorial, departmental } = duties
  const by = personOf(context)
  await supervisionTables(tx)
    .insertInto('duty_task')
    .values({
      id,
      number,
      text: task.text,
      source: task.source,
      source_note: task.sourceNote ?? null,
      lead_unit: task.leadUnit,
      company: task.company ?? null,
      due_on: task.dueOn,
      state: 'split',
      territorial_unit: territorial.unit,
      territorial_answerable: territorial.answerable,
      territorial_duty: territorial.duty,
      departmental_unit: departmental.unit,
      departmental_answerable: departmental.answerable,
      departmental_duty: departmental.duty,
      requested_on: null,
      requested_by: null,
      closed_on: null,
      registered_by: by,
      registered_at: now,
    })
    .execute()
  await supervisionTables(tx)
    .insertInto('duty_task_entry')
    .values({
      task_id: id,
      act: 'register',
      lists: ['territorial', 'departmental'],
      passed: null,
      words: task.text,
      evidence: [],
      by_person: by,
      at: now,
    })
    .execute()
}

function faultOf(
  room: SupervisionRoom,
  { now }: CommandContext,
  { dueOn, source, leadUnit, duties }: NewTask,
) {
  if (dueOn <= dayOf(room, now)) return refuse('due-day-passed')
  if (!room.tasks.sources.some(({ id }) => id === source)) return refuse('source-unknown', { source })
  const unit = [leadUnit, ...duties.map((duty) => duty.unit)].find(
    (id) => authorityWording(room.zone.zone, id)['zh-CN'] === id,
  )
  return unit === undefined ? undefined : refuse('unit-unknown', { unit })
}

async function nextNumber(room: SupervisionRoom, { tx, now }: CommandContext): Promise<string> {
  const { rows } = await sql<{ next: string }>`select nextval('duty_task_number') as next`.execute(tx)
  return `RW${yearOf(room, now)}-${String(rows[0]?.next).padStart(4, '0')}`
}
