/**
 * The name of a reporter: asked for with a reason, released by a keeper, opened here from two shares.
 */

import { type Identity, openSplit, parseIdentity, unwrapKey } from '@guanjia/core/leads'
import { useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { LineField, Submit } from '../../department/acts/act-fields.tsx'
import { openKeys } from '../key-ring.ts'
import { refusedHere } from '../own-problem.ts'

const texts = leadsTexts.identity

type Standing = CallOutput<'GET /api/leads/:id/identity-request'>
type SealedName = CallOutput<'POST /api/leads/:id/identity'>

export function IdentityPanel({ leadId }: { readonly leadId: string }) {
  const reading = useApi('GET /api/leads/:id/identity-request', { params: { id: leadId } })
  const { again } = reading
  return (
    <section className="staff-panel">
      <h2>{texts.title}</h2>
      <p className="lead-hint">{texts.lead}</p>
      <Awaited reading={reading}>
        {(standing) => <Request leadId={leadId} standing={standing} again={again} />}
      </Awaited>
    </section>
  )
}

interface RequestProps {
  readonly leadId: string
  readonly standing: Standing
  readonly again: () => void
}

function Request({ leadId, standing, again }: RequestProps) {
  const { state, openUntil } = standing
  if (state === 'waiting') return <p>{texts.waiting}</p>
  if (state === 'granted')
    return (
      <>
        {openUntil !== null && <p>{texts.until(dayText(openUntil))}</p>}
        <Name leadId={leadId} />
      </>
    )
  return (
    <>
      {state !== 'none' && <p>{texts[state]}</p>}
      <AskForm leadId={leadId} again={again} />
    </>
  )
}

function AskForm({ leadId, again }: Omit<RequestProps, 'standing'>) {
  const [reason, setReason] = useState('')
  const act = useCaseAct()
  async function ask() {
    if ((await act.run(() => askWithAnyKey(leadId, reason))) !== undefined) again()
  }
  return (
    <>
      <LineField id="identity-reason" label={texts.reason} value={reason} onChange={setReason} />
      <Submit act={act} label={texts.ask} disabled={reason.trim().length < 4} onSubmit={() => void ask()} />
    </>
  )
}

/** The share was sealed to the key that was in force when the report came in: the one among the open ones that has it. */
async function askWithAnyKey(leadId: string, reason: string) {
  const ask = (keyId: string) =>
    call('POST /api/leads/:id/identity-requests', { params: { id: leadId }, body: { reason, keyId } })
  const [first, ...rest] = openKeys().map(({ keyId }) => keyId)
  let answer = await ask(first ?? '')
  for (const keyId of rest) {
    if (answer.ok || answer.problem.code !== 'no-key-of-yours') return answer
    answer = await ask(keyId)
  }
  return answer
}

function Name({ leadId }: { readonly leadId: string }) {
  const [identity, setIdentity] = useState<Identity>()
  const act = useCaseAct()
  async function open() {
    const opened = await act.run(async () => {
      const answer = await call('POST /api/leads/:id/identity', { params: { id: leadId } })
      if (!answer.ok) return answer
      const name = await joined(leadId, answer.value)
      return name === undefined ? refusedHere(texts.broken) : { ok: true as const, value: name }
    })
    setIdentity(opened)
  }
  if (identity === undefined)
    return (
      <>
        <ProblemNotice problem={act.refusal} />
        <BusyButton busy={act.busy} onClick={() => void open()}>
          {texts.open}
        </BusyButton>
      </>
    )
  return (
    <dl className="lead-facts">
      {(['name', 'phone', 'address'] as const).map((field) => (
        <div key={field}>
          <dt>{texts[field]}</dt>
          <dd>{identity[field]}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The name from both shares; undefined where one of them does not open. */
async function joined(leadId: string, { content, own, released }: SealedName): Promise<Identity | undefined> {
  const place = { leadId, part: 'identity' } as const
  for (const opener of openKeys()) {
    const first = await unwrapKey(crypto, place, own, opener)
    const second = await unwrapKey(crypto, place, [released], opener)
    if (first === undefined || second === undefined) continue
    const plain = await openSplit(crypto, place, content, [first, second])
    const parsed = plain && parseIdentity(new TextDecoder().decode(plain))
    if (parsed?.ok === true) return parsed.value
  }
  return undefined
}
