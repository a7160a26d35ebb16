/**
 * Rounds on the desk: places, response, results, what was written, and the letters of firms that left no number.
 */

import { questionnaireResults } from '@guanjia/core/feedback'
import { sql } from 'kysely'
import { drawQrCode } from '../../platform/documents/index.ts'
import { dayOf } from '../feedback-ports.ts'
import type { QuestionnairePorts } from './questionnaire-ports.ts'
import { questionnaireTables, type RoundRow } from './questionnaire-tables.ts'
import { reminderDay } from './reminding.ts'
import { groupingName, questionsShown } from './survey-reading.ts'

const mostRounds = 100

/** The desk: what can be opened, and what was. */
export async function readQuestionnaires(ports: QuestionnairePorts) {
  const { questionnaires, groupings, invitedForEachPlace, openLink } = ports.questionnaires
  const rounds = await questionnaireTables(ports.database)
    .selectFrom('questionnaire_round')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(mostRounds)
    .execute()
  return {
    questionnaires: questionnaires.map(({ id, name, questions }) => ({
      id,
      name,
      questions: questions.length,
    })),
    groupings: groupings.map(({ id, name, groups }) => ({
      id,
      name,
      groups: groups.map((group) => ({ id: group.id, name: group.name })),
    })),
    invitedForEachPlace: invitedForEachPlace.value,
    isOpenLinkAllowed: openLink.value,
    rounds: await Promise.all(rounds.map((round) => headOf(ports, round))),
  }
}

async function headOf(ports: QuestionnairePorts, round: RoundRow) {
  const tables = questionnaireTables(ports.database)
  const { places, answered } = await tables
    .selectFrom('questionnaire_quota')
    .select([sql<number>`sum(places)::int`.as('places'), sql<number>`sum(answered)::int`.as('answered')])
    .where('round_id', '=', round.id)
    .executeTakeFirstOrThrow()
  const { invited, responded } = await tables
    .selectFrom('questionnaire_invitation')
    .select([
      sql<number>`count(*)::int`.as('invited'),
      sql<number>`(count(*) filter (where is_answered))::int`.as('responded'),
    ])
    .where('round_id', '=', round.id)
    .executeTakeFirstOrThrow()
  const isRunning = dayOf(ports, ports.clock.now()) <= round.until_day
  return {
    id: round.id,
    number: round.number,
    name: round.questionnaire.name,
    from: round.from_day,
    until: round.until_day,
    state: isRunning ? ('running' as const) : ('over' as const),
    places,
    answered,
    invited,
    responded,
  }
}

function findRound({ database }: QuestionnairePorts, id: string) {
  return questionnaireTables(database)
    .selectFrom('questionnaire_round')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}

/** One round whole; undefined where there is none. */
export async function readRound(ports: QuestionnairePorts, id: string) {
  const round = await findRound(ports, id)
  if (round === undefined) return undefined
  const answers = await questionnaireTables(ports.database)
    .selectFrom('questionnaire_answer')
    .select(['way', 'counted'])
    .where('round_id', '=', id)
    .execute()
  const head = await headOf(ports, round)
  // while it runs, two looks would tell what came between them
  const shown = head.state === 'over' ? answers : []
  const results = questionnaireResults(
    round.questionnaire.questions,
    shown.map(({ counted }) => counted),
  )
  return {
    ...head,
    ...(await groupsOf(ports, id)),
    grouping: groupingName(ports, round.grouping_id),
    draw: { seed: round.seed, listed: round.listed, digest: round.list_digest },
    remindsOn: reminderDay(ports, round.until_day),
    remindedAt: round.reminded_at?.toISOString() ?? null,
    toRegister: round.to_register,
    openLink: openLinkOf(ports, round, answers.filter(({ way }) => way === 'open').length),
    questions: questionsShown(round.questionnaire),
    results: results.map(({ counts, ...result }) => ({
      ...result,
      counts: counts.map(({ answer, count }) => ({ answer, count: count ?? null })),
    })),
    texts: head.state === 'over' ? await textsOf(ports, id) : [],
    topics: ports.content.topics.map((topic) => ({ id: topic.id, name: topic.name })),
  }
}

async function groupsOf({ database }: QuestionnairePorts, id: string) {
  const tables = questionnaireTables(database)
  const quotas = await tables
    .selectFrom('questionnaire_quota')
    .selectAll()
    .where('round_id', '=', id)
    .orderBy('place')
    .execute()
  const invitations = await tables
    .selectFrom('questionnaire_invitation')
    .select(['group_id', 'way', sql<number>`count(*)::int`.as('count')])
    .where('round_id', '=', id)
    .groupBy(['group_id', 'way'])
    .execute()
  const total = (rows: typeof invitations) => rows.reduce((sum, { count }) => sum + count, 0)
  return {
    groups: quotas.map(({ group_id, name, places, answered, listed }) => ({
      id: group_id,
      name,
      places,
      answered,
      listed,
      invited: total(invitations.filter((row) => row.group_id === group_id)),
    })),
    bySms: total(invitations.filter(({ way }) => way === 'sms')),
    byLetter: total(invitations.filter(({ way }) => way === 'letter')),
  }
}

function openLinkOf({ surveyLinks }: QuestionnairePorts, { link_salt }: RoundRow, answered: number) {
  if (link_salt === null) return null
  const url = surveyLinks.urlOf(link_salt)
  return { url, svg: drawQrCode(url).svg, answered }
}

async function textsOf({ database }: QuestionnairePorts, id: string) {
  const rows = await questionnaireTables(database)
    .selectFrom('questionnaire_text')
    .leftJoin('issue', 'issue.id', 'questionnaire_text.issue_id')
    .select(['questionnaire_text.id', 'question', 'questionnaire_text.words', 'issue_id', 'number'])
    .where('round_id', '=', id)
    // by their ids, which chance has made: the order in which they came would tell too much
    .orderBy('questionnaire_text.id')
    .execute()
  return rows.map(({ id: text, question, words, issue_id, number }) => ({
    id: text,
    question,
    words,
    issue: issue_id === null || number === null ? null : { id: issue_id, number },
  }))
}

/** The letters of a round; undefined where there is none. Whether a firm has answered is not told. */
export async function readLetters(ports: QuestionnairePorts, id: string) {
  const round = await findRound(ports, id)
  if (round === undefined) return undefined
  const rows = await questionnaireTables(ports.database)
    .selectFrom('questionnaire_invitation')
    .select(['company', 'link_salt'])
    .where('round_id', '=', id)
    .where('way', '=', 'letter')
    .orderBy('company')
    .execute()
  return {
    number: round.number,
    name: round.questionnaire.name,
    until: round.until_day,
    letters: rows.map(({ company, link_salt }) => {
      const url = ports.surveyLinks.urlOf(link_salt)
      return { company, url, svg: drawQrCode(url).svg }
    }),
  }
}
