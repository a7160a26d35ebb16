/**
 * Revoking a registration: one proposes, another confirms or says why not.
 */

import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { staffTexts } from '../../../texts/staff-zh-cn.ts'
import { TextField } from '../../../ui/field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useSending } from './use-sending.ts'

const texts = staffTexts.afterwards

interface RevocationProps {
  /** id of the application */
  readonly id: string
  readonly again: () => void
}

export function RevocationProposal({ id, again }: RevocationProps) {
  const [reason, setReason] = useState('')
  const { problem, done, send } = useSending()
  async function propose() {
    const sending = call('POST /api/registration/applications/:id/revocation', {
      params: { id },
      body: { reason },
    })
    if (await send(sending, () => texts.proposed)) again()
  }
  return (
    <section className="sheet">
      <h2>{texts.propose}</h2>
      <p className="hint">{texts.proposeHint}</p>
      <ProblemNotice problem={problem} />
      <TextField
        id="revocation-reason"
        label={staffTexts.decision.reason}
        value={reason}
        onChange={setReason}
      />
      <button className="button grave" type="button" onClick={() => void propose()}>
        {texts.submitProposal}
      </button>
      <p role="status">{done}</p>
    </section>
  )
}

export function RevocationConfirmation({ id, again }: RevocationProps) {
  const { problem, done, send } = useSending()
  const [reason, setReason] = useState('')
  async function reject() {
    const sending = call('POST /api/registration/applications/:id/revocation/reject', {
      params: { id },
      body: { reason },
    })
    if (await send(sending, () => texts.rejected)) again()
  }
  async function confirm() {
    const sending = call('POST /api/registration/applications/:id/revocation/confirm', { params: { id } })
    if (await send(sending, () => texts.revoked)) again()
  }
  return (
    <section className="sheet">
      <h2>{texts.confirm}</h2>
      <p className="hint">{texts.confirmHint}</p>
      <ProblemNotice problem={problem} />
      <button className="button grave" type="button" onClick={() => void confirm()}>
        {texts.submitConfirmation}
      </button>
      <TextField id="reject-reason" label={texts.rejectReason} value={reason} onChange={setReason} />
      <button className="button quiet" type="button" onClick={() => void reject()}>
        {texts.rejectRevocation}
      </button>
      <p role="status">{done}</p>
    </section>
  )
}
