/**
 * The duties that a department has granted on, from the day of the grant until they are made up or the grant is revoked.
 */

import type * as contract from '@guanjia/contract/cases'
import type { RouteOutput } from '@guanjia/contract/route'
import { type CaseState, type Duty, limitDue } from '@guanjia/core/cases'
import { sql } from 'kysely'
import { deadlinesOf, type ListedRow, listed } from './case-lists.ts'
import { type CasesPorts, dayOf } from './cases-ports.ts'

type OwedDuty = RouteOutput<typeof contract.listDuties>['duties'][number]

const situations = ['granted', 'granted-on-promise', 'revocation-proposed', 'revoked'] as const

/** Duties owed to these authorities, the most pressing first. */
export async function readDuties(ports: CasesPorts, authorities: readonly string[]): Promise<OwedDuty[]> {
  const rows = (await listed(ports)
    .where('situation', 'in', situations)
    .where(sql<boolean>`authorities && ${[...authorities]}::text[]`)
    .where(sql<boolean>`jsonb_array_length(state->'duties') > 0`)
    .execute()) as ListedRow[]
  const duties = rows.flatMap((row) => {
    const deadlines = deadlinesOf(ports, row)
    return row.state.duties.map((duty) => ({
      ...dutyView(row, duty),
      returnBy: returnBy(ports, row.state, duty),
      ...timeOf(
        duty,
        deadlines.find(({ about }) => about === duty.id),
      ),
    }))
  })
  return duties.toSorted(byPressure)
}

function dutyView(row: ListedRow, duty: Duty): Omit<OwedDuty, 'remaining' | 'light' | 'returnBy'> {
  const { id, kind, what, state, due, extended, rectifyBy } = duty
  return {
    caseId: row.id,
    number: row.number,
    applicant: row.applicant,
    service: row.service_name,
    duty: id,
    kind,
    what,
    state,
    due,
    extended,
    rectifyBy,
    revocation: revocationOf(row.state, duty),
  }
}

/** The last day on which the department may still say that it is not what was promised. */
function returnBy(ports: CasesPorts, { service, situation }: CaseState, duty: Duty): string | null {
  const isStanding = situation.at === 'granted' || situation.at === 'granted-on-promise'
  const { madeUpOn = null } = duty
  if (duty.state !== 'made-up' || madeUpOn === null || !isStanding) return null
  const latest = limitDue(ports.zone.calendar, madeUpOn, service.oneTimeNotice)
  const on = dayOf(ports, ports.clock.now())
  return latest.ok && on <= latest.value ? latest.value : null
}

/** A lapse is red even while its rectification has days left. */
function timeOf(
  { state }: Duty,
  deadline: ReturnType<typeof deadlinesOf>[number] | undefined,
): Pick<OwedDuty, 'remaining' | 'light'> {
  if (state === 'made-up') return { remaining: null, light: 'off' }
  const light = state === 'open' ? (deadline?.light ?? 'red') : 'red'
  return { remaining: deadline?.remaining ?? null, light }
}

function revocationOf({ situation }: CaseState, { state }: Duty): OwedDuty['revocation'] {
  if (state === 'made-up') return null
  if (situation.at === 'revoked') return 'revoked'
  return situation.at === 'revocation-proposed' ? 'proposed' : null
}

const order: Readonly<Record<OwedDuty['state'], number>> = { failed: 0, lapsed: 1, open: 2, 'made-up': 3 }

/** What is settled comes last, whichever way. */
function byPressure(one: OwedDuty, other: OwedDuty): number {
  const isSettled = ({ revocation }: OwedDuty) => Number(revocation === 'revoked')
  const first = isSettled(one) - isSettled(other) || order[one.state] - order[other.state]
  return first || (one.due < other.due ? -1 : 1)
}
