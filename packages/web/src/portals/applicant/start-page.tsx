/**
 * Before the first question: how long it takes, what to have ready, who is decided at once.
 */

import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import {
  firstOpenPage,
  flowAddress,
  PaperGuide,
  registrationAddress,
  type Situation,
  SpecialTicks,
} from '../../features/registration/index.ts'
import { useLink, useTexts } from '../../page.tsx'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { ChoiceField } from '../../ui/field.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { useMoments } from '../../ui/use-moments.ts'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { Words } from '../../ui/words.tsx'

export function StartPage() {
  const { start, business } = useTexts()
  const link = useLink()
  const session = useApi('GET /api/session')
  const signedIn = session.state === 'ready' && session.value.signedIn
  return (
    <Shell>
      <Title>{start.title}</Title>
      <p className="lead">{start.lead}</p>
      {signedIn ? (
        <Begin />
      ) : (
        <p>
          <a className="button" href={`/api/session/login?to=${link('/apply/company')}`}>
            {start.signInFirst}
          </a>
        </p>
      )}
      <h2>{start.needTitle}</h2>
      <ul>
        {start.need.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <PaperGuide />
      <h2>{start.timeTitle}</h2>
      <p>{start.time}</p>
      <h2>{start.whoTitle}</h2>
      <p>{business.whoText}</p>
    </Shell>
  )
}

function Begin() {
  const { start } = useTexts()
  const { kind: texts } = useRegistrationTexts()
  const link = useLink()
  const problemText = useProblemText()
  const [, navigate] = useLocation()
  const [kind, setKind] = useState<'LLC' | 'IND'>('LLC')
  const [special, setSpecial] = useState<Situation[]>([])
  const [refusal, setRefusal] = useState<string>()
  async function begin() {
    const body = kind === 'LLC' ? { kind, special } : { kind }
    const answer = await call('POST /api/registration/applications', { body })
    if (answer.ok) navigate(link(flowAddress('name', answer.value.id)))
    else setRefusal(problemText(answer.problem))
  }
  return (
    <>
      <Drafts />
      {refusal !== undefined && (
        <div className="notice bad" role="alert">
          {refusal}
        </div>
      )}
      <ChoiceField
        id="kind"
        label={texts.question}
        options={[
          { value: 'LLC', label: texts.LLC, hint: texts.LLCHint },
          { value: 'IND', label: texts.IND, hint: texts.INDHint },
        ]}
        value={kind}
        onChange={(value) => setKind(value === 'IND' ? 'IND' : 'LLC')}
      />
      {kind === 'LLC' && <SpecialTicks chosen={special} choose={setSpecial} />}
      <button className="button" type="button" onClick={() => void begin()}>
        {start.begin}
      </button>
    </>
  )
}

function Drafts() {
  const { start, join } = useTexts()
  const link = useLink()
  const { moment } = useMoments()
  const reading = useApi('GET /api/registration/applications')
  if (reading.state !== 'ready') return null
  const drafts = reading.value.applications.filter(({ stage }) => stage === 'draft' || stage === 'signing')
  if (drafts.length === 0) return null
  return (
    <div className="notice">
      <p>
        <strong>{start.drafts}</strong>
      </p>
      <ul>
        {drafts.slice(0, 3).map((draft) => (
          <li key={draft.id}>
            <Link href={link(registrationAddress(draft))}>
              <Words>{join.labelled(start.resume, draft.name ?? draft.number)}</Words>
            </Link>{' '}
            <small>{moment(draft.updatedAt)}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Goes on where the applicant left off, on whatever device. */
export function ResumePage() {
  const id = new URLSearchParams(useSearch()).get('id') ?? ''
  const [, navigate] = useLocation()
  const { site } = useTexts()
  const link = useLink()
  const reading = useApi('GET /api/registration/applications/:id', { params: { id } })
  if (reading.state === 'ready') {
    const { stage, tasks } = reading.value
    const page = stage === 'draft' ? firstOpenPage(tasks) : stage === 'signing' ? 'sign' : 'done'
    queueMicrotask(() => navigate(link(flowAddress(page, id)), { replace: true }))
  }
  return (
    <Shell>
      <p role="status">{site.loading}</p>
    </Shell>
  )
}
