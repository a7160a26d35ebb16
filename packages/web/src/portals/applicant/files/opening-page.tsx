/**
 * Opening a case straight from the guide of a service: the few facts that decide which papers it asks for.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { useWord } from '../../../features/cases/index.ts'
import { useLink } from '../../../page.tsx'
import { casesZhCN } from '../../../texts/cases-zh-cn.ts'
import { ChoiceField, TextField } from '../../../ui/field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Awaited, signInAddress } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'

type Opening = CallOutput<'GET /api/services/:id/opening'>
type Question = Opening['questions'][number]
type Known = Record<string, string | number | boolean>
type Facts = Readonly<Record<string, string>>

export function OpeningPage() {
  const service = new URLSearchParams(useSearch()).get('service') ?? ''
  const { opening: texts } = casesZhCN
  const reading = useApi('GET /api/services/:id/opening', { params: { id: service } })
  return (
    <Shell back={`/services/${service}`}>
      <Title>{texts.title}</Title>
      <Awaited reading={reading}>
        {(opening) => (opening.online ? <Begin opening={opening} /> : <p>{texts.offline}</p>)}
      </Awaited>
    </Shell>
  )
}

function Begin({ opening }: { readonly opening: Opening }) {
  const { opening: texts } = casesZhCN
  const word = useWord()
  const link = useLink()
  const [, navigate] = useLocation()
  const session = useApi('GET /api/session')
  const [facts, setFacts] = useState<Facts>({})
  const [problem, setProblem] = useState<ProblemDocument>()
  const name = word(opening.service.name)
  async function begin() {
    const body = { service: opening.service.id, facts: knownOf(opening.questions, facts) }
    const answer = await call('POST /api/cases', { body })
    if (answer.ok) navigate(link(`/my/files/${answer.value.id}`))
    else setProblem(answer.problem)
  }
  if (session.state === 'ready' && !session.value.signedIn)
    return (
      <>
        <p className="lead">{texts.direct(name)}</p>
        <a className="button" href={signInAddress()}>
          {casesZhCN.opening.begin}
        </a>
      </>
    )
  return (
    <>
      <p className="lead">{opening.questions.length > 0 ? texts.lead(name) : texts.direct(name)}</p>
      <ProblemNotice problem={problem} />
      {opening.questions.map((question) => (
        <FactField
          key={question.id}
          question={question}
          value={facts[question.id] ?? ''}
          onChange={(value) => setFacts({ ...facts, [question.id]: value })}
        />
      ))}
      {opening.questions.length > 0 && <p className="hint">{texts.later}</p>}
      <div className="actions">
        <button className="button" type="button" onClick={() => void begin()}>
          {texts.begin}
        </button>
        <Link className="button quiet" href={link(`/services/${opening.service.id}`)}>
          {texts.back}
        </Link>
      </div>
    </>
  )
}

interface FactFieldProps {
  readonly question: Question
  readonly value: string
  readonly onChange: (value: string) => void
}

function FactField({ question, value, onChange }: FactFieldProps) {
  const { opening: texts } = casesZhCN
  const word = useWord()
  const { id, type, choices, hint, unit } = question
  const own = {
    id,
    label: word(question.question),
    onChange,
    ...(hint === null ? {} : { hint: word(hint) }),
  }
  if (type === 'number')
    return (
      <TextField
        {...own}
        short
        value={value}
        input={{ inputMode: 'decimal' }}
        {...(unit === null ? {} : { suffix: word(unit) })}
      />
    )
  const options =
    type === 'boolean'
      ? [
          { value: 'yes', label: texts.yes },
          { value: 'no', label: texts.no },
        ]
      : choices.map((choice) => ({ value: choice.value, label: word(choice.name) }))
  return <ChoiceField {...own} value={value} options={[...options, { value: '', label: texts.unknown }]} />
}

/** What is known of the facts; what nobody knows is left out, and the paper it decides is asked for. */
function knownOf(questions: readonly Question[], facts: Facts): Known {
  const known: Known = {}
  for (const { id, type } of questions) {
    const text = (facts[id] ?? '').trim()
    const value = type === 'boolean' ? text === 'yes' : type === 'number' ? Number(text) : text
    if (text !== '' && !Number.isNaN(value)) known[id] = value
  }
  return known
}
