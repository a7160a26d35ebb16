/**
 * What browsers hear while they look on: the owner of every step of their application, the registrars of what reaches
 * or leaves their queue.
 */

import { sql } from 'kysely'
import type { RegistrationPorts } from './registration-ports.ts'

/** Events that browsers hear of, and whether the registrars do besides the owner. */
const heard = {
  'registration.signed': 'owner',
  'registration.host-confirmed': 'owner',
  'registration.host-refused': 'owner',
  'registration.referred': 'owner-and-registrars',
  'registration.approved': 'owner-and-registrars',
  'registration.refused': 'owner-and-registrars',
  'registration.revoked': 'owner',
} as const

/** Tells the browsers of those concerned, once the act is in the register. */
export function subscribeNews({ outbox, live }: RegistrationPorts): void {
  for (const [type, listeners] of Object.entries(heard))
    outbox.onAll(
      type,
      async (events, tx) => {
        const ids = events.map(({ subject }) => subject)
        const { rows } = await sql<{ id: string; owner: string }>`
          select id, owner_id as owner from registration_application where id = any(${ids}::uuid[])`.execute(
          tx,
        )
        const owners = rows.map(({ id, owner }) => ({ topic: `person:${owner}`, type, id }))
        const topics = listeners === 'owner' ? [] : ['role:registrar', 'role:registrar-lead']
        const registrars = ids.flatMap((id) => topics.map((topic) => ({ topic, type, id })))
        await live.publish(tx, ...owners, ...registrars)
      },
      `${type}-news`,
    )
}
