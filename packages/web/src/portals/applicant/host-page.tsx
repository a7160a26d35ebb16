/**
 * What a hosting organisation sees behind its link: who has filed which seat, and two answers.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { useHostingTexts } from '../../features/registration/index.ts'
import { TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { TitleBlock } from '../../ui/title-block.tsx'
import { useMoments } from '../../ui/use-moments.ts'
import { Words } from '../../ui/words.tsx'

type Filing = CallOutput<'GET /api/registration/hosting/:token'>
type State = Filing['state']

export function HostPage({ token }: { readonly token: string }) {
  const reading = useApi('GET /api/registration/hosting/:token', { params: { token } })
  return (
    <Shell>
      <Awaited reading={reading}>{(filing) => <Question filing={filing} token={token} />}</Awaited>
    </Shell>
  )
}

function Question({ filing, token }: { readonly filing: Filing; readonly token: string }) {
  const texts = useHostingTexts()
  const { moment } = useMoments()
  const [state, setState] = useState<State>(filing.state)
  return (
    <>
      <Title>{state === 'asked' ? texts.titles[filing.occasion] : texts.answered[state]}</Title>
      <div className="whole-lines">
        <TitleBlock
          cells={[
            { label: texts.company, value: <Words>{filing.company}</Words> },
            { label: texts.host, value: <Words>{filing.host}</Words> },
            { label: texts.seats[filing.occasion], value: <Words>{filing.address}</Words> },
            { label: texts.askedAts[filing.occasion], value: moment(filing.askedAt) },
          ]}
        />
      </div>
      {state === 'asked' ? (
        <Answer occasion={filing.occasion} token={token} onAnswer={setState} />
      ) : (
        <p>{texts.thanks}</p>
      )}
    </>
  )
}

interface AnswerProps {
  readonly occasion: Filing['occasion']
  readonly token: string
  readonly onAnswer: (state: State) => void
}

function Answer({ occasion, token, onAnswer }: AnswerProps) {
  const texts = useHostingTexts()
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [faults, setFaults] = useState<{ readonly name?: string; readonly reason?: string }>({})
  const [problem, setProblem] = useState<ProblemDocument>()
  async function answer(outcome: 'confirmed' | 'refused') {
    const found = {
      ...(name.trim().length < 2 ? { name: texts.nameMissing } : {}),
      ...(outcome === 'refused' && reason.trim().length < 4 ? { reason: texts.reasonMissing } : {}),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const body = outcome === 'confirmed' ? { outcome, name } : { outcome, name, reason }
    const sent = await call('POST /api/registration/hosting/:token', { params: { token }, body })
    setProblem(sent.ok ? undefined : sent.problem)
    if (sent.ok) onAnswer(sent.value.state)
  }
  return (
    <>
      <p>{texts.lead}</p>
      <ProblemNotice problem={problem} />
      <TextField
        id="host-name"
        label={texts.name}
        fault={faults.name}
        value={name}
        onChange={setName}
        input={{ autoComplete: 'name', maxLength: 50 }}
      />
      <div className="actions">
        <button className="button" type="button" onClick={() => void answer('confirmed')}>
          {texts.confirm}
        </button>
      </div>
      <section className="sheet apart" aria-labelledby="host-refuse">
        <h2 id="host-refuse">{texts.refuseTitle}</h2>
        <TextField
          id="host-reason"
          label={texts.reasonLabel}
          hint={texts.reasonHints[occasion]}
          fault={faults.reason}
          value={reason}
          onChange={setReason}
          input={{ maxLength: 500 }}
        />
        <button className="button quiet" type="button" onClick={() => void answer('refused')}>
          {texts.refuse}
        </button>
      </section>
    </>
  )
}
