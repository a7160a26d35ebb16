/**
 * Questionnaires as the zone wrote them, and the rules of their rounds. A question that no kind fits, and an option that is
 * offered twice, close the house.
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isPlainId } from '@guanjia/core/kernel'
import {
  array,
  boolean,
  enum as choice,
  discriminatedUnion,
  int,
  literal,
  object,
  type output,
  string,
} from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const wording = object({ 'zh-CN': string(), en: string() })
const id = string().refine(isPlainId)
const listed = object({ id, name: wording })
const mark = choice(['S', 'G', 'U'])
const figure = object({ value: int().min(1), unit: string(), source: string().min(1), mark })

const asked = { id, name: wording, hint: wording.optional() }
const options = array(listed).min(2)
const question = discriminatedUnion('kind', [
  object({ ...asked, kind: literal('scale'), low: wording, high: wording }),
  object({ ...asked, kind: literal('choice'), options }),
  object({ ...asked, kind: literal('several'), options }),
  object({ ...asked, kind: literal('text') }),
])

const questionnaire = object({
  id,
  source: string().min(1),
  mark,
  name: wording,
  lead: wording,
  /** the question whose answer is the topic of an issue */
  topic: id,
  questions: array(question).min(1),
})

const grouping = discriminatedUnion('by', [
  object({
    id,
    name: wording,
    by: literal('age'),
    groups: array(listed.extend({ belowYears: int().min(1).optional() })).min(2),
  }),
  object({
    id,
    name: wording,
    by: literal('form'),
    groups: array(listed.extend({ is: literal('enterprise').optional() })).min(2),
  }),
])

const rulesFile = object({
  invitedForEachPlace: figure,
  remindBefore: figure,
  openLink: object({ value: boolean(), unit: string(), source: string().min(1), mark }),
  groupings: array(grouping).min(1),
})

/** A questionnaire. */
export type Questionnaire = output<typeof questionnaire>

/** Everything questionnaires ask of the content. */
export interface QuestionnairesContent extends output<typeof rulesFile> {
  readonly questionnaires: readonly Questionnaire[]
}

/** Reads `questionnaires/` and `feedback/questionnaires.yaml` of a zone. */
export function readQuestionnairesContent(contentFolder: string): QuestionnairesContent {
  const read = (path: string): unknown => readContentFile(join(contentFolder, path))
  const files = readdirSync(join(contentFolder, 'questionnaires')).filter((name) => name.endsWith('.yaml'))
  const questionnaires = files.toSorted().map((name) => questionnaire.parse(read(`questionnaires/${name}`)))
  demandOnce('questionnaires', questionnaires)
  for (const each of questionnaires) {
    demandOnce(`questionnaires: ${each.id}`, each.questions)
    const topic = each.questions.find((question) => question.id === each.topic)
    if (topic?.kind !== 'choice') throw new Error(`questionnaires: ${each.id} names no choice ${each.topic}`)
  }
  return { ...rulesFile.parse(read('feedback/questionnaires.yaml')), questionnaires }
}

function demandOnce(place: string, among: readonly { readonly id: string }[]): void {
  const ids = among.map((each) => each.id)
  const twice = ids.find((each, at) => ids.indexOf(each) !== at)
  if (twice !== undefined) throw new Error(`${place}: ${twice} stands there twice`)
}
