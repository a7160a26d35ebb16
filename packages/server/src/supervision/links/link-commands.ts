/**
 * Linking a supervised project with the project of a steward, and taking that back. One supervised project has one link, and
 * one project is linked once.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** What is linked with what. */
export interface LinkWish {
  readonly id: string
  readonly projectId: string
}

type LinkRefusal =
  | 'supervised-unknown'
  | 'linked-project-unknown'
  | 'link-stands'
  | 'project-linked-elsewhere'

/** Links. */
export async function linkProject(
  room: SupervisionRoom,
  context: CommandContext,
  { id, projectId }: LinkWish,
): Promise<Result<{ number: string }, LinkRefusal>> {
  const { tx, now, record, emit } = context
  const tables = supervisionTables(tx)
  const supervised = await lockSupervised(context, id)
  if (supervised === undefined) return refuse('supervised-unknown')
  if (supervised.project_id !== null) return refuse('link-stands')
  const project = (await room.listProjects(tx)).find((one) => one.id === projectId)
  if (project === undefined) return refuse('linked-project-unknown')
  const other = await tables
    .selectFrom('supervised_project')
    .select('number')
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  if (other !== undefined) return refuse('project-linked-elsewhere', { number: other.number })
  await tables
    .insertInto('supervised_link')
    .values({
      supervised_id: id,
      project_id: projectId,
      linked_by: personOf(context),
      linked_at: now,
      unlinked_by: null,
      unlinked_at: null,
      reason: null,
    })
    .execute()
  await tables.updateTable('supervised_project').set({ project_id: projectId }).where('id', '=', id).execute()
  record({ act: 'supervision.project-linked', subject: id, body: { project: projectId } })
  emit({ type: 'supervision.project-linked', subject: id, body: { project: projectId } })
  return accept({ number: project.number })
}

/** Takes the link back; it stays in the history. */
export async function unlinkProject(
  context: CommandContext,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Result<Record<string, never>, 'supervised-unknown' | 'link-missing'>> {
  const { tx, now, record, emit, commit } = context
  const tables = supervisionTables(tx)
  const supervised = await lockSupervised(context, id)
  if (supervised === undefined) return refuse('supervised-unknown')
  const { project_id: project } = supervised
  if (project === null) return refuse('link-missing')
  await tables
    .updateTable('supervised_link')
    .set({ unlinked_by: personOf(context), unlinked_at: now, reason })
    .where('supervised_id', '=', id)
    .where('unlinked_at', 'is', null)
    .execute()
  await tables.updateTable('supervised_project').set({ project_id: null }).where('id', '=', id).execute()
  record({ act: 'supervision.project-unlinked', subject: id, body: { project, reason: commit(reason) } })
  emit({ type: 'supervision.project-unlinked', subject: id, body: { project } })
  return accept({})
}

function lockSupervised({ tx }: CommandContext, id: string) {
  return supervisionTables(tx)
    .selectFrom('supervised_project')
    .select('project_id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}
