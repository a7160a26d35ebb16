/**
 * What stands behind a link: the invitation of one firm, or the open link of a round.
 */

import { accept, assert, type Result, refuse } from '@guanjia/core/kernel'
import type { Database } from '../../platform/database/database.ts'
import { tokenHash } from '../../platform/secret-links.ts'
import { dayOf } from '../feedback-ports.ts'
import type { QuestionnairePorts } from './questionnaire-ports.ts'
import { questionnaireTables, type RoundRow } from './questionnaire-tables.ts'

/** A link that leads somewhere. */
export interface Linked {
  readonly round: RoundRow
  /** null behind the open link */
  readonly invitation: { readonly id: string; readonly group: string; readonly isAnswered: boolean } | null
}

/** Finds what a token opens; `lock` keeps an invitation from being answered twice at once. */
export async function findLinked(
  database: Database,
  token: string,
  { lock }: { readonly lock: boolean },
): Promise<Linked | undefined> {
  const hash = tokenHash(token)
  const tables = questionnaireTables(database)
  const invited = await tables
    .selectFrom('questionnaire_invitation')
    .select(['id', 'round_id', 'group_id', 'is_answered'])
    .where('token_hash', '=', hash)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  const rounds = tables.selectFrom('questionnaire_round').selectAll()
  if (invited === undefined) {
    const round = await rounds.where('token_hash', '=', hash).executeTakeFirst()
    return round && { round, invitation: null }
  }
  const round = await rounds.where('id', '=', invited.round_id).executeTakeFirst()
  assert(round !== undefined, 'an invitation belongs to a round')
  const { id, group_id: group, is_answered: isAnswered } = invited
  return { round, invitation: { id, group, isAnswered } }
}

/** Whether the link can still be answered. */
export function standingOf(
  ports: QuestionnairePorts,
  { round, invitation }: Linked,
  now: Date,
): Result<void, 'survey-not-open' | 'survey-answered-already'> {
  if (invitation?.isAnswered === true) return refuse('survey-answered-already')
  return dayOf(ports, now) > round.until_day ? refuse('survey-not-open') : accept(undefined)
}

/** How a firm is reached that was invited or is reminded; undefined once it has answered. */
export async function findInvitedFirm(
  { findFirmPhones, surveyLinks }: QuestionnairePorts,
  database: Database,
  invitationId: string,
): Promise<{ readonly phone: string; readonly url: string } | undefined> {
  const row = await questionnaireTables(database)
    .selectFrom('questionnaire_invitation')
    .select(['company_code', 'link_salt'])
    .where('id', '=', invitationId)
    .where('is_answered', '=', false)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const phone = (await findFirmPhones(database, [row.company_code])).get(row.company_code)
  return phone === undefined ? undefined : { phone, url: surveyLinks.urlOf(row.link_salt) }
}
