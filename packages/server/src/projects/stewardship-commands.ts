/**
 * Giving projects to stewards, handing them over, and planning days away.
 */

import { localMoment, type PlainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { chooseStewards, type HandOverRefusal, handOver, stewardsAt } from '@guanjia/core/projects'
import type { CommandContext } from '../platform/commands/command.ts'
import { type ProjectsRoom, personOf } from './projects-ports.ts'
import { projectsTables } from './projects-tables.ts'
import { loadStewardships, loadTeam, saveHandOver } from './stewardship-store.ts'

/** The reason that stands at a first assignment. */
const firstReason = 'project-begun'

/** Chooses the stewards of a project that has none; false where nobody can be chosen. */
export async function assignStewards(
  room: ProjectsRoom,
  context: CommandContext,
  { id, number, kind }: { readonly id: string; readonly number: string; readonly kind: string },
): Promise<boolean> {
  const tables = projectsTables(context.tx)
  const on = localMoment(context.now.getTime(), room.zone.utcOffsetMinutes).date
  const chosen = chooseStewards(await loadTeam(tables), { kind, on, except: [] })
  if (!chosen.ok) return false
  const { primary, backup, because } = chosen.value
  const before = await loadStewardships(tables, id)
  const after = handOver(before, { primary, backup, at: context.now.getTime(), reason: firstReason })
  if (!after.ok) throw new Error(`a project without stewards takes any two: ${after.code}`)
  await saveHandOver(tables, id, { before, after: after.value, newId: room.newId })
  context.emit({ type: 'projects.steward-given', subject: id, body: { number, primary, backup, because } })
  return true
}

/** What a leader or the primary steward wants. */
export interface HandOverWish {
  readonly projectId: string
  readonly primary: string
  readonly backup: string
  readonly reason: string
}

/** Hands a project over at this moment. */
export async function handOverProject(
  room: ProjectsRoom,
  context: CommandContext,
  { projectId, primary, backup, reason }: HandOverWish,
): Promise<
  Result<{ primary: string; backup: string }, HandOverRefusal | 'steward-unknown' | 'project-ended'>
> {
  const tables = projectsTables(context.tx)
  const project = await tables
    .selectFrom('project')
    .select(['state', 'number'])
    .where('id', '=', projectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (project.state === 'ended') return refuse('project-ended')
  const team = await loadTeam(tables)
  const isSteward = (id: string) => team.stewards.some((steward) => steward.id === id)
  if (!isSteward(primary) || !isSteward(backup)) return refuse('steward-unknown')
  const before = await loadStewardships(tables, projectId)
  const after = handOver(before, { primary, backup, at: context.now.getTime(), reason })
  if (!after.ok) return after
  await saveHandOver(tables, projectId, { before, after: after.value, newId: room.newId })
  context.emit({
    type: 'projects.handed-over',
    subject: projectId,
    body: {
      number: project.number,
      from: stewardsAt(before, context.now.getTime()),
      primary,
      backup,
      actorId: personOf(context),
    },
  })
  return accept({ primary, backup })
}

/** Plans days away and says which projects of this steward need somebody else as primary by then. */
export async function planLeave(
  context: CommandContext,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<Result<{ projectsToHandOver: string[] }, 'leave-backwards'>> {
  if (to < from) return refuse('leave-backwards', { from, to })
  const tables = projectsTables(context.tx)
  const stewardId = personOf(context)
  await tables
    .insertInto('steward_leave')
    .values({ steward_id: stewardId, from_on: from, to_on: to })
    .execute()
  const held = await tables
    .selectFrom('stewardship')
    .select('project_id')
    .where('steward_id', '=', stewardId)
    .where('duty', '=', 'primary')
    .where('to_at', 'is', null)
    .execute()
  return accept({ projectsToHandOver: held.map(({ project_id }) => project_id) })
}

/** Says what a steward knows well. */
export async function setSpecialties(
  { content }: ProjectsRoom,
  { tx }: CommandContext,
  { stewardId, kinds }: { readonly stewardId: string; readonly kinds: readonly string[] },
): Promise<Result<{ kinds: string[] }, 'project-kind-unknown' | 'steward-unknown'>> {
  const unknown = kinds.find((kind) => !content.kinds.some(({ id }) => id === kind))
  if (unknown !== undefined) return refuse('project-kind-unknown', { kind: unknown })
  const tables = projectsTables(tx)
  const team = await loadTeam(tables)
  if (!team.stewards.some(({ id }) => id === stewardId)) return refuse('steward-unknown')
  await tables.deleteFrom('steward_specialty').where('person_id', '=', stewardId).execute()
  const rows = [...new Set(kinds)].map((kind) => ({ person_id: stewardId, kind }))
  if (rows.length > 0) await tables.insertInto('steward_specialty').values(rows).execute()
  return accept({ kinds: rows.map(({ kind }) => kind) })
}
