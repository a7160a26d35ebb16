/**
 * What leaves a line in the trail at the door: who came in, who did not, who left.
 */

import type { Principal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { powersChangedOf } from '../platform/events/live.ts'
import type { AccessPorts } from './access-ports.ts'
import type { AccessTables } from './access-tables.ts'
import { closeSession } from './session-store.ts'

/** Who is at the door. */
export interface AtTheDoor {
  readonly principal: Principal
  readonly correlationId: string
}

/** Logs out: the session of the token ends, and the pages that it left open hear no more news. */
export async function logOut(
  { runCommand, live }: AccessPorts,
  { principal, correlationId }: AtTheDoor,
  token: string,
): Promise<void> {
  if (principal.kind !== 'person') return
  const command = { name: 'access.log-out', principal, correlationId, subject: principal.id, legal: false }
  await runCommand(command, async ({ tx, now }) => {
    const personId = await closeSession(tx.withTables<AccessTables>(), token, now)
    if (personId !== undefined) await live.publish(tx, powersChangedOf(personId))
    return accept({})
  })
}
