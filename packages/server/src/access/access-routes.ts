/**
 * Duties and powers over the wire, and the log-ins that a demonstration shows.
 */

import * as contract from '@guanjia/contract/access'
import type { RouteProblem } from '@guanjia/contract/route'
import type { Principal } from '@guanjia/core/access'
import { accept, refuse } from '@guanjia/core/kernel'
import type { Command } from '../platform/commands/command.ts'
import type { ProblemTable } from '../platform/http/handler.ts'
import type { AccessPorts } from './access-ports.ts'
import type { AccessTables } from './access-tables.ts'
import { endDelegation, findDelegationGiver, giveDelegation } from './delegation-commands.ts'
import { confirmGrant, listGrants, proposeGrant, revokeGrant } from './grant-commands.ts'
import { oneTimeCode } from './staff-log-in.ts'

/** The routes of sessions, which have a table of their own. */
type Doors = 'startLogIn' | 'finishLogIn' | 'openStaffSession'

const problems = {
  'account-unknown': 404,
  'role-already-given': 409,
  'not-for-oneself': 403,
  'partner-organisation-missing': 409,
  'account-of-partner': 409,
  'grant-unknown': 404,
  'grant-not-proposed': 409,
  'second-person-required': 403,
  'identity-number-wrong': 422,
  'scope-unknown': 422,
  'delegation-unknown': 404,
} as const satisfies ProblemTable<RouteProblem<(typeof contract)[Exclude<keyof typeof contract, Doors>]>>

interface Sent {
  readonly principal: Principal
  readonly correlationId: string
  readonly key: string | undefined
  readonly bodyHash: string | undefined
}

function legalAct(name: string, subject: string, sent: Sent): Command {
  const { principal, correlationId, key, bodyHash } = sent
  return { name, subject, principal, correlationId, key, bodyHash, legal: true }
}

/** Answers the routes of grants. */
export function implementGrantRoutes(ports: AccessPorts): void {
  const { implement, runCommand, database } = ports
  const tables = database.withTables<AccessTables>()
  const findGrant = async ({ params }: { readonly params: { readonly id: string } }) => {
    const grant = await tables
      .selectFrom('role_grant')
      .selectAll()
      .where('id', '=', params.id)
      .executeTakeFirst()
    if (grant === undefined) return undefined
    const { person_id: subjectId, proposed_by: proposedById } = grant
    return proposedById === null ? { subjectId } : { subjectId, proposedById }
  }
  implement(
    contract.listGrants,
    async ({ language }) => accept({ grants: await shownGrants(ports, language) }),
    {},
  )
  implement(
    contract.proposeGrant,
    (input) => {
      const id = ports.newId()
      return runCommand(legalAct('access.propose-grant', id, input), (context) =>
        proposeGrant(context, { id, ...input.body }),
      )
    },
    problems,
    async ({ body }) => ({ subjectId: await accountHolder(ports, body.username) }),
  )
  implement(
    contract.confirmGrant,
    (input) =>
      runCommand(legalAct('access.confirm-grant', input.params.id, input), (context) =>
        confirmGrant(ports.live, context, input.params.id),
      ),
    problems,
    findGrant,
  )
  implement(
    contract.revokeGrant,
    (input) =>
      runCommand(legalAct('access.revoke-grant', input.params.id, input), (context) =>
        revokeGrant(ports.live, context, { id: input.params.id, reason: input.body.reason }),
      ),
    problems,
    findGrant,
  )
}

async function shownGrants({ database, partnerName }: AccessPorts, language: 'zh-CN' | 'en') {
  const grants = await listGrants(database.withTables<AccessTables>())
  return grants.map(({ partner, ...grant }) => ({
    ...grant,
    partner: partner === null ? null : (partnerName(partner, language) ?? partner),
  }))
}

/** The person behind a user name; a text that is nobody's id where there is none, so that the handler says so. */
async function accountHolder(ports: AccessPorts, username: string): Promise<string> {
  const account = await ports.database
    .withTables<AccessTables>()
    .selectFrom('staff_account')
    .select('person_id')
    .where('username', '=', username)
    .executeTakeFirst()
  return account?.person_id ?? 'nobody'
}

/** Answers the routes of delegations. */
export function implementDelegationRoutes(ports: AccessPorts): void {
  const { implement, runCommand, database } = ports
  implement(
    contract.giveDelegation,
    (input) => {
      const id = ports.newId()
      return runCommand(legalAct('access.give-delegation', id, input), (context) =>
        giveDelegation(context, { id, delegateId: ports.newId(), ...input.body }),
      )
    },
    problems,
  )
  implement(
    contract.endDelegation,
    (input) =>
      runCommand(legalAct('access.end-delegation', input.params.id, input), (context) =>
        endDelegation(context, input.params.id),
      ),
    problems,
    async ({ params }) => {
      const ownerId = await findDelegationGiver(database.withTables<AccessTables>(), params.id)
      return ownerId === undefined ? undefined : { ownerId }
    },
  )
}

/** Answers with the demonstration's log-ins; a real zone has none and says there is no such page. */
export function implementDemonstrationRoute(ports: AccessPorts): void {
  ports.implement(
    contract.listDemonstrationAccounts,
    async () => {
      if (ports.demonstration === undefined) return refuse('not-found')
      const now = ports.clock.now()
      const accounts = ports.demonstration.accounts().map(({ oneTimeSecret, ...account }) => ({
        ...account,
        code: oneTimeCode(oneTimeSecret, now),
      }))
      return accept({ accounts })
    },
    {},
  )
}
