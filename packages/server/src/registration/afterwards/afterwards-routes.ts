/**
 * Routes of what may follow a registration: corrections and revocations, each by two people.
 */

import * as contract from '@guanjia/contract/registration'
import type { Resource } from '@guanjia/core/access'
import { sql } from 'kysely'
import { type ApplicationParams, act, findOwner } from '../registration-acts.ts'
import type { RegistrationPorts } from '../registration-ports.ts'
import { confirmCorrection, proposeCorrection, rejectCorrection } from './correction-commands.ts'
import { confirmRevocation, proposeRevocation, rejectRevocation } from './revocation-commands.ts'

const lawful = {
  'correction-changes-nothing': 422,
  'correction-name-unlawful': 422,
  'correction-representative-unlawful': 422,
  'correction-capital-unlawful': 422,
  'correction-scope-unlawful': 422,
  'seat-unknown': 404,
  'seat-taken': 409,
  'carrier-full': 409,
} as const
const settling = {
  'application-not-approved': 409,
  'correction-not-proposed': 409,
  'second-officer-required': 403,
} as const
const revoking = { 'revocation-not-proposed': 409, 'second-officer-required': 403 } as const

/** Answers the routes. */
export function implementAfterwardsRoutes(ports: RegistrationPorts): void {
  implementCorrections(ports)
  implementRevocations(ports)
}

/** Whose registration it is, and who proposed the correction that waits. */
function findCorrecting(ports: RegistrationPorts) {
  const owner = findOwner(ports)
  return async ({ params }: { readonly params: ApplicationParams }): Promise<Resource | undefined> => {
    const resource = await owner({ params })
    if (resource === undefined) return undefined
    const { rows } = await sql<{ by: string }>`
      select proposed_by as by from registration_correction
      where application_id = ${params.id} and state = 'proposed'`.execute(ports.database)
    const { proposedById: _revoking, ...rest } = resource
    const [proposal] = rows
    return proposal === undefined ? rest : { ...rest, proposedById: proposal.by }
  }
}

function implementCorrections(ports: RegistrationPorts): void {
  const { implement } = ports
  implement(
    contract.proposeCorrection,
    (input) =>
      act(
        ports,
        { name: 'registration.propose-correction', id: input.params.id, input, legal: true },
        (context) => proposeCorrection(ports, context, { id: input.params.id, ...input.body }),
      ),
    {
      ...lawful,
      'application-not-approved': 409,
      'correction-waiting': 409,
      'document-unknown': 404,
      'paper-format-not-taken': 422,
      'paper-too-large': 422,
    },
    findOwner(ports),
  )
  implement(
    contract.confirmCorrection,
    (input) =>
      act(
        ports,
        { name: 'registration.confirm-correction', id: input.params.id, input, legal: true },
        (context) => confirmCorrection(ports, context, input.params.id),
      ),
    { ...lawful, ...settling, 'papers-unread': 409, 'host-not-confirmed': 409 },
    findCorrecting(ports),
  )
  implement(
    contract.rejectCorrection,
    (input) =>
      act(
        ports,
        { name: 'registration.reject-correction', id: input.params.id, input, legal: true },
        (context) => rejectCorrection(context, { id: input.params.id, reason: input.body.reason }),
      ),
    settling,
    findCorrecting(ports),
  )
}

function implementRevocations(ports: RegistrationPorts): void {
  const { implement } = ports
  const owned = findOwner(ports)
  implement(
    contract.proposeRevocation,
    (input) =>
      act(
        ports,
        { name: 'registration.propose-revocation', id: input.params.id, input, legal: true },
        (context) => proposeRevocation(context, { id: input.params.id, reason: input.body.reason }),
      ),
    { 'application-not-approved': 409 },
    owned,
  )
  implement(
    contract.confirmRevocation,
    (input) =>
      act(
        ports,
        { name: 'registration.confirm-revocation', id: input.params.id, input, legal: true },
        (context) => confirmRevocation(ports, context, input.params.id),
      ),
    revoking,
    owned,
  )
  implement(
    contract.rejectRevocation,
    (input) =>
      act(
        ports,
        { name: 'registration.reject-revocation', id: input.params.id, input, legal: true },
        (context) => rejectRevocation(context, { id: input.params.id, reason: input.body.reason }),
      ),
    revoking,
    owned,
  )
}
