/**
 * Tours as they are read: every figure is counted from the records at the moment it is asked for.
 */

import { may, type Principal } from '@guanjia/core/access'
import { type HeardNeed, type StopState, tourFigures } from '@guanjia/core/feedback'
import type { Database } from '../../platform/database/database.ts'
import { authorityNamed, dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { topicNamed } from '../reading/issue-lists.ts'
import { resourceOf } from '../store/issue-resource.ts'
import { findDepartmentPeople } from './tour-people.ts'
import { tourTables } from './tour-tables.ts'

/** The tours that somebody may read, the latest first. */
export async function readTours(ports: FeedbackPorts, principal: Principal) {
  const tours = await tourTables(ports.database)
    .selectFrom('visit_tour')
    .selectAll()
    .orderBy('from_day', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const seen = tours.filter(({ departments: authorities }) =>
    may(principal, 'feedback.read-tour', { authorities }),
  )
  const stops = await loadStops(
    ports.database,
    seen.map(({ id }) => id),
  )
  return {
    tours: seen.map((tour) => ({
      ...headOf(ports, tour),
      figures: figuresOf(stops.filter(({ tour_id }) => tour_id === tour.id)),
    })),
    departmentsAtLeast: ports.tours.departmentsAtLeast.value,
    mayPlan: may(principal, 'feedback.organise'),
  }
}

/** A row of a tour. */
export type TourRow = NonNullable<Awaited<ReturnType<typeof findTour>>>

/** A tour without its stops. */
export function findTour(database: Database, id: string) {
  return tourTables(database).selectFrom('visit_tour').selectAll().where('id', '=', id).executeTakeFirst()
}

function headOf(ports: FeedbackPorts, tour: TourRow) {
  const { id, number, title, from_day: from, until_day: until, departments } = tour
  return {
    id,
    number,
    title,
    from,
    until,
    departments: departments.map((each) => authorityNamed(ports, each)),
  }
}

/** A tour whole. */
export async function readTour(ports: FeedbackPorts, tour: TourRow, principal: Principal) {
  const mayPlan = may(principal, 'feedback.organise')
  const stops = await loadStops(ports.database, [tour.id])
  const people = mayPlan ? await findDepartmentPeople(ports.database, tour.departments) : []
  return {
    ...headOf(ports, tour),
    figures: figuresOf(stops),
    stops: stops.map((stop) => ({ ...stopShown(ports, stop, principal), figures: figuresOf([stop]) })),
    people: people.map((person) => ({ ...person, department: authorityNamed(ports, person.department) })),
    mayPlan,
  }
}

/** The stops that somebody goes to: those to come by day, then those that are over. */
export async function readOwnStops(ports: FeedbackPorts, principal: Principal & { readonly kind: 'person' }) {
  const { id: personId } = principal
  const { database, content, clock } = ports
  const today = dayOf(ports, clock.now())
  const tours = await tourTables(database)
    .selectFrom('visit_tour')
    .select(['visit_tour.id', 'number', 'title'])
    .where('visit_tour.id', 'in', (query) =>
      query
        .selectFrom('visit_stop')
        .innerJoin('visit_goer', 'visit_goer.stop_id', 'visit_stop.id')
        .select('tour_id')
        .where('person_id', '=', personId),
    )
    .execute()
  const stops = await loadStops(
    database,
    tours.map(({ id }) => id),
  )
  const own = stops.filter(({ goers }) => goers.some(({ person_id }) => person_id === personId))
  return {
    today,
    stops: own.flatMap((stop) => {
      const tour = tours.find(({ id }) => id === stop.tour_id)
      if (tour === undefined || stop.dropped_at !== null) return []
      const { number, title } = tour
      return [{ ...stopShown(ports, stop, principal), tour: { number, title }, isOpen: stop.on_day <= today }]
    }),
    topics: content.topics.map(({ id, name }) => ({ id, name })),
  }
}

/** The stops of tours by day and half, with who goes and what was heard. */
export async function loadStops(database: Database, tourIds: readonly string[]) {
  if (tourIds.length === 0) return []
  const tables = tourTables(database)
  const stops = await tables
    .selectFrom('visit_stop')
    .selectAll()
    .where('tour_id', 'in', [...tourIds])
    .orderBy('on_day')
    .orderBy('half', 'desc')
    .orderBy('planned_at')
    .execute()
  if (stops.length === 0) return []
  const ids = stops.map(({ id }) => id)
  const [goers, heard] = await Promise.all([loadGoers(database, ids), loadHeard(database, ids)])
  return stops.map((stop) => ({
    ...stop,
    goers: goers.filter(({ stop_id }) => stop_id === stop.id),
    heard: heard.filter(({ stop_id }) => stop_id === stop.id),
  }))
}

function loadGoers(database: Database, stopIds: readonly string[]) {
  return tourTables(database)
    .selectFrom('visit_goer')
    .innerJoin('person', 'person.id', 'visit_goer.person_id')
    .select(['stop_id', 'person_id', 'department', 'person.name'])
    .where('stop_id', 'in', [...stopIds])
    .orderBy('department')
    .orderBy('person.name')
    .execute()
}

function loadHeard(database: Database, stopIds: readonly string[]) {
  return tourTables(database)
    .selectFrom('visit_heard')
    .innerJoin('person', 'person.id', 'visit_heard.heard_by')
    .leftJoin('issue', 'issue.id', 'visit_heard.issue_id')
    .selectAll('visit_heard')
    .select(['person.name', 'issue.number', 'issue.state', 'asker_id', 'authorities', 'proposed_by'])
    .where('stop_id', 'in', [...stopIds])
    .orderBy('heard_at')
    .orderBy('visit_heard.id')
    .execute()
}

/** A stop with everything that belongs to it. */
export type LoadedStop = Awaited<ReturnType<typeof loadStops>>[number]

function stateOf({ visited_at, dropped_at }: LoadedStop): StopState {
  if (dropped_at !== null) return 'dropped'
  return visited_at === null ? 'planned' : 'visited'
}

function figuresOf(stops: readonly LoadedStop[]) {
  return tourFigures({
    stops: stops.map((stop) => ({
      state: stateOf(stop),
      place: stop.code ?? stop.place,
      heard: stop.heard.map(({ state }): HeardNeed => state ?? 'answered-on-site'),
    })),
  })
}

function stopShown(ports: FeedbackPorts, stop: LoadedStop, principal: Principal) {
  const { id, kind, code, place, host, on_day: on, half, seen, dropped_because: droppedBecause } = stop
  return {
    id,
    kind,
    code,
    place,
    host,
    on,
    half,
    goers: stop.goers.map(({ name, department }) => ({
      name,
      department: authorityNamed(ports, department),
    })),
    state: stateOf(stop),
    seen,
    droppedBecause,
    heard: stop.heard.map((one) => heardShown(ports, one, principal)),
  }
}

function heardShown(ports: FeedbackPorts, one: LoadedStop['heard'][number], principal: Principal) {
  const { id, topic, words, name: by, heard_at, answer, answered_by } = one
  return {
    id,
    topic: topicNamed(ports, topic),
    words,
    by,
    at: heard_at.toISOString(),
    answer,
    answeredBy: answered_by === null ? null : authorityNamed(ports, answered_by),
    issue: issueShown(one, principal),
  }
}

/** What became of a need; its page opens to those who have it in hand, not to everybody who was there. */
function issueShown(one: LoadedStop['heard'][number], principal: Principal) {
  const { issue_id: id, number, state, authorities, asker_id, proposed_by } = one
  if (id === null || number === null || state === null || authorities === null) return null
  const mayRead = may(principal, 'feedback.read', resourceOf({ asker_id, authorities, proposed_by }))
  return { id, number, situation: state.situation, mayRead }
}

/** The stop at which an issue was heard; null where it came from elsewhere. */
export async function readStopOf(database: Database, issueId: string) {
  const stop = await tourTables(database)
    .selectFrom('visit_heard')
    .innerJoin('visit_stop', 'visit_stop.id', 'visit_heard.stop_id')
    .innerJoin('visit_tour', 'visit_tour.id', 'visit_stop.tour_id')
    .select(['visit_tour.id as tourId', 'visit_tour.number as tour', 'place', 'on_day as on'])
    .where('issue_id', '=', issueId)
    .executeTakeFirst()
  return stop ?? null
}
