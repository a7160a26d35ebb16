/**
 * The decision of a registrar: a reason, then one of two buttons; both have a key.
 */

import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../api/call.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'

const texts = staffTexts.decision

export function DecisionForm({ id }: { readonly id: string }) {
  const [, navigate] = useLocation()
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<Parameters<typeof ProblemNotice>[0]['problem']>()
  async function decide(outcome: 'approved' | 'refused') {
    const answer = await call('POST /api/registration/queue/:id/decision', {
      params: { id },
      body: { outcome, reason },
    })
    if (answer.ok) navigate('/work/registrar')
    else setRefusal(answer.problem)
  }
  return (
    <section className="sheet">
      <h2>{texts.title}</h2>
      <ProblemNotice problem={refusal} />
      <TextField
        id="reason"
        label={texts.reason}
        hint={texts.reasonHint}
        value={reason}
        onChange={setReason}
        input={{ maxLength: 1000 }}
      />
      <div className="actions">
        <button className="button" type="button" onClick={() => void decide('approved')}>
          {texts.approve}
        </button>
        <button className="button grave" type="button" onClick={() => void decide('refused')}>
          {texts.refuse}
        </button>
      </div>
    </section>
  )
}
