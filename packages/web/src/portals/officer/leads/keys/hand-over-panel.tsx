/**
 * Handing leads over: every content key that is one's own is sealed here to the successor; somebody else confirms.
 */

import { Button } from 'antd'
import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Submit } from '../../department/acts/act-fields.tsx'
import { type OwnKey, openKeys, unlockRing, useKeyRing } from '../key-ring.ts'
import { refusedHere } from '../own-problem.ts'
import { PhraseField } from '../phrase-field.tsx'
import { SelectField } from '../select-field.tsx'
import { sealedOver } from './sealed-over.ts'

const texts = leadsTexts.handOver

type HandOvers = CallOutput<'GET /api/leads/hand-overs'>

export function HandOverPanel({ keys }: { readonly keys: readonly OwnKey[] }) {
  const reading = useApi('GET /api/leads/hand-overs')
  const again = reading.state === 'loading' ? () => undefined : reading.again
  return (
    <section className="staff-panel">
      <h2>{texts.title}</h2>
      <p className="lead-hint">{texts.lead}</p>
      <Awaited reading={reading}>
        {({ handOvers, successors }) => (
          <>
            {keys.length > 0 && <HandOverForm keys={keys} successors={successors} again={again} />}
            <h3>{texts.list}</h3>
            {handOvers.length === 0 && <p>{texts.none}</p>}
            <ul className="lead-lines">
              {handOvers.map((one) => (
                <HandOver key={one.id} handOver={one} again={again} />
              ))}
            </ul>
          </>
        )}
      </Awaited>
    </section>
  )
}

interface FormProps {
  readonly keys: readonly OwnKey[]
  readonly successors: HandOvers['successors']
  readonly again: () => void
}

function HandOverForm({ keys, successors, again }: FormProps) {
  const [to, setTo] = useState('')
  const [phrase, setPhrase] = useState('')
  const [sealed, setSealed] = useState<number>()
  const ring = useKeyRing()
  const act = useCaseAct()
  async function seal() {
    const done = await act.run(() => handOver(keys, to, phrase))
    if (done === undefined) return
    setSealed(done)
    again()
  }
  return (
    <>
      <SelectField
        id="successor"
        label={texts.to}
        value={to}
        options={successors.map(({ keyId, holder }) => ({ id: keyId, name: holder }))}
        placeholder={leadsTexts.handling.choose}
        onChange={setTo}
      />
      {ring.length === 0 && (
        <PhraseField id="hand-over-phrase" label={texts.phrase} value={phrase} onChange={setPhrase} />
      )}
      <Submit act={act} label={texts.submit} disabled={to === ''} onSubmit={() => void seal()} />
      <p role="status">{sealed === undefined ? '' : texts.done(sealed)}</p>
    </>
  )
}

async function handOver(keys: readonly OwnKey[], to: string, phrase: string) {
  if (openKeys().length === 0 && (await unlockRing(keys, phrase)) === 0)
    return refusedHere(leadsTexts.opening.wrong)
  const draft = await call('GET /api/leads/hand-overs/draft', { query: { to } })
  if (!draft.ok) return draft
  const { wraps, shares } = await sealedOver(draft.value, to, openKeys())
  if (wraps.length === 0) return refusedHere(texts.nothing)
  const kept = await call('POST /api/leads/hand-overs', { body: { to, wraps, shares } })
  return kept.ok ? { ok: true as const, value: wraps.length } : kept
}

interface HandOverProps {
  readonly handOver: HandOvers['handOvers'][number]
  readonly again: () => void
}

function HandOver({ handOver: one, again }: HandOverProps) {
  const { id, from, to, leads, proposedOn, confirmedOn, confirmedBy, mayConfirm } = one
  const act = useCaseAct()
  async function confirm(retires: 'keep' | 'retire') {
    const done = await act.run(() =>
      call('POST /api/leads/hand-overs/:id/confirmation', { params: { id }, body: { retires } }),
    )
    if (done !== undefined) again()
  }
  return (
    <li>
      <b>{texts.line(from, to, leads)}</b>
      <p className="lead-hint">
        {confirmedOn === null || confirmedBy === null
          ? texts.proposed(dayText(proposedOn))
          : texts.confirmed(dayText(confirmedOn), confirmedBy)}
      </p>
      {mayConfirm === 'own' && <p>{texts.own}</p>}
      {mayConfirm === 'yes' && (
        <div className="act-buttons">
          <Button type="primary" loading={act.busy} onClick={() => void confirm('keep')}>
            {texts.keep}
          </Button>
          <Button disabled={act.busy} onClick={() => void confirm('retire')}>
            {texts.retire}
          </Button>
        </div>
      )}
      <ProblemNotice problem={act.refusal} />
    </li>
  )
}
