/**
 * Lists of cases: one's own, and what those of the counter and of a department have in common.
 */

import type * as contract from '@guanjia/contract/cases'
import type { RouteOutput } from '@guanjia/contract/route'
import { openDeadlines, whoseCourt } from '@guanjia/core/cases'
import { sql } from 'kysely'
import type { AccessTables } from '../access/index.ts'
import { authorityWording } from './authority-names.ts'
import { type CasesPorts, dayOf } from './cases-ports.ts'
import { type CaseRow, casesTables } from './store/cases-tables.ts'

type OwnCase = RouteOutput<typeof contract.listOwnCases>['cases'][number]
/** A case in a list of work. */
export type Entry = Omit<RouteOutput<typeof contract.listCounterCases>['cases'][number], 'asked'>
/** A case with whose it is. */
export type ListedRow = CaseRow & { readonly applicant: string }

const mostListed = 200

/** The cases of one person, the latest first. */
export async function readOwnCases(ports: CasesPorts, personId: string): Promise<OwnCase[]> {
  const rows = await casesTables(ports.database)
    .selectFrom('case_file')
    .selectAll()
    .where('applicant_id', '=', personId)
    .where('situation', '!=', 'discarded')
    .orderBy('opened_at', 'desc')
    .limit(mostListed)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    service: { id: row.service, name: row.service_name },
    situation: row.situation,
    status: row.status,
    court: row.court,
    authority: authorityWording(ports.zone.zone, row.authorities[0] ?? ''),
    ...nextOf(ports, row),
    openedAt: row.opened_at.toISOString(),
  }))
}

/** What comes next for the applicant: the answer where they are asked for one, whatever runs for the office meanwhile. */
function nextOf(ports: CasesPorts, row: CaseRow): Pick<OwnCase, 'light' | 'nextDue' | 'nextKind'> {
  const { situation, light, next_due: nextDue, next_kind: nextKind } = row
  const asked =
    situation === 'correcting' ? deadlinesOf(ports, row).find(({ kind }) => kind === 'correction') : undefined
  if (asked === undefined) return { light, nextDue, nextKind }
  return { light: asked.light, nextDue: asked.due, nextKind: asked.kind }
}

/** Cases with their applicants, those due first before the others. */
export function listed({ database }: CasesPorts) {
  return casesTables(database)
    .withTables<AccessTables>()
    .selectFrom('case_file')
    .innerJoin('person', 'person.id', 'case_file.applicant_id')
    .selectAll('case_file')
    .select('person.name as applicant')
    .orderBy(sql`next_due nulls last`)
    .limit(mostListed)
}

/** The deadlines that run today. */
export function deadlinesOf(ports: CasesPorts, { state }: CaseRow) {
  const deadlines = openDeadlines(state, ports.zone.calendar, dayOf(ports, ports.clock.now()))
  return deadlines.ok ? deadlines.value : []
}

/** By remaining time as of now: what was written at the last event may be days old. */
export function entriesOf(ports: CasesPorts, rows: readonly ListedRow[]): Entry[] {
  return rows
    .map((row): Entry => {
      const [next] = deadlinesOf(ports, row)
      const court = whoseCourt(row.state)
      return {
        id: row.id,
        number: row.number,
        version: row.version,
        service: { id: row.service, name: row.service_name },
        applicant: row.applicant,
        situation: row.situation,
        status: row.status,
        court: { who: court.who, authorities: [...court.authorities] },
        next:
          next === undefined
            ? null
            : { kind: next.kind, due: next.due, remaining: next.remaining, light: next.light },
      }
    })
    .toSorted((one, other) => remainingOf(one) - remainingOf(other))
}

function remainingOf({ next }: Entry): number {
  return next?.remaining ?? Number.MAX_SAFE_INTEGER
}
