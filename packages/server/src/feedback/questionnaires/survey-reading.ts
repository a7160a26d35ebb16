/**
 * A questionnaire as it is asked: behind a link, and its questions as both sides read them.
 */

import { mostCharacters } from '@guanjia/core/feedback'
import type { Questionnaire } from '../content/questionnaires-content.ts'
import type { QuestionnairePorts } from './questionnaire-ports.ts'
import { questionnaireTables } from './questionnaire-tables.ts'
import { findLinked, type Linked, standingOf } from './survey-links.ts'

/** The questionnaire behind a link; undefined where there is none. */
export async function readSurvey(ports: QuestionnairePorts, token: string) {
  const linked = await findLinked(ports.database, token, { lock: false })
  if (linked === undefined) return undefined
  const { round, invitation } = linked
  const quotas = await questionnaireTables(ports.database)
    .selectFrom('questionnaire_quota')
    .select(['group_id as id', 'name', 'answered', 'places'])
    .where('round_id', '=', round.id)
    .orderBy('place')
    .execute()
  const groups = quotas.map(({ id, name, answered, places }) => ({ id, name, isFull: answered >= places }))
  const own = groups.filter(({ id }) => invitation === null || id === invitation.group)
  const { name, lead } = round.questionnaire
  return {
    state: stateOf(ports, linked, own),
    number: round.number,
    name,
    lead,
    until: round.until_day,
    grouping: invitation === null ? { name: groupingName(ports, round.grouping_id), groups } : null,
    questions: questionsShown(round.questionnaire),
    mostCharacters,
  }
}

function stateOf(
  ports: QuestionnairePorts,
  linked: Linked,
  groups: readonly { readonly isFull: boolean }[],
): 'open' | 'answered' | 'full' | 'over' {
  const standing = standingOf(ports, linked, ports.clock.now())
  if (!standing.ok) return standing.code === 'survey-not-open' ? 'over' : 'answered'
  return groups.every(({ isFull }) => isFull) ? 'full' : 'open'
}

/** What a way to part firms is called; its id where the content no longer lists it. */
export function groupingName({ questionnaires }: QuestionnairePorts, id: string) {
  return questionnaires.groupings.find((each) => each.id === id)?.name ?? { 'zh-CN': id, en: id }
}

/** Questions on the wire. */
export function questionsShown({ questions }: Questionnaire) {
  return questions.map((question) => ({
    id: question.id,
    kind: question.kind,
    name: question.name,
    hint: question.hint ?? null,
    ends: question.kind === 'scale' ? { low: question.low, high: question.high } : null,
    options: 'options' in question ? question.options : [],
  }))
}
