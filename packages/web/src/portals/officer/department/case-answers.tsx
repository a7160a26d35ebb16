/**
 * What was stated in a case, in the words it was asked in.
 */

import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { reviewTexts as texts } from '../../../texts/department-zh-cn.ts'
import type { CaseOnDesk } from './case-on-desk.ts'

type CaseForm = CallOutput<'GET /api/cases/:id/form'>

export function CaseAnswers({ subject: { id, answers } }: { readonly subject: CaseOnDesk }) {
  const form = useApi('GET /api/cases/:id/form', { params: { id } })
  if (Object.keys(answers).length === 0 || form.state !== 'ready') return null
  return (
    <section className="staff-panel">
      <h2>{texts.answers}</h2>
      <dl className="answer-list">
        {saidIn(form.value, answers).map(({ id: of, name, value }) => (
          <div key={of}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

interface Said {
  readonly id: string
  readonly name: string
  readonly value: string
}

/** Facts and answers in words, in the order they are asked; what nobody asks any more stands last as it was given. */
function saidIn({ facts, sections }: CaseForm, answers: CaseOnDesk['answers']): readonly Said[] {
  const known = facts.map(({ id, name, value }) => ({
    id,
    name: inChinese(name, id),
    value: inChinese(value, ''),
  }))
  const asked = sections
    .flatMap(({ questions }) => questions)
    .filter(({ id }) => id in answers)
    .map(({ id, label, choices }) => {
      const chosen = choices.find(({ value }) => value === answers[id])?.name
      return {
        id,
        name: inChinese(label, id),
        value: chosen === undefined ? plain(answers[id]) : inChinese(chosen, id),
      }
    })
  const said = [...known, ...asked]
  const others = Object.keys(answers).filter((id) => said.every((one) => one.id !== id))
  return [...said, ...others.map((id) => ({ id, name: id, value: plain(answers[id]) }))]
}

function inChinese(words: Readonly<Record<string, string>>, otherwise: string): string {
  return words['zh-CN'] ?? otherwise
}

function plain(value: CaseOnDesk['answers'][string] | undefined): string {
  return typeof value === 'boolean' ? texts.answerWords[value ? 'yes' : 'no'] : String(value ?? '')
}
