/**
 * Revoking a registration: one registrar proposes, a lead confirms or rejects. With the registration end its licence and its
 * claim to the seat; the name stands in the way for another while, and the receivers are told.
 */

import { accept, assert, type Result } from '@guanjia/core/kernel'
import { type ApplicationRefusal, protectedUntil } from '@guanjia/core/registration'
import { sql } from 'kysely'
import { type AccessTables, endMemberships } from '../../access/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import { handle, lockApplication, writeApplication } from '../application-store.ts'
import { officerOf } from '../desk/claim-commands.ts'
import { dayOf, type RegistrationPorts } from '../registration-ports.ts'
import { freeSeatInUse } from './correction-commands.ts'
import { revokeVersion, writePushes } from './entity-versions.ts'

interface Reasoned {
  readonly id: string
  readonly reason: string
}

/** First half of a revocation. */
export async function proposeRevocation(
  context: CommandContext,
  { id, reason }: Reasoned,
): Promise<Result<{ stage: 'revocation-proposed' }, ApplicationRefusal<'propose-revocation'>>> {
  const loaded = await lockApplication(context, id)
  const officer = officerOf(context)
  const handled = handle(loaded, { type: 'propose-revocation', officer })
  if (!handled.ok) return handled
  const patch = { revocation_proposed_by: officer, revocation_reason: reason }
  await writeApplication(context, loaded, handled.value, patch)
  const body = { officer: context.commit(officer), reason: context.commit(reason) }
  context.record({ act: 'registration.revocation-proposed', subject: loaded.row.number, body })
  return accept({ stage: 'revocation-proposed' })
}

/** Second half the other way: the registration goes on. */
export async function rejectRevocation(
  context: CommandContext,
  { id, reason }: Reasoned,
): Promise<Result<{ stage: 'approved' }, ApplicationRefusal<'reject-revocation'>>> {
  const loaded = await lockApplication(context, id)
  const officer = officerOf(context)
  const handled = handle(loaded, { type: 'reject-revocation', officer })
  if (!handled.ok) return handled
  await writeApplication(context, loaded, handled.value, {
    revocation_proposed_by: null,
    revocation_reason: null,
  })
  const body = { officer: context.commit(officer), reason: context.commit(reason) }
  context.record({ act: 'registration.revocation-rejected', subject: loaded.row.number, body })
  return accept({ stage: 'approved' })
}

/** Second half: the registration ends. */
export async function confirmRevocation(
  ports: RegistrationPorts,
  context: CommandContext,
  id: string,
): Promise<Result<{ stage: 'revoked' }, ApplicationRefusal<'confirm-revocation'>>> {
  const loaded = await lockApplication(context, id)
  const officer = officerOf(context)
  const handled = handle(loaded, { type: 'confirm-revocation', officer })
  if (!handled.ok) return handled
  const { rows } = await sql<{ unified_code: string; number: string }>`
    update licence set status = 'revoked', revoked_at = ${context.now}
    where application_id = ${id} and status = 'valid' returning unified_code, number`.execute(context.tx)
  const [licence] = rows
  assert(licence !== undefined, 'an approved application has a valid licence')
  const { unified_code: code, number } = licence
  await revokeVersion(context, { code, today: dayOf(ports, context.now) })
  await endMemberships(context.tx.withTables<AccessTables>(), code, context.now)
  await keepNameAway(ports, context, id)
  await freeSeatInUse(context, id)
  await writePushes(ports, context, { applicationId: id, code, occasion: 'revocation', licence: number })
  await writeApplication(context, loaded, handled.value)
  const body = { officer: context.commit(officer), unifiedCode: code }
  context.record({ act: 'registration.revoked', subject: loaded.row.number, body })
  context.emit({ type: 'registration.revoked', subject: id, body: { number: loaded.row.number } })
  return accept({ stage: 'revoked' })
}

/** A revoked name stands in the way for as long as the zone's content says (rule C10). */
async function keepNameAway(
  ports: RegistrationPorts,
  { tx, now }: CommandContext,
  id: string,
): Promise<void> {
  const until = protectedUntil(ports.names.tables, { state: 'revoked', on: dayOf(ports, now) })
  await sql`
    with revoked as (
      update registration_name set state = 'revoked', until = ${until}::date
      where application_id = ${id}::uuid returning name, until
    )
    insert into registration_name_change (removed, added, until) select name, name, until from revoked`.execute(
    tx,
  )
}
