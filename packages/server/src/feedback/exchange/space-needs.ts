/**
 * Issues that ask for space and are passed on as a need: which may be, and how far the need has come, as the room of space
 * tells it.
 */

import { may, type Principal } from '@guanjia/core/access'
import type { IssueSituation } from '@guanjia/core/feedback'
import { int, object, string, uuid } from 'zod'
import type { Database } from '../../platform/database/database.ts'
import type { Ports } from '../../platform/ports.ts'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables, type IssueRow } from '../store/feedback-tables.ts'
import { resourceOf } from '../store/issue-resource.ts'

const open: readonly IssueSituation[] = ['filed', 'returned', 'in-hand']

type Judged = Pick<IssueRow, 'topic' | 'situation' | 'asker_id' | 'authorities' | 'proposed_by'>
type Topics = Pick<FeedbackPorts, 'content'>

/** Whether somebody may pass an issue about space on: whoever dispatches it and records needs, while it is open. */
export function mayPassOn({ content }: Topics, principal: Principal, row: Judged): boolean {
  const topic = content.topics.find(({ id }) => id === row.topic)
  return (
    topic?.becomesNeed === true &&
    open.includes(row.situation) &&
    may(principal, 'feedback.dispatch', resourceOf(row)) &&
    may(principal, 'premises.record-need')
  )
}

/** An issue that somebody may pass on, locked until the transaction ends. */
export async function findIssueToPassOn(
  topics: Topics,
  database: Database,
  { id, principal }: { readonly id: string; readonly principal: Principal },
) {
  const row = await feedbackTables(database)
    .selectFrom('issue')
    .select(['id', 'number', 'filed_at', 'topic', 'situation', 'asker_id', 'authorities', 'proposed_by'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined || !mayPassOn(topics, principal, row)) return undefined
  return { id, number: row.number, filedAt: row.filed_at }
}

const happenings = [
  'filed',
  'transferred',
  'received',
  'proposed',
  'viewed',
  'leased',
  'rated',
  'not-found',
] as const

const told = object({
  number: string(),
  version: int(),
  situation: string(),
  /** of a need that was passed on from the register alone */
  passedOn: object({ issueId: uuid(), by: uuid() }).optional(),
})

/** Subscribes to how needs move; news that come late say nothing new. */
export function followNeeds({ outbox }: Pick<Ports, 'outbox'>): void {
  for (const happening of happenings)
    outbox.on(
      `premises.need-${happening}`,
      async ({ subject, body, occurredAt }, tx) => {
        const { number, version, situation, passedOn } = told.parse(body)
        if (passedOn === undefined) return
        const moved = { version, situation, moved_at: occurredAt }
        const { issueId: issue_id, by: passed_on_by } = passedOn
        await feedbackTables(tx)
          .insertInto('issue_need')
          .values({ issue_id, need_id: subject, number, passed_on_by, ...moved })
          .onConflict((conflict) =>
            conflict.column('issue_id').doUpdateSet(moved).where('issue_need.version', '<', version),
          )
          .execute()
      },
      `feedback.need-${happening}`,
    )
}

/** The need that an issue was passed on as; its id for whoever passed it on. */
export async function readNeedOf(database: Database, issueId: string, principal: Principal) {
  const row = await feedbackTables(database)
    .selectFrom('issue_need')
    .selectAll()
    .where('issue_id', '=', issueId)
    .executeTakeFirst()
  if (row === undefined) return null
  const isOwn = principal.kind === 'person' && principal.id === row.passed_on_by
  return {
    id: isOwn ? row.need_id : null,
    number: row.number,
    situation: row.situation,
    movedAt: row.moved_at.toISOString(),
  }
}
