/**
 * Asking a carrier by a link, and what the carrier answers behind it.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { type IssueRefusal, personalTraces } from '@guanjia/core/feedback'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type SecretLinks, tokenHash } from '../../platform/secret-links.ts'
import { moveIssue } from '../commands/issue-commands.ts'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { lockIssue } from '../store/issue-store.ts'
import { openDayTables } from './open-day-tables.ts'

const dayMs = 86_400_000

/** Why a carrier was not asked. */
export type AskRefusal = 'question-unknown' | 'question-answered' | 'carrier-without-phone'

/** A link that was made: from its salt its address follows, which no kept answer holds. */
export interface AskLink {
  readonly salt: string
  readonly until: string
}

/** Makes a link for one question and has it sent; the link before it is void. */
export async function askCarrier(
  ports: FeedbackPorts & { readonly links: SecretLinks },
  context: CommandContext,
  id: string,
): Promise<Result<AskLink, AskRefusal>> {
  const { links, openDays } = ports
  const row = await openDayTables(context.tx)
    .selectFrom('open_day_question')
    .innerJoin('open_day_session', 'open_day_session.id', 'open_day_question.session_id')
    .leftJoin('issue', 'issue.id', 'open_day_question.issue_id')
    .select(['phone', 'situation', 'number'])
    .where('open_day_question.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return refuse('question-unknown')
  if (row.situation !== 'in-hand') return refuse('question-answered')
  if (row.phone === null) return refuse('carrier-without-phone')
  const salt = links.newSalt()
  const until = new Date(context.now.getTime() + openDays.linkValid.value * dayMs)
  await openDayTables(context.tx)
    .updateTable('open_day_question')
    .set({ link_salt: salt, token_hash: links.tokenHashOf(salt), link_until: until, link_used_at: null })
    .where('id', '=', id)
    .execute()
  context.emit({ type: 'feedback.carrier-asked', subject: id, body: { number: row.number } })
  return accept({ salt, until: until.toISOString() })
}

/** An answer behind a link. */
export interface CarrierAnswer {
  readonly token: string
  /** who answers for the carrier */
  readonly name: string
  readonly words: string
}

/** Why an answer is not taken. */
export type CarrierRefusal =
  | IssueRefusal
  | 'ask-link-unknown'
  | 'ask-link-over'
  | 'ask-link-used'
  | 'words-tell-who-asked'

/** Answers the issue of the question. Everybody reads the words, so that they may not tell of anybody. */
export async function answerByLink(
  ports: FeedbackPorts,
  context: CommandContext,
  { token, name, words }: CarrierAnswer,
): Promise<Result<void, CarrierRefusal>> {
  const asked = await lockAsked(context, token)
  if (asked === undefined || asked.issue_id === null) return refuse('ask-link-unknown')
  if (asked.link_used_at !== null) return refuse('ask-link-used')
  if (asked.link_until === null || context.now > asked.link_until) return refuse('ask-link-over')
  const traces = personalTraces(words, [asked.company])
  if (traces.length > 0) return refuse('words-tell-who-asked', { traces })
  const carrier = { ...context, principal: systemPrincipal('carrier') }
  const row = await lockIssue(carrier, asked.issue_id)
  const wish = { type: 'reply', outcome: 'explained', words, evidence: [] } as const
  const moved = await moveIssue(ports, carrier, { row, wish })
  if (!moved.ok) return moved
  await openDayTables(context.tx)
    .updateTable('open_day_question')
    .set({ link_used_at: context.now })
    .where('id', '=', asked.id)
    .execute()
  context.record({
    act: 'feedback.carrier-answered',
    subject: row.number,
    body: { carrier: context.commit(asked.carrier), by: context.commit(name), words: context.commit(words) },
  })
  return accept(undefined)
}

function lockAsked({ tx }: CommandContext, token: string) {
  return openDayTables(tx)
    .selectFrom('open_day_question')
    .innerJoin('open_day_session', 'open_day_session.id', 'open_day_question.session_id')
    .innerJoin('open_day_visit', (join) =>
      join
        .onRef('open_day_visit.session_id', '=', 'open_day_question.session_id')
        .onRef('open_day_visit.company_code', '=', 'open_day_question.company_code'),
    )
    .selectAll('open_day_question')
    .select(['carrier', 'company'])
    .where('token_hash', '=', tokenHash(token))
    .forUpdate('open_day_question')
    .executeTakeFirst()
}
