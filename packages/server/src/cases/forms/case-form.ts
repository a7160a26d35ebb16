/**
 * The form of a case: the questions of every case, and those in place of the papers this case asks for.
 */

import type * as contract from '@guanjia/contract/cases'
import type { RouteOutput } from '@guanjia/contract/route'
import {
  type AnsweredPaper,
  answeredPapers,
  type CaseState,
  isAnswered,
  openCorrection,
} from '@guanjia/core/cases'
import type { Catalogue, ProjectAttribute, Wording } from '@guanjia/core/catalogue'
import type { CasesPorts } from '../cases-ports.ts'
import { correctionAskedAt } from '../evidence/attachment-commands.ts'
import type { CaseFacts, CaseRow } from '../store/cases-tables.ts'

type Form = RouteOutput<typeof contract.readCaseForm>

/** The questions that this case asks. */
export function papersToAnswer(
  { content }: Pick<CasesPorts, 'content'>,
  { service }: CaseState,
): readonly AnsweredPaper[] {
  const asked = new Set(
    service.requirements.filter(({ source }) => source === 'applicant').map(({ id }) => id),
  )
  return content.forms.papers.filter(({ evidence }) => evidence === null || asked.has(evidence))
}

/** The papers that the answers of a case are. */
export function papersAnswered(ports: Pick<CasesPorts, 'content'>, row: CaseRow): readonly string[] {
  return answeredPapers(papersToAnswer(ports, row.state), row.answers)
}

/** The form with what is answered. */
export async function viewForm(ports: CasesPorts, row: CaseRow): Promise<Form> {
  const { state, answers, answers_version } = row
  const names = new Map(state.service.requirements.map(({ id, name }) => [id, name]))
  const published = await ports.catalogue.current()
  const renewed = await isSavedSinceAsked(ports, row)
  return {
    sections: papersToAnswer(ports, state).map((paper) => ({
      requirement: paper.evidence,
      name: paper.evidence === null ? null : (names.get(paper.evidence) ?? null),
      questions: paper.questions.map((question) => ({ ...question, choices: [...question.choices] })),
      answered: isAnswered(paper, answers),
      renewed,
    })),
    answersVersion: answers_version,
    facts: published === undefined ? [] : factsGiven(published.catalogue, answers),
  }
}

/** Whether answers were saved since the correction that runs was asked for. */
export async function isSavedSinceAsked(
  { database }: Pick<CasesPorts, 'database'>,
  { id, state, answers_saved_at: savedAt }: CaseRow,
): Promise<boolean> {
  if (savedAt === null || openCorrection(state) === undefined) return false
  return savedAt >= (await correctionAskedAt(database, id))
}

const yes: Wording = { 'zh-CN': '是', en: 'Yes' }
const no: Wording = { 'zh-CN': '否', en: 'No' }

function factsGiven({ attributes }: Catalogue, answers: CaseFacts): Form['facts'] {
  return attributes.flatMap((attribute) => {
    const { id, name } = attribute
    const value = answers[id]
    return value === undefined ? [] : [{ id, name, value: factWords(attribute, value) }]
  })
}

function factWords({ choices, unit }: ProjectAttribute, value: CaseFacts[string]): Wording {
  if (typeof value === 'boolean') return value ? yes : no
  const chosen = choices.find((each) => each.value === value)?.name
  if (chosen !== undefined) return chosen
  const units = Object.entries(unit ?? { 'zh-CN': '', en: '' })
  return Object.fromEntries(units.map(([language, text]) => [language, `${value} ${text}`.trim()]))
}
