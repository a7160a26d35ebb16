/**
 * What leaves a line in the trail at the door: who came in, who did not, who left.
 */

import { type Assurance, anonymous, type Principal } from '@guanjia/core/access'
import { accept, assert } from '@guanjia/core/kernel'
import type { Transaction } from '../platform/database/database.ts'
import { powersChangedOf } from '../platform/events/live.ts'
import type { AccessPorts } from './access-ports.ts'
import type { AccessTables } from './access-tables.ts'
import { closeSession, openSession } from './session-store.ts'
import { hashPassword } from './staff-log-in.ts'

/** What is known of a request at the door. */
export interface AtTheDoor {
  readonly correlationId: string
  /** token of the session that the browser still has */
  readonly oldToken: string | undefined
}

/** Who comes in, and how. */
export interface Arrival {
  readonly personId: string
  readonly assurance: Assurance
  /** password that replaces the one they came in with */
  readonly newPassword?: string | undefined
}

/** Lets somebody in: the session that the browser had ends, a new one begins. Gives its token. */
export async function logIn(
  ports: AccessPorts,
  { correlationId, oldToken }: AtTheDoor,
  { personId, assurance, newPassword }: Arrival,
): Promise<string> {
  const { runCommand, clock } = ports
  const principal = arriving(personId, assurance)
  const command = { name: 'access.log-in', principal, correlationId, subject: personId, legal: false }
  const password_hash = newPassword === undefined ? undefined : await hashPassword(newPassword)
  const opened = await runCommand(command, async ({ tx }) => {
    const now = await clock.legalNow(tx)
    const tables = tx.withTables<AccessTables>()
    if (password_hash !== undefined)
      await tables
        .updateTable('staff_account')
        .set({ password_hash, password_to_change: false })
        .where('person_id', '=', personId)
        .execute()
    await endSession(ports, tx, { token: oldToken, now })
    return accept(await openSession(tables, { personId, assurance, now }))
  })
  assert(opened.ok, 'a log-in has no key that could be used twice')
  return opened.value
}

function arriving(id: string, assurance: Assurance): Principal {
  return {
    kind: 'person',
    id,
    name: '',
    assurance,
    roles: [],
    authorities: [],
    memberships: [],
    delegations: [],
  }
}

/** Notes that nobody was let in; `personId` where it is known whose account was tried. */
export async function noteFailure(
  { runCommand }: AccessPorts,
  { correlationId }: Pick<AtTheDoor, 'correlationId'>,
  personId = '',
): Promise<void> {
  const name = 'access.log-in-failed'
  await runCommand({ name, principal: anonymous, correlationId, subject: personId, legal: false }, async () =>
    accept({}),
  )
}

/** Logs out: the session of the token ends, and the pages that it left open hear no more news. */
export async function logOut(
  ports: AccessPorts,
  principal: Principal,
  { correlationId, oldToken }: AtTheDoor,
): Promise<void> {
  if (principal.kind !== 'person') return
  const command = { name: 'access.log-out', principal, correlationId, subject: principal.id, legal: false }
  await ports.runCommand(command, async ({ tx }) => {
    await endSession(ports, tx, { token: oldToken, now: await ports.clock.legalNow(tx) })
    return accept({})
  })
}

async function endSession(
  { live }: AccessPorts,
  tx: Transaction,
  { token, now }: { readonly token: string | undefined; readonly now: Date },
): Promise<void> {
  if (token === undefined) return
  const personId = await closeSession(tx.withTables<AccessTables>(), token, now)
  if (personId !== undefined) await live.publish(tx, powersChangedOf(personId))
}
