/**
 * Handing leads over: every content key that is one's own is sealed here to the successor. What no open key fits is told
 * before anything is sent, and stays behind for a written reason alone.
 */

import { useState } from 'react'
import { type Called, type CallOutput, call } from '../../../../api/call.ts'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'
import { type OwnKey, openKeys, unlockRing, useKeyRing } from '../key-ring.ts'
import { refusedHere } from '../own-problem.ts'
import { PhraseField } from '../phrase-field.tsx'
import { SelectField } from '../select-field.tsx'
import { type LeftOut, sealedOver } from './sealed-over.ts'

const texts = leadsTexts.handOver

interface FormProps {
  readonly keys: readonly OwnKey[]
  readonly successors: CallOutput<'GET /api/leads/hand-overs'>['successors']
  readonly again: () => void
}

export function HandOverForm({ keys, successors, again }: FormProps) {
  const [to, setTo] = useState('')
  const [phrase, setPhrase] = useState('')
  const [reason, setReason] = useState('')
  const [leftOut, setLeftOut] = useState<LeftOut>()
  const [sealed, setSealed] = useState<number>()
  const ring = useKeyRing()
  const act = useCaseAct()
  async function seal() {
    const leavesOut = leftOut === undefined || reason.trim() === '' ? null : reason
    const done = await act.run(() => handOver({ keys, to, phrase, leavesOut }))
    if (done === undefined) return
    setPhrase('')
    setSealed(done.sealed)
    setLeftOut(done.leftOut)
    if (done.leftOut === undefined) again()
  }
  const areClosed = ring.length < keys.length
  return (
    <>
      <SelectField
        id="successor"
        label={texts.to}
        value={to}
        options={successors.map(({ keyId, holder }) => ({ id: keyId, name: holder }))}
        placeholder={leadsTexts.handling.choose}
        onChange={(id) => {
          setTo(id)
          setLeftOut(undefined)
        }}
      />
      {(ring.length === 0 || (leftOut !== undefined && areClosed)) && (
        <PhraseField id="hand-over-phrase" label={texts.phrase} value={phrase} onChange={setPhrase} />
      )}
      {leftOut !== undefined && <LeftOutNotice leftOut={leftOut} areClosed={areClosed} />}
      {leftOut !== undefined && (
        <LineField id="hand-over-reason" label={texts.reason} value={reason} onChange={setReason} />
      )}
      <Submit
        act={act}
        label={leftOut === undefined || reason.trim() === '' ? texts.submit : texts.submitRest}
        disabled={to === ''}
        onSubmit={() => void seal()}
      />
      <p role="status">{sealed === undefined ? '' : texts.done(sealed)}</p>
    </>
  )
}

/** What no open key fitted: nothing was handed over yet. */
function LeftOutNotice({ leftOut, areClosed }: { readonly leftOut: LeftOut; readonly areClosed: boolean }) {
  return (
    <p role="alert" className="lead-left-out">
      {texts.leftOut(leftOut.envelopes, leftOut.names)}
      {areClosed ? texts.openOthers : texts.sayWhy}
    </p>
  )
}

/** What a try came to: sealed, or told what it would leave out. */
interface Tried {
  readonly sealed?: number
  readonly leftOut?: LeftOut
}

interface HandOverWish {
  readonly keys: readonly OwnKey[]
  readonly to: string
  readonly phrase: string
  /** why what no open key fits is left out */
  readonly leavesOut: string | null
}

/** Hands over; what no open key fits is told first, and left out for a reason alone. */
async function handOver({ keys, to, phrase, leavesOut }: HandOverWish): Promise<Called<Tried>> {
  const opens = phrase === '' && openKeys().length > 0 ? 1 : await unlockRing(keys, phrase)
  if (opens === 0) return refusedHere(leadsTexts.opening.wrong)
  const draft = await call('GET /api/leads/hand-overs/draft', { query: { to } })
  if (!draft.ok) return draft
  const { wraps, shares, leftOut } = await sealedOver(draft.value, to, openKeys())
  const isWhole = leftOut.envelopes + leftOut.names === 0
  if (!isWhole && leavesOut === null) return { ok: true, value: { leftOut } }
  if (wraps.length === 0) return refusedHere(texts.nothing)
  const kept = await call('POST /api/leads/hand-overs', { body: { to, wraps, shares, leavesOut } })
  return kept.ok ? { ok: true, value: { sealed: wraps.length } } : kept
}
