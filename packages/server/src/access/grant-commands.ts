/**
 * Duties given and taken: every change needs two administrators and leaves a leaf, taking away needs one.
 */

import type { Role } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../platform/commands/command.ts'
import { type Live, powersChangedOf } from '../platform/events/live.ts'
import type { AccessDatabase, AccessTables } from './access-tables.ts'

/** A grant as the administrators' list shows it. */
export interface GrantView {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly role: Role
  /** id of the partner organisation whose person it is; null for our own staff */
  readonly partner: string | null
  readonly state: 'proposed' | 'live' | 'revoked'
  readonly proposedBy: string | null
  readonly proposedAt: string
}

function tables(context: CommandContext) {
  return context.tx.withTables<AccessTables>()
}

function actorId(context: CommandContext): string {
  return context.principal.kind === 'person' ? context.principal.id : ''
}

/** Every grant, the newest first. */
export async function listGrants(database: AccessDatabase): Promise<readonly GrantView[]> {
  const { rows } = await sql<GrantView>`
    select g.id, g.person_id as "personId", p.name as "personName", g.role,
      (select a.partner from staff_account a where a.person_id = g.person_id) as partner,
      case when g.revoked_at is not null then 'revoked' when g.confirmed_at is not null then 'live'
           else 'proposed' end as state,
      b.name as "proposedBy",
      to_char(g.proposed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "proposedAt"
    from role_grant g join person p on p.id = g.person_id left join person b on b.id = g.proposed_by
    order by g.proposed_at desc, g.id`.execute(database)
  return rows
}

type ProposalRefusal =
  | 'account-unknown'
  | 'role-already-given'
  | 'not-for-oneself'
  | 'partner-organisation-missing'
  | 'account-of-partner'

/** Proposes a role for another member of staff. The account of a partner's person is given the duty of a partner alone. */
export async function proposeGrant(
  context: CommandContext,
  grant: { readonly id: string; readonly username: string; readonly role: Role },
): Promise<Result<{ id: string }, ProposalRefusal>> {
  const account = await tables(context)
    .selectFrom('staff_account')
    .select(['person_id', 'partner'])
    .where('username', '=', grant.username)
    .executeTakeFirst()
  if (account === undefined) return refuse('account-unknown')
  if (account.person_id === actorId(context)) return refuse('not-for-oneself')
  if (grant.role === 'partner' && account.partner === null) return refuse('partner-organisation-missing')
  if (grant.role !== 'partner' && account.partner !== null) return refuse('account-of-partner')
  const inserted = await sql`
    insert into role_grant (id, person_id, role, proposed_by, proposed_at)
    values (${grant.id}, ${account.person_id}, ${grant.role}, ${actorId(context)}, ${context.now})
    on conflict (person_id, role) where revoked_at is null do nothing returning id`.execute(context.tx)
  if (inserted.rows.length === 0) return refuse('role-already-given')
  context.record({
    act: 'access.grant-proposed',
    subject: grant.id,
    body: leafBody(context, account.person_id, grant.role),
  })
  return accept({ id: grant.id })
}

function leafBody(context: CommandContext, personId: string, role: Role) {
  return { person: context.commit(personId), role, by: context.commit(actorId(context)) }
}

/** Confirms a proposal of somebody else. */
export async function confirmGrant(
  live: Pick<Live, 'publish'>,
  context: CommandContext,
  id: string,
): Promise<Result<{ id: string }, 'grant-unknown' | 'grant-not-proposed' | 'second-person-required'>> {
  const grant = await lockGrant(context, id)
  if (grant === undefined) return refuse('grant-unknown')
  if (grant.confirmed_at !== null || grant.revoked_at !== null) return refuse('grant-not-proposed')
  if ([grant.proposed_by, grant.person_id].includes(actorId(context))) return refuse('second-person-required')
  await tables(context)
    .updateTable('role_grant')
    .set({ confirmed_by: actorId(context), confirmed_at: context.now })
    .where('id', '=', id)
    .execute()
  context.record({
    act: 'access.grant-confirmed',
    subject: id,
    body: leafBody(context, grant.person_id, grant.role),
  })
  await live.publish(context.tx, powersChangedOf(grant.person_id))
  return accept({ id })
}

/** Takes a duty away at once. */
export async function revokeGrant(
  live: Pick<Live, 'publish'>,
  context: CommandContext,
  revocation: { readonly id: string; readonly reason: string },
): Promise<Result<{ id: string }, 'grant-unknown' | 'not-for-oneself'>> {
  const { id, reason } = revocation
  const grant = await lockGrant(context, id)
  if (grant === undefined || grant.revoked_at !== null) return refuse('grant-unknown')
  if (grant.person_id === actorId(context)) return refuse('not-for-oneself')
  await tables(context)
    .updateTable('role_grant')
    .set({ revoked_by: actorId(context), revoked_at: context.now })
    .where('id', '=', id)
    .execute()
  const body = { ...leafBody(context, grant.person_id, grant.role), reason: context.commit(reason) }
  context.record({ act: 'access.grant-revoked', subject: id, body })
  await live.publish(context.tx, powersChangedOf(grant.person_id))
  return accept({ id })
}

function lockGrant(context: CommandContext, id: string) {
  return tables(context)
    .selectFrom('role_grant')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}
