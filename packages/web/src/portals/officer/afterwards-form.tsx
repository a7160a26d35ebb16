/**
 * What may follow a registration: a clerical fault corrected, or a revocation that two people want.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { type Called, type CallOutput, call } from '../../api/call.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'

type Application = CallOutput<'GET /api/registration/queue/:id'>['application']
type Field = keyof typeof staffTexts.afterwards.fields

const texts = staffTexts.afterwards

interface AfterwardsProps {
  readonly application: Application
  /** reads the case afresh */
  readonly again: () => void
}

export function Afterwards({ application, again }: AfterwardsProps) {
  if (application.stage === 'revocation-proposed') return <Confirmation id={application.id} again={again} />
  if (application.stage === 'revoked')
    return (
      <p className="notice bad" role="status">
        {texts.revoked}
      </p>
    )
  if (application.stage !== 'approved') return null
  return (
    <div className="split">
      <Correction id={application.id} again={again} />
      <Proposal id={application.id} again={again} />
    </div>
  )
}

interface PartProps {
  readonly id: string
  readonly again: () => void
}

/** Sends something, and keeps what was refused or done. */
function useSending() {
  const [problem, setProblem] = useState<ProblemDocument>()
  const [done, setDone] = useState<string>()
  async function send<T>(sending: Promise<Called<T>>, say: (value: T) => string): Promise<boolean> {
    const answer = await sending
    setProblem(answer.ok ? undefined : answer.problem)
    setDone(answer.ok ? say(answer.value) : undefined)
    return answer.ok
  }
  return { problem, done, send }
}

function Correction({ id, again }: PartProps) {
  const [field, setField] = useState<Field>('scope')
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const { problem, done, send } = useSending()
  async function correct() {
    const body = { field, value, reason }
    const sending = call('POST /api/registration/applications/:id/correction', { params: { id }, body })
    if (await send(sending, ({ licence }) => texts.corrected(licence.number))) again()
  }
  const options = Object.entries(texts.fields).map(([name, label]) => ({ value: name, label }))
  return (
    <section className="sheet">
      <h2>{texts.correct}</h2>
      <p className="hint">{texts.correctHint}</p>
      <ProblemNotice problem={problem} />
      <SelectField
        id="field"
        label={texts.field}
        options={options}
        value={field}
        onChange={(chosen) => setField(chosen as Field)}
      />
      <TextField id="value" label={texts.value} value={value} onChange={setValue} />
      <TextField
        id="correction-reason"
        label={staffTexts.decision.reason}
        value={reason}
        onChange={setReason}
      />
      <button className="button quiet" type="button" onClick={() => void correct()}>
        {texts.submitCorrection}
      </button>
      <p role="status">{done}</p>
    </section>
  )
}

function Proposal({ id, again }: PartProps) {
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

function Confirmation({ id, again }: PartProps) {
  const { problem, done, send } = useSending()
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
      <p role="status">{done}</p>
    </section>
  )
}
