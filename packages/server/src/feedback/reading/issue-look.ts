/**
 * Finding one's issue by its number and the end of one's phone: right and wrong answers take the same way, and after a few
 * wrong ones the number rests.
 */

import type { Principal } from '@guanjia/core/access'
import { isIssueNumber } from '@guanjia/core/feedback'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables, type IssueRow } from '../store/feedback-tables.ts'

/** What somebody knows of their issue. */
export interface IssueKey {
  readonly number: string
  readonly phoneTail?: string | undefined
}

/** Why it is not shown. */
export type LookRefusal = 'issue-not-found' | 'too-many-guesses'

const minuteMs = 60_000

/** The issue of whoever asks, or one answer for all that is wrong. */
export async function findOwnIssue(
  ports: FeedbackPorts,
  principal: Principal,
  { number: said, phoneTail }: IssueKey,
): Promise<Result<IssueRow, LookRefusal>> {
  const number = said.toUpperCase()
  if (!isIssueNumber(number)) return refuse('issue-not-found')
  if (await rests(ports, number)) return refuse('too-many-guesses')
  const row = await feedbackTables(ports.database)
    .selectFrom('issue')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  if (row !== undefined && isOwn(ports, row, { principal, phoneTail })) {
    await feedbackTables(ports.database).deleteFrom('issue_look').where('number', '=', number).execute()
    return accept(row)
  }
  await countFailure(ports, number)
  return refuse('issue-not-found')
}

interface Asking {
  readonly principal: Principal
  readonly phoneTail: string | undefined
}

/** By log-in, by the end of the phone that was left, or by the code that was told where a mail came without one. */
function isOwn(
  { followCodes }: Pick<FeedbackPorts, 'followCodes'>,
  row: IssueRow,
  { principal, phoneTail }: Asking,
): boolean {
  if (principal.kind === 'person' && row.asker_id === principal.id) return true
  if (row.source === 'e-mail' && row.asker_phone === null) return phoneTail === followCodes.codeOf(row.id)
  const digits = (row.asker_phone ?? '').replace(/\D/g, '')
  return phoneTail !== undefined && digits.length >= 7 && digits.endsWith(phoneTail)
}

async function rests({ database, clock, content }: FeedbackPorts, number: string): Promise<boolean> {
  const { failuresBeforeRest, restMinutes } = content.follow
  const row = await feedbackTables(database)
    .selectFrom('issue_look')
    .select(['failures', 'failed_at'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (row === undefined || row.failures < failuresBeforeRest) return false
  return clock.now().getTime() < row.failed_at.getTime() + restMinutes * minuteMs
}

/** Failures of long ago are forgotten: the count begins anew. */
async function countFailure({ database, clock, content }: FeedbackPorts, number: string): Promise<void> {
  const now = clock.now()
  const fresh = new Date(now.getTime() - content.follow.restMinutes * minuteMs)
  await feedbackTables(database)
    .insertInto('issue_look')
    .values({ number, failures: 1, failed_at: now })
    .onConflict((conflict) =>
      conflict.column('number').doUpdateSet({
        failures: sql<number>`case when issue_look.failed_at < ${fresh} then 1 else issue_look.failures + 1 end`,
        failed_at: now,
      }),
    )
    .execute()
}
