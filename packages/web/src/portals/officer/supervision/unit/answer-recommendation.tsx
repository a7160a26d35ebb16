/**
 * The unit's side of a recommendation: the receipt, then the written reply.
 */

import { useState } from 'react'
import { call } from '../../../../api/call.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit, WordsField } from '../../department/acts/act-fields.tsx'
import { Choice } from '../../lights/node-acts.tsx'
import type { RecommendationShown } from '../recommendations/recommendation-sheet.tsx'

const texts = supervisionTexts.unit

interface AnswerProps {
  readonly one: RecommendationShown
  readonly again: () => void
}

export function AnswerRecommendation({ one, again }: AnswerProps) {
  if (one.state === 'issued') return <Receive one={one} again={again} />
  return one.state === 'received' ? <ReplyForm one={one} again={again} /> : null
}

function Receive({ one: { id }, again }: AnswerProps) {
  const act = useCaseAct()
  async function receive() {
    const done = await act.run(() =>
      call('POST /api/supervision/recommendations/:id/receipt', { params: { id } }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <p className="supervision-hint">{texts.receiveLead}</p>
      <Submit act={act} label={texts.receive} onSubmit={() => void receive()} />
    </>
  )
}

function ReplyForm({ one: { id }, again }: AnswerProps) {
  const [stance, setStance] = useState<'adopted' | 'partly-adopted' | 'not-adopted'>('adopted')
  const [reply, setReply] = useState('')
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  async function send() {
    const body = { stance, reply, ...(reason.trim() === '' ? {} : { reason }) }
    const done = await act.run(() =>
      call('POST /api/supervision/recommendations/:id/reply', { params: { id }, body }),
    )
    if (done !== undefined) again()
  }
  return (
    <>
      <Choice
        label={texts.stance}
        value={stance}
        options={supervisionTexts.recommendations.stances}
        onChange={setStance}
      />
      <WordsField id={`reply-${id}`} label={texts.replyField} value={reply} onChange={setReply} />
      {stance !== 'adopted' && (
        <>
          <WordsField
            id={`reason-${id}`}
            label={texts.reasonField}
            rows={2}
            value={reason}
            onChange={setReason}
          />
          <p className="supervision-hint">{texts.reasonHint}</p>
        </>
      )}
      <Submit act={act} label={texts.send} disabled={reply.trim().length < 2} onSubmit={() => void send()} />
    </>
  )
}
