/**
 * Second half of a correction: what stands on the licence beside what shall stand there; another lead confirms it or says why
 * not.
 */

import { useState } from 'react'
import { type CallOutput, call } from '../../../api/call.ts'
import { registrationZhCN } from '../../../texts/registration-zh-cn.ts'
import { staffTexts } from '../../../texts/staff-zh-cn.ts'
import { TextField } from '../../../ui/field.tsx'
import { momentText } from '../../../ui/moment.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useSending } from './use-sending.ts'

type Review = CallOutput<'GET /api/registration/queue/:id'>
type Proposal = NonNullable<Review['correction']>

const texts = staffTexts.afterwards

interface WaitingProps {
  readonly id: string
  readonly correction: Proposal
  readonly again: () => void
}

export function WaitingCorrection({ id, correction, again }: WaitingProps) {
  const [reason, setReason] = useState('')
  const { problem, done, send } = useSending()
  const isReady = correction.host === null || correction.host.state === 'confirmed'
  async function confirm() {
    const sending = call('POST /api/registration/applications/:id/correction/confirm', { params: { id } })
    if (await send(sending, ({ licence }) => texts.corrected(licence.number))) again()
  }
  async function reject() {
    const sending = call('POST /api/registration/applications/:id/correction/reject', {
      params: { id },
      body: { reason },
    })
    if (await send(sending, () => texts.rejected)) again()
  }
  return (
    <section className="sheet">
      <h2>{texts.waiting}</h2>
      <Change correction={correction} />
      <HostWord host={correction.host} />
      <ProblemNotice problem={problem} />
      {isReady && (
        <div className="actions">
          <button className="button" type="button" onClick={() => void confirm()}>
            {texts.confirmCorrection}
          </button>
        </div>
      )}
      <TextField id="reject-reason" label={texts.rejectReason} value={reason} onChange={setReason} />
      <button className="button quiet" type="button" onClick={() => void reject()}>
        {texts.rejectCorrection}
      </button>
      <p role="status">{done}</p>
    </section>
  )
}

/** What the host of the new seat has said; until it has, nothing can be confirmed. */
function HostWord({ host }: Pick<Proposal, 'host'>) {
  if (host === null) return null
  return (
    <p className="notice">
      {host.state === 'asked'
        ? texts.hostWaited(host.name, momentText(host.askedAt), momentText(host.dueAt))
        : texts.hostAgreed(host.name)}
    </p>
  )
}

/** The latest correction, where the host of its seat ended it, and what it said. */
export function EndedCorrection({ ended }: { readonly ended: Review['endedCorrection'] }) {
  if (ended === null) return null
  const { premises, host, reason, endedAt } = ended
  return (
    <p className="notice">
      {texts.ended(premises, momentText(endedAt))}
      {reason === null ? texts.hostSilent(host) : texts.hostRefused(host, reason)}
    </p>
  )
}

function Change({ correction }: { readonly correction: Proposal }) {
  const { wish, change, proposedBy, proposedAt, reason } = correction
  return (
    <dl className="answers">
      <div>
        <dt>{texts.field}</dt>
        <dd>{texts.fields[wish.field]}</dd>
      </div>
      <div>
        <dt>{texts.before}</dt>
        <dd>{change.before}</dd>
      </div>
      <div>
        <dt>{texts.after}</dt>
        <dd>
          <b>{change.after}</b>
          {wish.field === 'own-premises' && (
            <span className="hint">
              {registrationZhCN.seat.right}：{registrationZhCN.seat.rights[wish.right]}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{staffTexts.decision.reason}</dt>
        <dd>
          {reason}
          <span className="hint">{texts.waitingBy(proposedBy, momentText(proposedAt))}</span>
        </dd>
      </div>
    </dl>
  )
}
