/**
 * Answering: the place is taken, the ticks are kept without a firm and without an hour, and what was written is kept apart –
 * or becomes an issue, where whoever wrote it wants to be answered.
 */

import { randomUUID } from 'node:crypto'
import {
  type AnswerRefusal,
  type CheckedAnswers,
  checkAnswers,
  type GivenAnswers,
} from '@guanjia/core/feedback'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type FilingRefusal, fileIssue } from '../commands/filing-command.ts'
import type { QuestionnairePorts } from './questionnaire-ports.ts'
import { questionnaireTables, type RoundRow } from './questionnaire-tables.ts'
import { findLinked, type Linked, standingOf } from './survey-links.ts'

/** What came from behind a link. */
export interface SurveyAnswer {
  readonly token: string
  readonly group?: string | undefined
  readonly answers: GivenAnswers
  /** where an answer is wanted */
  readonly reply?: { readonly phone: string } | undefined
}

/** Why nothing was taken. */
export type SurveyRefusal =
  | AnswerRefusal
  | FilingRefusal
  | 'survey-unknown'
  | 'survey-not-open'
  | 'survey-answered-already'
  | 'survey-group-full'
  | 'group-not-listed'
  | 'words-missing-for-reply'

/** The number of the issue, where there is one. */
interface Taken {
  readonly issue: string | null
}

/** Takes the answers. */
export async function takeAnswers(
  ports: QuestionnairePorts,
  context: CommandContext,
  { token, group, answers, reply }: SurveyAnswer,
): Promise<Result<Taken, SurveyRefusal>> {
  const linked = await findLinked(context.tx, token, { lock: true })
  if (linked === undefined) return refuse('survey-unknown')
  const standing = standingOf(ports, linked, context.now)
  if (!standing.ok) return standing
  const { round } = linked
  const checked = checkAnswers(round.questionnaire.questions, answers)
  if (!checked.ok) return checked
  const placed = await takePlace(context, linked, group)
  if (!placed.ok) return placed
  await keepTicks(context, { linked, group: placed.value, counted: checked.value.counted })
  if (reply !== undefined)
    return fileWords(ports, context, { round, answers: checked.value, phone: reply.phone })
  await keepWords(context, round.id, checked.value.written)
  return accept({ issue: null })
}

/** Takes a place of the group, where one is left. */
async function takePlace(
  { tx }: CommandContext,
  { round, invitation }: Linked,
  given: string | undefined,
): Promise<Result<string, 'survey-group-full' | 'group-not-listed'>> {
  const group = invitation?.group ?? given ?? ''
  const tables = questionnaireTables(tx)
  const taken = await tables
    .updateTable('questionnaire_quota')
    .set({ answered: sql<number>`answered + 1` })
    .where('round_id', '=', round.id)
    .where('group_id', '=', group)
    .where(sql<boolean>`answered < places`)
    .returning('group_id')
    .executeTakeFirst()
  if (taken !== undefined) return accept(group)
  const known = await tables
    .selectFrom('questionnaire_quota')
    .select('group_id')
    .where('round_id', '=', round.id)
    .where('group_id', '=', group)
    .executeTakeFirst()
  return refuse(known === undefined ? 'group-not-listed' : 'survey-group-full')
}

interface Ticks {
  readonly linked: Linked
  readonly group: string
  readonly counted: CheckedAnswers['counted']
}

async function keepTicks(
  { tx }: CommandContext,
  { linked: { round, invitation }, group, counted }: Ticks,
): Promise<void> {
  const tables = questionnaireTables(tx)
  if (invitation !== null)
    await tables
      .updateTable('questionnaire_invitation')
      .set({ is_answered: true })
      .where('id', '=', invitation.id)
      .execute()
  await tables
    .insertInto('questionnaire_answer')
    .values({
      // not an id of the house: those tell the hour they were made
      id: randomUUID(),
      round_id: round.id,
      group_id: group,
      way: invitation === null ? 'open' : 'invited',
      counted: JSON.stringify(counted),
    })
    .execute()
}

async function keepWords(
  { tx }: CommandContext,
  roundId: string,
  written: CheckedAnswers['written'],
): Promise<void> {
  const texts = Object.entries(written).map(([question, words]) => ({
    id: randomUUID(),
    round_id: roundId,
    question,
    words,
  }))
  if (texts.length > 0) await questionnaireTables(tx).insertInto('questionnaire_text').values(texts).execute()
}

interface Wanted {
  readonly round: RoundRow
  readonly answers: CheckedAnswers
  readonly phone: string
}

/** The words go into the register with the number to answer to, and stay nowhere here. */
async function fileWords(
  ports: QuestionnairePorts,
  context: CommandContext,
  { round, answers: { counted, written }, phone }: Wanted,
): Promise<Result<Taken, SurveyRefusal>> {
  const words = Object.values(written).join('\n')
  if (words === '') return refuse('words-missing-for-reply')
  const filed = await fileIssue(ports, context, {
    id: ports.newId(),
    kind: 'appeal',
    source: 'questionnaire',
    intake: 'page',
    topic: String(counted[round.questionnaire.topic]),
    words,
    phone,
    askerId: null,
    recordedBy: null,
  })
  if (!filed.ok) return filed
  await questionnaireTables(context.tx)
    .updateTable('questionnaire_round')
    .set({ to_register: sql<number>`to_register + 1` })
    .where('id', '=', round.id)
    .execute()
  return accept({ issue: filed.value.number })
}
