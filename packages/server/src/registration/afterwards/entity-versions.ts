/**
 * The register after a registration: what it believed is ended, what it believes now is written beside it, licences replace
 * each other, and the receiving authorities are told.
 */

import type { LicenceDocument } from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import type { PushOccasion } from '../registration-tables.ts'

/** Ends what the register believed of an entity and writes the corrected facts; the old version stays readable. */
export async function correctVersion({ tx, now }: CommandContext, document: LicenceDocument): Promise<void> {
  await sql`
    with ended as (
      update market_entity_version set recorded_to = ${now}
      where unified_code = ${document.unifiedCode} and valid_to is null and recorded_to is null
      returning unified_code, status, valid_from, decision_id
    )
    insert into market_entity_version
      (unified_code, status, name, document, valid_from, recorded_from, decision_id)
    select unified_code, status, ${document.name}, ${JSON.stringify(document)}::jsonb, valid_from, ${now}, decision_id
    from ended`.execute(tx)
}

/** From today on the entity is revoked; that it was registered until then stays on the register. */
export async function revokeVersion(
  { tx, now }: CommandContext,
  { code, today }: { readonly code: string; readonly today: string },
): Promise<void> {
  await sql`
    with ended as (
      update market_entity_version set recorded_to = ${now}
      where unified_code = ${code} and valid_to is null and recorded_to is null
      returning unified_code, name, document, valid_from, decision_id
    )
    insert into market_entity_version
      (unified_code, status, name, document, valid_from, valid_to, recorded_from, decision_id)
    select unified_code, 'registered', name, document, valid_from, ${today}::date, ${now}::timestamptz, decision_id
    from ended where valid_from < ${today}::date
    union all
    select unified_code, 'revoked', name, document, greatest(valid_from, ${today}::date), null, ${now}::timestamptz, decision_id
    from ended`.execute(tx)
}

/** A licence in place of the one that was valid. */
export async function replaceLicence(
  ports: RegistrationPorts,
  { tx, now }: CommandContext,
  { applicationId, document }: { readonly applicationId: string; readonly document: LicenceDocument },
): Promise<void> {
  const credential = await ports.licences.issueCredential(document)
  await sql`
    update licence set status = 'superseded'
    where unified_code = ${document.unifiedCode} and status = 'valid'`.execute(tx)
  await sql`
    insert into licence (id, number, unified_code, application_id, document, credential, status, issued_at)
    values (${ports.newId()}, ${document.number}, ${document.unifiedCode}, ${applicationId},
      ${JSON.stringify(document)}::jsonb, ${credential}, 'valid', ${now})`.execute(tx)
}

interface Push {
  readonly applicationId: string
  readonly code: string
  readonly occasion: PushOccasion
  /** licence the news is about */
  readonly licence: string
}

/** Puts a push to every receiver beside the act; the job that follows tells them until each gave a receipt. */
export async function writePushes(
  ports: RegistrationPorts,
  { tx, now }: CommandContext,
  push: Push,
): Promise<void> {
  const rows = ports.receivers.map(
    ({
      id,
    }) => sql`(${ports.newId()}::uuid, ${push.applicationId}::uuid, ${push.code}, ${id}, 'waiting', ${now}::timestamptz,
      ${push.occasion}, ${push.licence})`,
  )
  if (rows.length === 0) return
  await sql`
    insert into registration_push
      (id, application_id, unified_code, receiver, state, created_at, occasion, licence_number)
    values ${sql.join(rows)}`.execute(tx)
}
