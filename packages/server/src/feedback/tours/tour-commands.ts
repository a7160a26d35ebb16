/**
 * Opening a tour, planning its stops, and giving a stop up.
 */

import { checkUnifiedCode } from '@guanjia/core/access'
import { plainDate } from '@guanjia/core/calendar'
import { openedTour, plannedStop, type StopKind, type StopRefusal } from '@guanjia/core/feedback'
import { accept, type Refused, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import { doerOf } from '../commands/issue-commands.ts'
import { authoritiesOf, type FeedbackPorts } from '../feedback-ports.ts'
import { findEngagements, findGoers } from './tour-people.ts'
import { tourTables } from './tour-tables.ts'

/** A tour as it is asked for. */
export interface NewTour {
  readonly id: string
  readonly title: string
  readonly from: string
  readonly until: string
  readonly departments: readonly string[]
}

/** Opens it. */
export async function openTour(
  ports: FeedbackPorts,
  context: CommandContext,
  { id, title, ...asked }: NewTour,
): Promise<
  Result<
    { id: string; number: string },
    'departments-too-few' | 'tour-ends-before-it-begins' | 'authority-not-listed'
  >
> {
  const known = authoritiesOf(ports).map((each) => each.id)
  if (!asked.departments.every((each) => known.includes(each))) return refuse('authority-not-listed')
  const opened = openedTour(
    { ...asked, from: plainDate(asked.from), until: plainDate(asked.until) },
    ports.tours.departmentsAtLeast.value,
  )
  if (!opened.ok) return opened
  const { from, until, departments } = opened.value
  const { tx, now } = context
  const { rows } = await sql<{ next: string }>`select nextval('visit_tour_number') as next`.execute(tx)
  const number = `ZF${from.slice(0, 4)}-${String(rows[0]?.next).padStart(4, '0')}`
  await tourTables(tx)
    .insertInto('visit_tour')
    .values({
      id,
      number,
      title,
      from_day: from,
      until_day: until,
      departments: [...departments],
      opened_by: doerOf(context.principal),
      opened_at: now,
    })
    .execute()
  return accept({ id, number })
}

/** A stop as it is asked for. */
export interface NewStop {
  readonly id: string
  readonly tourId: string
  readonly kind: StopKind
  /** unified code of a company, number of a project */
  readonly code?: string | undefined
  /** name of a park or a company; a project has its own */
  readonly place?: string | undefined
  readonly host: string
  readonly on: string
  readonly half: 'morning' | 'afternoon'
  readonly goers: readonly string[]
}

type PlaceRefusal = 'place-missing' | 'company-code-wrong' | 'project-number-unknown'

/** Why a stop was not planned. */
export type PlanRefusal = StopRefusal | PlaceRefusal | 'tour-unknown'

/** Plans it. */
export async function planStop(
  ports: FeedbackPorts,
  context: CommandContext,
  asked: NewStop,
): Promise<Result<{ id: string }, PlanRefusal>> {
  const { tx, now } = context
  const tables = tourTables(tx)
  const tour = await tables
    .selectFrom('visit_tour')
    .select(['from_day as from', 'until_day as until', 'departments'])
    .where('id', '=', asked.tourId)
    .executeTakeFirst()
  if (tour === undefined) return refuse('tour-unknown')
  const place = await placeOf(ports, context, asked)
  if (!place.ok) return place
  const slot = { on_day: plainDate(asked.on), half: asked.half }
  const goers = await findGoers(tx, tour.departments, asked.goers)
  const engagements = await findEngagements(tx, asked.goers)
  const going = plannedStop(
    { calendar: ports.zone.calendar, tour, engagements },
    { on: slot.on_day, half: slot.half, goers },
  )
  if (!going.ok) return going
  const { id, tourId: tour_id, kind, host } = asked
  await tables
    .insertInto('visit_stop')
    .values({
      id,
      tour_id,
      kind,
      ...place.value,
      host,
      ...slot,
      planned_by: doerOf(context.principal),
      planned_at: now,
      visited_at: null,
      seen: null,
      dropped_at: null,
      dropped_because: null,
    })
    .execute()
  await tables
    .insertInto('visit_goer')
    .values(
      [...going.value].map(([person_id, department]) => ({
        stop_id: id,
        person_id,
        department,
        ...slot,
        released: false,
      })),
    )
    .execute()
  return accept({ id })
}

/** Two desks that send one person to two places at the same moment: the second is told. */
export function toldElsewhere(constraint: string): Refused<'goer-elsewhere'> | undefined {
  return constraint === 'visit_goer_in_one_place'
    ? refuse('goer-elsewhere', { on: '', place: '另一处' })
    : undefined
}

/** What is called on: named by its own register where there is one. */
async function placeOf(
  { findProject }: FeedbackPorts,
  { tx }: CommandContext,
  { kind, code, place }: NewStop,
): Promise<Result<{ code: string | null; place: string }, PlaceRefusal>> {
  if (kind === 'project') {
    const project = code === undefined ? undefined : await findProject(tx, code)
    return project === undefined
      ? refuse('project-number-unknown')
      : accept({ code: project.number, place: project.name })
  }
  if (place === undefined) return refuse('place-missing')
  if (kind === 'park') return accept({ code: null, place })
  return code !== undefined && checkUnifiedCode(code).valid
    ? accept({ code, place })
    : refuse('company-code-wrong', { codes: [code ?? ''] })
}

/** Gives a stop up before anybody was there; those who would have gone are free again, and are told. */
export async function dropStop(
  { tx, now, principal, emit }: CommandContext,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Result<{ state: 'dropped' }, 'stop-unknown' | 'stop-visited' | 'stop-dropped'>> {
  const tables = tourTables(tx)
  const stop = await tables
    .selectFrom('visit_stop')
    .select(['visited_at', 'dropped_at', 'place', 'on_day'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (stop === undefined) return refuse('stop-unknown')
  if (stop.dropped_at !== null) return refuse('stop-dropped')
  if (stop.visited_at !== null) return refuse('stop-visited')
  await tables
    .updateTable('visit_stop')
    .set({ dropped_at: now, dropped_because: reason })
    .where('id', '=', id)
    .execute()
  await tables.updateTable('visit_goer').set({ released: true }).where('stop_id', '=', id).execute()
  const { place, on_day: on } = stop
  emit({ type: 'feedback.stop-dropped', subject: id, body: { place, on, actorId: doerOf(principal) } })
  return accept({ state: 'dropped' })
}
