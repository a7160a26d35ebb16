/**
 * Opening a round and adding its sessions.
 */

import { checkUnifiedCode } from '@guanjia/core/access'
import { plainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { authoritiesOf, type FeedbackPorts } from '../feedback-ports.ts'
import { openDayTables } from './open-day-tables.ts'

/** Opens a round. */
export async function openRound(
  ports: FeedbackPorts,
  context: CommandContext,
  { round, hosts }: { readonly round: number; readonly hosts: readonly string[] },
): Promise<Result<{ round: number }, 'open-day-there-already' | 'authority-not-listed'>> {
  const known = authoritiesOf(ports).map(({ id }) => id)
  if (!hosts.every((host) => known.includes(host))) return refuse('authority-not-listed')
  const opened = await openDayTables(context.tx)
    .insertInto('open_day_round')
    .values({ round, hosts: [...new Set(hosts)], opened_at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('round')
    .executeTakeFirst()
  return opened === undefined ? refuse('open-day-there-already') : accept({ round })
}

/** A session at a carrier. */
export interface NewSession {
  readonly id: string
  readonly round: number
  readonly carrier: string
  readonly heldOn: string
  readonly phone?: string | undefined
  readonly companies: readonly { readonly code: string; readonly name: string }[]
}

/** Why a session was not added. */
export type SessionRefusal = 'open-day-unknown' | 'session-there-already' | 'company-code-wrong'

/** Adds a session; a company that stands in its list twice came once. */
export async function addSession(
  context: CommandContext,
  { id, round, carrier, heldOn, phone, companies }: NewSession,
): Promise<Result<{ id: string; companies: number }, SessionRefusal>> {
  const wrong = companies.filter(({ code }) => !checkUnifiedCode(code).valid).map(({ code }) => code)
  if (wrong.length > 0) return refuse('company-code-wrong', { codes: wrong })
  const tables = openDayTables(context.tx)
  const known = await tables
    .selectFrom('open_day_round')
    .select('round')
    .where('round', '=', round)
    .executeTakeFirst()
  if (known === undefined) return refuse('open-day-unknown')
  const added = await tables
    .insertInto('open_day_session')
    .values({ id, round, carrier, held_on: plainDate(heldOn), phone: phone ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added === undefined) return refuse('session-there-already')
  const distinct = [...new Map(companies.map((company) => [company.code, company])).values()]
  await tables
    .insertInto('open_day_visit')
    .values(distinct.map(({ code, name }) => ({ session_id: id, company_code: code, company: name })))
    .execute()
  return accept({ id, companies: distinct.length })
}
