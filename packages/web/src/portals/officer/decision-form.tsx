/**
 * The decision of a registrar: a reason, then one of two buttons. Whoever refuses also names the check, the article and what
 * the applicant can do about it.
 */

import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../api/call.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { Check } from './check-table.tsx'

const texts = staffTexts.decision

interface DecisionProps {
  readonly id: string
  readonly checks: readonly Check[]
}

export function DecisionForm({ id, checks }: DecisionProps) {
  const [, navigate] = useLocation()
  const [first = checks[0]] = checks.filter(({ outcome }) => outcome !== 'pass')
  const [reason, setReason] = useState('')
  const [check, setCheck] = useState<Check['id']>(first?.id ?? 'Q1')
  const [article, setArticle] = useState(first?.because[0]?.article ?? first?.article ?? '')
  const [mend, setMend] = useState('')
  const [refusal, setRefusal] = useState<Parameters<typeof ProblemNotice>[0]['problem']>()
  async function decide(outcome: 'approved' | 'refused') {
    const body = outcome === 'approved' ? { outcome, reason } : { outcome, reason, check, article, mend }
    const answer = await call('POST /api/registration/queue/:id/decision', { params: { id }, body })
    if (answer.ok) navigate('/work/registrar')
    else setRefusal(answer.problem)
  }
  function choose(chosen: string) {
    const found = checks.find((one) => one.id === chosen)
    if (found === undefined) return
    setCheck(found.id)
    setArticle(found.because[0]?.article ?? found.article)
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
      </div>
      <h3>{texts.refuseTitle}</h3>
      <SelectField
        id="check"
        label={texts.check}
        options={checks.map((one) => ({ value: one.id, label: `${one.id} ${one.title}` }))}
        value={check}
        onChange={choose}
      />
      <TextField
        id="article"
        label={texts.article}
        hint={texts.articleHint}
        value={article}
        onChange={setArticle}
        input={{ maxLength: 200 }}
      />
      <TextField
        id="mend"
        label={texts.mend}
        hint={texts.mendHint}
        value={mend}
        onChange={setMend}
        input={{ maxLength: 1000 }}
      />
      <div className="actions">
        <button className="button grave" type="button" onClick={() => void decide('refused')}>
          {texts.refuse}
        </button>
      </div>
    </section>
  )
}
