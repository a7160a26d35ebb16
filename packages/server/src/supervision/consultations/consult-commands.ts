/**
 * What is done in a consultation: statements, the conclusion, its signatures, the tasks that follow.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import {
  afterSignature,
  type ConclusionRefusal,
  type ConsultationState,
  draftedRevision,
  mayState,
} from '@guanjia/core/supervision'
import { authorityWording } from '../../cases/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { type NewTask, registerTask } from '../tasks/register-task.ts'
import { lockConsultation } from './consultation-store.ts'
import { tellMembers } from './member-news.ts'

/** A statement of a member. */
export async function stateInConsultation(
  room: SupervisionRoom,
  context: CommandContext,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<
  Result<
    { stated: number; members: number },
    'joint-consultation-unknown' | 'consultation-over' | 'consultation-concluded' | 'conclusion-drafted'
  >
> {
  const found = await lockConsultation(context, id)
  if (!found.ok) return found
  const { tx, now, record, emit, commit } = context
  const { known } = found.value
  const allowed = mayState(known, dayOf(room, now))
  if (!allowed.ok) return allowed
  const personId = personOf(context)
  await supervisionTables(tx)
    .updateTable('consultation_member')
    .set({ statement: words, stated_at: now })
    .where('consultation_id', '=', id)
    .where('person_id', '=', personId)
    .execute()
  record({
    act: 'supervision.consultation-stated',
    subject: id,
    body: { person: commit(personId), words: commit(words) },
  })
  emit({ type: 'supervision.consultation-moved', subject: id, body: { act: 'state' } })
  const stated = known.members.filter((one) => one.hasStated || one.personId === personId).length
  return accept({ stated, members: known.members.length })
}

/** A conclusion as it is drafted. */
export interface NewConclusion {
  readonly id: string
  readonly focus: string
  readonly cause: string
  readonly unit: string
}

/** Drafts the conclusion; whoever signed an earlier revision signs anew. */
export async function draftConclusion(
  room: SupervisionRoom,
  context: CommandContext,
  { id, focus, cause, unit }: NewConclusion,
): Promise<
  Result<
    { revision: number },
    | 'joint-consultation-unknown'
    | 'consultation-over'
    | 'consultation-concluded'
    | 'statements-missing'
    | 'unit-unknown'
  >
> {
  const found = await lockConsultation(context, id)
  if (!found.ok) return found
  const { tx, now, record, emit, commit } = context
  const drafted = draftedRevision(found.value.known, dayOf(room, now))
  if (!drafted.ok) return drafted
  if (authorityWording(room.zone.zone, unit)['zh-CN'] === unit) return refuse('unit-unknown', { unit })
  const revision = drafted.value
  await supervisionTables(tx)
    .updateTable('consultation')
    .set({ state: 'concluding', focus, cause, unit, revision, drafted_by: personOf(context) })
    .where('id', '=', id)
    .execute()
  record({
    act: 'supervision.conclusion-drafted',
    subject: id,
    body: { revision, unit, focus: commit(focus), cause: commit(cause) },
  })
  emit({ type: 'supervision.consultation-moved', subject: id, body: { act: 'draft' } })
  const { row, known } = found.value
  tellMembers(context, 'supervision.conclusion-to-sign', {
    told: { id, number: row.number, until: row.until_day },
    members: known.members.map(({ personId }) => personId),
  })
  return accept({ revision })
}

/** Signs the revision that was read; the last signature concludes. */
export async function signConclusion(
  room: SupervisionRoom,
  context: CommandContext,
  { id, revision }: { readonly id: string; readonly revision: number },
): Promise<
  Result<{ state: ConsultationState; left: number }, 'joint-consultation-unknown' | ConclusionRefusal>
> {
  const found = await lockConsultation(context, id)
  if (!found.ok) return found
  const { tx, now, record, emit, commit } = context
  const personId = personOf(context)
  const after = afterSignature(found.value.known, { personId, revision, on: dayOf(room, now) })
  if (!after.ok) return after
  const tables = supervisionTables(tx)
  await tables
    .updateTable('consultation_member')
    .set({ signed_revision: revision, signed_at: now })
    .where('consultation_id', '=', id)
    .where('person_id', '=', personId)
    .execute()
  record({ act: 'supervision.conclusion-signed', subject: id, body: { revision, person: commit(personId) } })
  const { focus, cause, unit } = found.value.row
  if (after.value.state === 'concluded') {
    await tables
      .updateTable('consultation')
      .set({ state: 'concluded', concluded_at: now })
      .where('id', '=', id)
      .execute()
    record({
      act: 'supervision.consultation-concluded',
      subject: id,
      body: { revision, unit, focus: commit(focus ?? ''), cause: commit(cause ?? '') },
    })
  }
  emit({ type: 'supervision.consultation-moved', subject: id, body: { act: 'sign' } })
  return accept(after.value)
}

/** What follows from it, as it is entered. */
export type NewConsultationTask = Pick<NewTask, 'text' | 'dueOn' | 'leadUnit' | 'duties'> & {
  readonly id: string
}

/** Enters a task that follows from a signed conclusion. */
export async function enterConsultationTask(
  room: SupervisionRoom,
  context: CommandContext,
  { id, ...task }: NewConsultationTask,
) {
  const found = await lockConsultation(context, id)
  if (!found.ok) return found
  const { row } = found.value
  if (row.state !== 'concluded') return refuse('conclusion-not-signed')
  const entered = await registerTask(room, context, {
    ...task,
    source: 'consultation',
    sourceNote: row.number,
  })
  if (!entered.ok) return entered
  const { id: taskId, number } = entered.value
  await supervisionTables(context.tx)
    .insertInto('consultation_task')
    .values({ consultation_id: id, task_id: taskId })
    .execute()
  context.emit({ type: 'supervision.consultation-moved', subject: id, body: { act: 'enter' } })
  return accept({ task: taskId, number })
}
