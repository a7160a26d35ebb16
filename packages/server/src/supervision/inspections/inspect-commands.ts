/**
 * What is done while an inspection runs: items looked at, notes written, findings recorded and entered as tasks.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { ItemResult, TaskDuty } from '@guanjia/core/supervision'
import type { CommandContext } from '../../platform/commands/command.ts'
import { personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { registerTask } from '../tasks/register-task.ts'
import { lockRunningInspection } from './inspection-store.ts'

type Running = 'inspection-unknown' | 'inspection-reported' | 'inspection-closed'

/** What an item came to. */
export interface CheckedItem {
  readonly inspectionId: string
  /** which item of the list, from 1 */
  readonly place: number
  readonly result: ItemResult
  readonly note: string
}

/** Records it; a later look replaces an earlier one, and both leave a leaf. */
export async function checkItem(
  context: CommandContext,
  { inspectionId, place, result, note }: CheckedItem,
): Promise<Result<{ checked: number; items: number }, Running | 'item-unknown'>> {
  const running = await lockRunningInspection(context, inspectionId)
  if (!running.ok) return running
  const { tx, now, record, emit, commit } = context
  const tables = supervisionTables(tx)
  const found = await tables
    .updateTable('inspection_item')
    .set({ result, note, checked_by: personOf(context), checked_at: now })
    .where('inspection_id', '=', inspectionId)
    .where('place', '=', place)
    .returning('id')
    .executeTakeFirst()
  if (found === undefined) return refuse('item-unknown')
  record({
    act: 'supervision.item-checked',
    subject: inspectionId,
    body: { place, result, note: commit(note) },
  })
  emit({ type: 'supervision.inspection-moved', subject: inspectionId, body: { act: 'check' } })
  const items = await tables
    .selectFrom('inspection_item')
    .select('result')
    .where('inspection_id', '=', inspectionId)
    .execute()
  return accept({ checked: items.filter((item) => item.result !== null).length, items: items.length })
}

/** Writes a note. */
export async function writeNote(
  room: SupervisionRoom,
  context: CommandContext,
  { inspectionId, words }: { readonly inspectionId: string; readonly words: string },
): Promise<Result<{ id: string }, Running>> {
  const running = await lockRunningInspection(context, inspectionId)
  if (!running.ok) return running
  const { tx, now, record, emit, commit } = context
  const id = room.newId()
  await supervisionTables(tx)
    .insertInto('inspection_note')
    .values({ id, inspection_id: inspectionId, words, by_person: personOf(context), at: now })
    .execute()
  record({ act: 'supervision.note-written', subject: inspectionId, body: { note: id, words: commit(words) } })
  emit({ type: 'supervision.inspection-moved', subject: inspectionId, body: { act: 'note' } })
  return accept({ id })
}

/** Something found, with the duties of the task that it becomes. */
export interface NewInspectionFinding {
  readonly inspectionId: string
  readonly place: string
  readonly words: string
  readonly document: string
  readonly grade: string
  readonly dueOn: string
  readonly leadUnit: string
  readonly duties: readonly TaskDuty[]
}

/** Records it and enters the task, in one: a finding without both duties is none. */
export async function recordInspectionFinding(
  room: SupervisionRoom,
  context: CommandContext,
  wanted: NewInspectionFinding,
) {
  const { inspectionId, place, words, document, grade, dueOn, leadUnit, duties } = wanted
  const running = await lockRunningInspection(context, inspectionId)
  if (!running.ok) return running
  if (!room.inspections.grades.some(({ id }) => id === grade)) return refuse('grade-unknown')
  const sourceNote = running.value.number
  const task = await registerTask(room, context, {
    text: words,
    source: 'inspection',
    sourceNote,
    dueOn,
    leadUnit,
    duties,
  })
  if (!task.ok) return task
  const { tx, now, record, emit, commit } = context
  const id = room.newId()
  await supervisionTables(tx)
    .insertInto('inspection_finding')
    .values({
      id,
      inspection_id: inspectionId,
      place,
      words,
      document,
      grade,
      task_id: task.value.id,
      recorded_by: personOf(context),
      recorded_at: now,
    })
    .execute()
  record({
    act: 'supervision.inspection-finding-recorded',
    subject: inspectionId,
    body: { finding: id, grade, task: task.value.number, words: commit(words), document: commit(document) },
  })
  emit({ type: 'supervision.inspection-moved', subject: inspectionId, body: { act: 'find' } })
  return accept({ id, task: task.value.id, number: task.value.number })
}
