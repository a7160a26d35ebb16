/**
 * What stands in the form of a questionnaire, as it is sent, and what is missing of it.
 */

import type { CallOutput } from '../../../api/call.ts'
import type { Language } from '../../../page.tsx'
import type { SurveyTexts } from '../../../texts/survey-zh-cn.ts'
import type { FieldFaultText } from '../../../ui/field.tsx'

type Survey = Pick<CallOutput<'GET /api/survey/:token'>, 'grouping' | 'questions'>

/** A form as the API takes it. */
export interface SentAnswers {
  readonly group?: string
  readonly answers: Readonly<Record<string, string | string[]>>
  readonly reply?: { readonly phone: string }
}

/** fields that are no answers */
const own = new Set(['group', 'wants-reply', 'phone'])

/** The answers in a form; what was ticked more than once is a list. */
export function answersIn(form: FormData): SentAnswers {
  const textsOf = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  const names = [...new Set(form.keys())].filter((name) => !own.has(name))
  const [group] = textsOf('group')
  const [phone = ''] = textsOf('phone')
  return {
    answers: Object.fromEntries(
      names.map((name) => {
        const values = textsOf(name)
        return [name, values.length > 1 ? values : (values[0] ?? '')]
      }),
    ),
    ...(group === undefined ? {} : { group }),
    ...(form.has('wants-reply') ? { reply: { phone: phone.trim() } } : {}),
  }
}

const phoneForm = /^\+?[\d -]{7,20}$/

interface Wording {
  readonly texts: SurveyTexts['faults']
  readonly language: Language
}

/** What has to be mended before it is sent, in the order of the page. */
export function faultsOf(
  { grouping, questions }: Survey,
  { group, answers, reply }: SentAnswers,
  { texts, language }: Wording,
): readonly FieldFaultText[] {
  const isMissing = ({ id, kind }: Survey['questions'][number]) =>
    (kind === 'scale' || kind === 'choice') && (answers[id] ?? '') === ''
  const written = questions.filter(({ kind }) => kind === 'text')
  const isSilent = written.every(({ id }) => String(answers[id] ?? '').trim() === '')
  return [
    ...(grouping !== null && group === undefined ? [{ field: 'group', text: texts.group }] : []),
    ...questions
      .filter(isMissing)
      .map(({ id, name }) => ({ field: id, text: texts.missing(name[language]) })),
    ...(reply !== undefined && isSilent ? [{ field: written[0]?.id ?? 'phone', text: texts.words }] : []),
    ...(reply !== undefined && !phoneForm.test(reply.phone) ? [{ field: 'phone', text: texts.phone }] : []),
  ]
}
