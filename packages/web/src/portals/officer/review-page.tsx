/**
 * One case on a registrar's desk: the sixteen checks, the answers, the decision with its reason.
 */

import { useState } from 'react'
import { useLocation } from 'wouter'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { AnswerList } from '../../features/registration/index.ts'
import { TextField } from '../../ui/field.tsx'
import { Light } from '../../ui/light.tsx'
import { Awaited } from '../../ui/reading.tsx'
import { Title } from '../../ui/title.tsx'
import { StaffShell } from './staff-shell.tsx'

type Review = CallOutput<'GET /api/registration/queue/:id'>

const outcomes = {
  pass: ['green', '通过'],
  wait: ['paused', '等待'],
  human: ['amber', '人工'],
  reject: ['red', '不符'],
} as const

export function ReviewPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/registration/queue/:id', { params: { id } })
  return (
    <StaffShell>
      <Awaited reading={reading}>{(review) => <Desk review={review} />}</Awaited>
    </StaffShell>
  )
}

function Desk({ review: { application, checks } }: { readonly review: Review }) {
  return (
    <>
      <Title>{`审查 ${application.number}`}</Title>
      <div className="split">
        <section className="sheet">
          <h2>申请内容</h2>
          <AnswerList application={application} editable={false} />
        </section>
        <section className="sheet">
          <h2>检查结果</h2>
          <ul className="rows">
            {checks.map((check) => (
              <li key={check.id}>
                <span>
                  {check.id} {check.title}
                  {check.because.map((reason) => (
                    <small className="hint" key={reason.code}>
                      {reason.text}
                    </small>
                  ))}
                </span>
                <Light colour={outcomes[check.outcome][0]}>{outcomes[check.outcome][1]}</Light>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Decision id={application.id} />
    </>
  )
}

function Decision({ id }: { readonly id: string }) {
  const [, navigate] = useLocation()
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<string>()
  async function decide(outcome: 'approved' | 'refused') {
    const answer = await call('POST /api/registration/queue/:id/decision', {
      params: { id },
      body: { outcome, reason },
    })
    if (answer.ok) navigate('/work/registrar')
    else setRefusal(`${answer.problem.title}。${answer.problem.detail}`)
  }
  return (
    <section className="sheet">
      <h2>决定</h2>
      {refusal !== undefined && (
        <div className="notice bad" role="alert">
          {refusal}
        </div>
      )}
      <TextField
        id="reason"
        label="理由"
        hint="写明事实和依据，至少 4 个字"
        value={reason}
        onChange={setReason}
      />
      <div className="actions">
        <button className="button" type="button" onClick={() => void decide('approved')}>
          准予登记
        </button>
        <button className="button grave" type="button" onClick={() => void decide('refused')}>
          不予登记
        </button>
      </div>
    </section>
  )
}
