/**
 * Messages over the wire.
 */

import * as contract from '@guanjia/contract/notifications'
import type { Principal } from '@guanjia/core/access'
import { accept, assert } from '@guanjia/core/kernel'
import { countUnread, findNoticeOwner, listFailing, listOwn, markRead } from './notice-queries.ts'
import type { NotificationsPorts } from './notifications-ports.ts'
import { notificationsTables } from './notifications-tables.ts'
import { findReach, writePreference } from './preference-store.ts'

/** The table of permissions lets in people only. */
function personOf(principal: Principal): string {
  assert(principal.kind === 'person', 'messages belong to people')
  return principal.id
}

/** Answers every route of this room. */
export function implementNoticeRoutes(ports: NotificationsPorts): void {
  const { implement, clock } = ports
  const database = notificationsTables(ports.database)
  implement(
    contract.listNotices,
    async ({ principal, query }) => {
      const page = { before: query.before, count: Number(query.count) }
      return accept(await listOwn(database, personOf(principal), page))
    },
    {},
  )
  implement(
    contract.countUnread,
    async ({ principal }) => accept({ unread: await countUnread(database, personOf(principal)) }),
    {},
  )
  implement(
    contract.markRead,
    async ({ principal, params }) => {
      const read = { id: params.id, now: clock.now() }
      return accept({ unread: await markRead(database, personOf(principal), read) })
    },
    {},
    ({ params }) => findNoticeOwner(database, params.id),
  )
  implement(
    contract.markAllRead,
    async ({ principal }) =>
      accept({ unread: await markRead(database, personOf(principal), { now: clock.now() }) }),
    {},
  )
  implement(
    contract.readAudience,
    async ({ query }) => accept({ audiences: audiencesOf(ports, query.of) }),
    {},
  )
  implement(contract.listFailingNotices, async () => accept(await listFailing(database)), {})
  implementPreferenceRoutes(ports)
}

/** Who hears of the events of a room; the portal's list is open to everybody who is told. */
function audiencesOf({ content }: NotificationsPorts, room: string) {
  return [...content.templates].flatMap(([event, templates]) =>
    event.startsWith(`${room}.`)
      ? templates.map(({ to, channels }) => ({
          event,
          to: [...to],
          channels: ['in-app' as const, ...channels],
        }))
      : [],
  )
}

function implementPreferenceRoutes({ implement, runCommand, database }: NotificationsPorts): void {
  implement(
    contract.readPreference,
    async ({ principal }) => {
      const personId = personOf(principal)
      const reachOf = await findReach(notificationsTables(database), [personId])
      const { mail: _, ...preference } = reachOf(personId).preference
      return accept(preference)
    },
    {},
  )
  implement(
    contract.savePreference,
    async ({ principal, correlationId, key, bodyHash, body }) => {
      const personId = personOf(principal)
      const sent = { principal, correlationId, key, bodyHash }
      const command = { name: 'notifications.save-preference', subject: personId, legal: true, ...sent }
      return runCommand(command, async ({ tx, now, record, commit }) => {
        await writePreference(notificationsTables(tx), personId, { preference: body, now })
        const leaf = { person: commit(personId), electronicService: body.electronicService }
        record({ act: 'notifications.preference-saved', subject: 'notice-preference', body: leaf })
        return accept(body)
      })
    },
    {},
  )
}
