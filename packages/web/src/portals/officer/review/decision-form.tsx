/**
 * The decision of a registrar: a reason, then one of two buttons. Whoever refuses also names the check, the article and what
 * the applicant can do about it.
 */

import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../../api/call.ts'
import { staffTexts } from '../../../texts/staff-zh-cn.ts'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import type { Check } from './check-table.tsx'

const texts = staffTexts.decision

interface DecisionProps {
  readonly id: string
  readonly checks: readonly Check[]
  /** files that this registrar has not opened yet */
  readonly unread: number
}

/** What a refusal rests on. */
interface GroundAnswer {
  readonly check: Check['id']
  readonly article: string
  readonly mend: string
}

function articleOf({ because, article }: Check): string {
  return because[0]?.article ?? article
}

export function DecisionForm({ id, checks, unread }: DecisionProps) {
  const [, navigate] = useLocation()
  const [first = checks[0]] = checks.filter(({ outcome }) => outcome !== 'pass')
  const [reason, setReason] = useState('')
  const [ground, setGround] = useState<GroundAnswer>({
    check: first?.id ?? 'Q1',
    article: first === undefined ? '' : articleOf(first),
    mend: '',
  })
  const [refusal, setRefusal] = useState<Parameters<typeof ProblemNotice>[0]['problem']>()
  // what was said about papers is over once all of them were opened
  const isMended = refusal?.code === 'papers-unread' && unread === 0
  async function decide(outcome: 'approved' | 'refused') {
    const body = outcome === 'approved' ? { outcome, reason } : { outcome, reason, ...ground }
    const answer = await call('POST /api/registration/queue/:id/decision', { params: { id }, body })
    if (answer.ok) navigate('/work/registrar')
    else setRefusal(answer.problem)
  }
  return (
    <section className="sheet">
      <h2>{texts.title}</h2>
      <ProblemNotice problem={isMended ? undefined : refusal} />
      <TextField
        id="reason"
        label={texts.reason}
        hint={texts.reasonHint}
        value={reason}
        onChange={setReason}
        input={{ maxLength: 1000 }}
      />
      {unread > 0 && <p className="notice near">{staffTexts.papers.left(unread)}</p>}
      <div className="actions">
        <button className="button" type="button" onClick={() => void decide('approved')}>
          {texts.approve}
        </button>
      </div>
      <h3>{texts.refuseTitle}</h3>
      <Ground checks={checks} ground={ground} change={setGround} />
      <div className="actions">
        <button className="button grave" type="button" onClick={() => void decide('refused')}>
          {texts.refuse}
        </button>
      </div>
    </section>
  )
}

interface GroundProps {
  readonly checks: readonly Check[]
  readonly ground: GroundAnswer
  readonly change: (ground: GroundAnswer) => void
}

function Ground({ checks, ground, change }: GroundProps) {
  const { check, article, mend } = ground
  function choose(chosen: string) {
    const found = checks.find((one) => one.id === chosen)
    if (found !== undefined) change({ ...ground, check: found.id, article: articleOf(found) })
  }
  return (
    <>
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
        onChange={(value) => change({ ...ground, article: value })}
        input={{ maxLength: 200 }}
      />
      <TextField
        id="mend"
        label={texts.mend}
        hint={texts.mendHint}
        value={mend}
        onChange={(value) => change({ ...ground, mend: value })}
        input={{ maxLength: 1000 }}
      />
    </>
  )
}
