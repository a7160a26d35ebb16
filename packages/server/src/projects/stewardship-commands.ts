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

/** Chooses the stewards of a project that has none; where nobody can be chosen, the leaders are told. */
export async function assignStewards(
  room: ProjectsRoom,
  context: CommandContext,
  { id, kind }: { readonly id: string; readonly kind: string },
): Promise<boolean> {
  const tables = projectsTables(context.tx)
  const on = localMoment(context.now.getTime(), room.zone.utcOffsetMinutes).date
  const chosen = chooseStewards(await loadTeam(tables), { kind, on, except: [] })
  if (!chosen.ok) {
    context.emit({ type: 'projects.steward-missing', subject: id, body: { because: chosen.code } })
    return false
  }
  const { primary, backup, because } = chosen.value
  const before = await loadStewardships(tables, id)
  const after = handOver(before, { primary, backup, at: context.now.getTime(), reason: firstReason })
  if (!after.ok) throw new Error(`a project without stewards takes any two: ${after.code}`)
  await saveHandOver(tables, id, { before, after: after.value, newId: room.newId })
  context.emit({ type: 'projects.steward-given', subject: id, body: { primary, backup, because } })
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
): Promise<Result<{ primary: string; backup: string }, HandOverRefusal | 'steward-unknown' | 'project-ended'>> {
  const tables = projectsTables(context.tx)
  const project = await tables
    .selectFrom('project')
    .select('state')
    .where('id', '=', projectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (project.state === 'ended') return refuse('project-ended')
  const known = await tables
    .selectFrom('steward')
    .select('person_id')
    .where('person_id', 'in', [primary, backup])
    .execute()
  if (known.length < new Set([primary, backup]).size) return refuse('steward-unknown')
  const before = await loadStewardships(tables, projectId)
  const after = handOver(before, { primary, backup, at: context.now.getTime(), reason })
  if (!after.ok) return after
  await saveHandOver(tables, projectId, { before, after: after.value, newId: room.newId })
  context.emit({
    type: 'projects.handed-over',
    subject: projectId,
    body: { from: stewardsAt(before, context.now.getTime()), primary, backup },
  })
  return accept({ primary, backup })
}

/** Plans days away and says which projects of this steward need somebody else as primary by then. */
export async function planLeave(
  context: CommandContext,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<Result<{ projectsToHandOver: string[] }, 'leave-backwards' | 'steward-unknown'>> {
  if (to < from) return refuse('leave-backwards', { from, to })
  const tables = projectsTables(context.tx)
  const stewardId = personOf(context)
  const steward = await tables
    .selectFrom('steward')
    .select('person_id')
    .where('person_id', '=', stewardId)
    .executeTakeFirst()
  if (steward === undefined) return refuse('steward-unknown')
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
