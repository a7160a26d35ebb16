/**
 * Sessions: a random token in the browser's cookie, its SHA-256 in the table, and the principal it stands for.
 *
 * Duties, memberships and delegations are read afresh with every request, so that a role taken away is gone with the
 * next one. A staff session without any duty left is no session.
 */

import { createHash, randomBytes } from 'node:crypto'
import {
  type Assurance,
  anonymous,
  type Delegation,
  isSessionLive,
  type Membership,
  type Principal,
  type Role,
  sessionLimits,
} from '@guanjia/core/access'
import { sql } from 'kysely'
import type { Clock } from '../platform/clock.ts'
import type { Transaction } from '../platform/database/database.ts'
import { type Live, powersChangedOf } from '../platform/events/live.ts'
import type { AccessDatabase, AccessTables } from './access-tables.ts'

/** A principal with the moment its session ends if nothing more is asked. */
export interface LiveSession {
  readonly principal: Principal
  readonly endsAt: Date
}

const nobody: LiveSession = { principal: anonymous, endsAt: new Date(0) }

/** How much older than now `last_seen_at` may be before it is written again; spares a write a request. */
const seenResolutionMs = 60_000

/** Opens a session and gives the token for the cookie; it is not kept anywhere else. */
export async function openSession(
  database: AccessDatabase,
  opening: { readonly personId: string; readonly assurance: Assurance; readonly now: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { personId, assurance, now } = opening
  await database
    .insertInto('session')
    .values({
      token_hash: hashOf(token),
      person_id: personId,
      assurance,
      opened_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + sessionLimits(assurance).absoluteMs),
      closed_at: null,
    })
    .execute()
  return token
}

/** Ends the session of a token and gives the person it was of; undefined where it was not there or ended already. */
export async function closeSession(
  database: AccessDatabase,
  token: string,
  now: Date,
): Promise<string | undefined> {
  const closed = await database
    .updateTable('session')
    .set({ closed_at: now })
    .where('token_hash', '=', hashOf(token))
    .where('closed_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return closed?.person_id
}

/** Ends every staff session of a person, and the pages that they left open hear no more news. */
export async function endStaffSessions(
  live: Pick<Live, 'publish'>,
  tx: Transaction,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<void> {
  await tx
    .withTables<AccessTables>()
    .updateTable('session')
    .set({ closed_at: now })
    .where('person_id', '=', personId)
    .where('assurance', '=', 'two-factor')
    .where('closed_at', 'is', null)
    .execute()
  await live.publish(tx, powersChangedOf(personId))
}

interface SessionRow {
  readonly person_id: string
  readonly name: string
  readonly assurance: Assurance
  readonly opened_at: Date
  readonly last_seen_at: Date
  readonly roles: Role[]
  readonly authorities: string[]
  readonly partner: string | null
  readonly memberships: Membership[]
  readonly delegations: Delegation[]
  readonly database_now: Date
}

/** How a session is looked at. */
export interface SessionLook {
  readonly clock: Pick<Clock, 'legalTime'>
  /** a `use` keeps the session alive, a `look` does not */
  readonly how: 'use' | 'look'
}

/**
 * The principal a token stands for at this moment; anonymous where the session is unknown, ended or empty. The moment is
 * the database's, as for everything that ends a power.
 */
export async function findSession(
  database: AccessDatabase,
  token: string | undefined,
  { clock, how }: SessionLook,
): Promise<LiveSession> {
  if (token === undefined || token.length !== 43) return nobody
  const row = await loadSession(database, hashOf(token))
  if (row === undefined) return nobody
  const now = clock.legalTime(row.database_now)
  const times = { openedAt: row.opened_at.getTime(), lastSeenAt: row.last_seen_at.getTime() }
  if (!isSessionLive(times, row.assurance, now.getTime())) return nobody
  if (row.assurance === 'two-factor' && row.roles.length === 0) return nobody
  if (how === 'use' && now.getTime() - times.lastSeenAt > seenResolutionMs)
    await touch(database, hashOf(token), now)
  return { principal: principalOf(row, now), endsAt: endOf(row, now) }
}

function principalOf(row: SessionRow, now: Date): Principal {
  return {
    kind: 'person',
    id: row.person_id,
    name: row.name,
    assurance: row.assurance,
    roles: row.assurance === 'two-factor' ? row.roles : ['applicant'],
    authorities: row.assurance === 'two-factor' ? row.authorities : [],
    ...(row.assurance === 'two-factor' && row.partner !== null ? { partner: row.partner } : {}),
    memberships: row.memberships,
    delegations: row.delegations.filter(({ until }) => new Date(until) > now),
  }
}

function endOf(row: SessionRow, now: Date): Date {
  const { idleMs, absoluteMs } = sessionLimits(row.assurance)
  return new Date(Math.min(row.opened_at.getTime() + absoluteMs, now.getTime() + idleMs))
}

async function loadSession(database: AccessDatabase, hash: Buffer): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    select s.person_id, p.name, s.assurance, s.opened_at, s.last_seen_at, clock_timestamp() as database_now,
      array(select g.role from role_grant g
            where g.person_id = s.person_id and g.confirmed_at is not null and g.revoked_at is null
            order by g.role) as roles,
      array(select w.authority from authority_membership w
            where w.person_id = s.person_id and w.ended_at is null order by w.authority) as authorities,
      (select account.partner from staff_account account where account.person_id = s.person_id) as partner,
      coalesce((select jsonb_agg(jsonb_build_object(
                  'organisationCode', m.organisation_code, 'position', m.position))
                from organisation_membership m
                where m.person_id = s.person_id and m.ended_at is null), '[]') as memberships,
      coalesce((select jsonb_agg(jsonb_build_object(
                  'id', d.id, 'fromId', d.from_person, 'scope', to_jsonb(d.scope),
                  'until', to_char(d.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
                from delegation d
                where d.to_person = s.person_id and d.ended_at is null), '[]') as delegations
    from session s join person p on p.id = s.person_id
    where s.token_hash = ${hash} and s.closed_at is null`.execute(database)
  return rows[0]
}

/** Nobody waits for the disk: after a crash a session ends at most a minute sooner. */
async function touch(database: AccessDatabase, hash: Buffer, now: Date): Promise<void> {
  await sql`
    with unhurried as (select set_config('synchronous_commit', 'off', true))
    update session set last_seen_at = ${now} from unhurried where token_hash = ${hash}`.execute(database)
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
