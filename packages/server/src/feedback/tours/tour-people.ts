/**
 * Who may go on a tour: those who work for one of its departments at this moment; and who has given which half day away.
 */

import type { Engagement, Goer } from '@guanjia/core/feedback'
import type { Database } from '../../platform/database/database.ts'
import { tourTables } from './tour-tables.ts'

/** Somebody of a department, by name. */
export interface DepartmentPerson {
  readonly id: string
  readonly name: string
  readonly department: string
}

/** Reviewers and heads of departments, by name. */
export function findDepartmentPeople(
  database: Database,
  departments: readonly string[],
): Promise<readonly DepartmentPerson[]> {
  return tourTables(database)
    .selectFrom('authority_membership')
    .innerJoin('person', 'person.id', 'authority_membership.person_id')
    .innerJoin('role_grant', 'role_grant.person_id', 'person.id')
    .select(['person.id', 'person.name', 'authority as department'])
    .distinct()
    .where('authority', 'in', [...departments])
    .where('ended_at', 'is', null)
    .where('role', 'in', ['reviewer', 'department-head'])
    .where('confirmed_at', 'is not', null)
    .where('revoked_at', 'is', null)
    .orderBy('department')
    .orderBy('person.name')
    .execute()
}

/** Everybody asked for with their departments; of somebody who is no member of the staff there are none. */
export async function findGoers(
  database: Database,
  departments: readonly string[],
  ids: readonly string[],
): Promise<readonly Goer[]> {
  const people = await findDepartmentPeople(database, departments)
  return [...new Set(ids)].map((id) => ({
    id,
    departments: people.filter((person) => person.id === id).map(({ department }) => department),
  }))
}

/** Those who are to go to a stop, or were until it was dropped. */
export async function findGoersOfStop(database: Database, stopId: string): Promise<readonly string[]> {
  const goers = await tourTables(database)
    .selectFrom('visit_goer')
    .select('person_id')
    .where('stop_id', '=', stopId)
    .execute()
  return goers.map(({ person_id }) => person_id)
}

/** The half days that these people have given to stops that were not dropped. */
export async function findEngagements(
  database: Database,
  ids: readonly string[],
): Promise<readonly Engagement[]> {
  if (ids.length === 0) return []
  return await tourTables(database)
    .selectFrom('visit_goer')
    .innerJoin('visit_stop', 'visit_stop.id', 'visit_goer.stop_id')
    .select(['person_id as personId', 'visit_goer.on_day as on', 'visit_goer.half', 'place'])
    .where('person_id', 'in', [...ids])
    .where('released', '=', false)
    .execute()
}
