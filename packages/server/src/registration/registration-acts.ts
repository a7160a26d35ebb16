/**
 * What the routes of registration have in common: running a command for a request, and finding whose matter it is.
 */

import type { Principal, Resource } from '@guanjia/core/access'
import type { Result } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext, OnConflict } from '../platform/commands/command.ts'
import { findApplication } from './application-store.ts'
import type { RegistrationPorts } from './registration-ports.ts'
import { type ApplicationRow, registrationTables } from './registration-tables.ts'
import { findSignature } from './signing-commands.ts'

/** The parameters of a route about one application. */
export interface ApplicationParams {
  readonly id: string
}

interface Sent {
  readonly principal: Principal
  readonly correlationId: string
  readonly key: string | undefined
  readonly bodyHash: string | undefined
}

interface Act {
  readonly name: string
  /** what it is done to */
  readonly id: string
  readonly input: Sent
  /** a legal act leaves a leaf */
  readonly legal: boolean
}

/** The person who asks; nobody for strangers and the platform itself. */
export function idOf(principal: Principal): string {
  return principal.kind === 'person' ? principal.id : ''
}

/** Runs a command for a request. */
export function act<T, C extends string>(
  ports: RegistrationPorts,
  { name, id, input, legal }: Act,
  work: (context: CommandContext) => Promise<Result<T, C>>,
  onConflict?: OnConflict<C>,
): Promise<Result<T, C | 'idempotency-key-reused'>> {
  const { principal, correlationId, key, bodyHash } = input
  return ports.runCommand(
    { name, subject: id, principal, correlationId, key, bodyHash, legal },
    work,
    onConflict,
  )
}

/** The row of an application that a route has found before. */
export async function loadRow(ports: RegistrationPorts, id: string): Promise<ApplicationRow> {
  const row = await findApplication(registrationTables(ports.database), id)
  if (row === undefined) throw new Error('the application was found a moment ago')
  return row
}

/** Finds whose application it is, who signs it and who proposed to revoke it. */
export function findOwner(ports: RegistrationPorts) {
  return async ({ params }: { readonly params: ApplicationParams }): Promise<Resource | undefined> => {
    const { rows } = await sql<{ ownerId: string; signerIds: string[]; proposedById: string | null }>`
      select a.owner_id as "ownerId", a.revocation_proposed_by as "proposedById",
        array(select s.person_id::text from registration_signature s where s.application_id = a.id) as "signerIds"
      from registration_application a where a.id = ${params.id}`.execute(ports.database)
    const [found] = rows
    if (found === undefined) return undefined
    const { proposedById, ...resource } = found
    return proposedById === null ? resource : { ...resource, proposedById }
  }
}

/** Finds for whom a link was made. */
export function findSigners(ports: RegistrationPorts) {
  return async ({
    params,
  }: {
    readonly params: { readonly token: string }
  }): Promise<Resource | undefined> => {
    const signature = await findSignature(registrationTables(ports.database), params.token)
    return signature === undefined ? undefined : { signerIds: [signature.person_id] }
  }
}
