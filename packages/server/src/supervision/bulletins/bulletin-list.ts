/**
 * Bulletins as they are read.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { listBulletins } from '@guanjia/contract/supervision'
import { may, type Principal } from '@guanjia/core/access'
import { unresolved } from '@guanjia/core/supervision'
import { sql } from 'kysely'
import type { SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { checkBulletin } from './bulletin-check.ts'

type Listed = RouteOutput<typeof listBulletins>['bulletins'][number]

/** The newest first; units see published ones, and of those only what they say. */
export async function listBulletinsFor(room: SupervisionRoom, principal: Principal): Promise<Listed[]> {
  const isSupervisor = may(principal, 'supervision.draft-bulletin')
  const rows = await bulletins(room, isSupervisor)
  return await Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      text: row.text,
      state: row.state,
      publishedAt: row.published_at?.toISOString() ?? null,
      draft: isSupervisor ? await draftOf(room, row, principal) : null,
    })),
  )
}

type Row = Awaited<ReturnType<typeof bulletins>>[number]

function bulletins({ database }: SupervisionRoom, isSupervisor: boolean) {
  const all = supervisionTables(database)
    .selectFrom('case_bulletin')
    .selectAll()
    .select(sql<string>`(select name from person where id = author_id)`.as('author'))
    .orderBy('drafted_at', 'desc')
    .limit(100)
  return isSupervisor ? all.execute() : all.where('state', '=', 'published').execute()
}

async function draftOf(room: SupervisionRoom, row: Row, principal: Principal): Promise<Listed['draft']> {
  const found = row.state === 'published' ? [] : await checkBulletin(room, room.database, row)
  const left = unresolved(found, row.kept).length
  const approvals = await approvalsOf(room, row.id)
  const own = principal.kind === 'person' ? principal.id : ''
  const isDraft = row.state === 'drafted' && left === 0
  return {
    author: row.author,
    revision: row.revision,
    found: [...found],
    kept: [...row.kept],
    left,
    approvals: approvals.map(({ name: by, at }) => ({ by, at: at.toISOString() })),
    mayApprove: isDraft && !row.writer_ids.includes(own) && !approvals.some(({ id }) => id === own),
    mayPublish: isDraft && approvals.length >= 2,
  }
}

async function approvalsOf({ database }: SupervisionRoom, id: string) {
  const { rows } = await sql<{ id: string; name: string; at: Date }>`
    select person.id, person.name, a.approved_at as at
    from case_bulletin_approval a join person on person.id = a.approver_id
    where a.bulletin_id = ${id} order by a.approved_at`.execute(database)
  return rows
}
