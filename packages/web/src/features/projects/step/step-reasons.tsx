/**
 * Why a step is in the network: the answers behind it, each with the way to change it, the rule as it is written, the
 * article.
 */

import { Link } from 'wouter'
import { useApi } from '../../../api/use-api.ts'
import { useLink, useTexts } from '../../../page.tsx'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { Words } from '../../../ui/words.tsx'
import { type Question, questionAddress } from '../questions/question-order.ts'
import { useProjectTexts } from '../use-project-texts.ts'
import type { ShownStep, Step } from './step-shown.ts'

export function StepReasons({ projectId, step }: ShownStep) {
  const { step: texts } = useProjectTexts()
  const asked = useApi('GET /api/projects/:id/questions', { params: { id: projectId } })
  const questions = asked.state === 'ready' ? asked.value.questions : []
  const read = new Set(step.because.flatMap(({ values }) => Object.keys(values)))
  const behind = questions.filter(({ attributes }) => attributes.some((attribute) => read.has(attribute)))
  const isAlways = step.because.every(({ expression }) => expression === 'true')
  return (
    <>
      {isAlways && <p>{texts.always}</p>}
      {behind.length > 0 && <AnswersBehind projectId={projectId} questions={behind} />}
      {step.because.map((reason) => (
        <Reason key={reason.expression} reason={reason} />
      ))}
    </>
  )
}

interface AnswersBehindProps {
  readonly projectId: string
  readonly questions: readonly Question[]
}

function AnswersBehind({ projectId, questions }: AnswersBehindProps) {
  const { step: texts } = useProjectTexts()
  const link = useLink()
  return (
    <dl className="answers">
      {questions.map(({ id, name, answer, state }) => (
        <div key={id}>
          <dt>
            <Words>{name}</Words>
          </dt>
          <dd>
            <Words>{answer ?? texts.toBeSettledShort}</Words>
            {state === 'unsure' && answer !== null && <span className="tag">{texts.toBeSettledShort}</span>}
          </dd>
          <dd>
            <Link href={link(questionAddress(projectId, id, true))}>
              {texts.change} <span className="visually-hidden">{name}</span>
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Reason({ reason: { expression, basis, mark } }: { readonly reason: Step['because'][number] }) {
  const { step: texts } = useProjectTexts()
  const { join } = useTexts()
  return (
    <>
      {basis !== '' && (
        <p>
          <Words>{join.labelled(texts.basis, basis)}</Words> <Unconfirmed mark={mark} />
        </p>
      )}
      {expression !== 'true' && (
        <details className="rule-text">
          <summary>{texts.rule}</summary>
          <code className="code">{expression}</code>
        </details>
      )}
    </>
  )
}
