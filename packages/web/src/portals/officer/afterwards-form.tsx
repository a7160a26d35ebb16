/**
 * What may follow a registration: a clerical fault corrected, or a revocation that two people want.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useState } from 'react'
import { type Called, type CallOutput, call } from '../../api/call.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { momentText } from '../../ui/moment.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { OwnPremisesForm } from './review/own-premises-form.tsx'

type Review = CallOutput<'GET /api/registration/queue/:id'>
type Application = Review['application']
type Proposal = NonNullable<Review['correction']>
/** premises of one's own come with a proof and are another form */
type Wish = Exclude<Proposal['wish'], { readonly field: 'own-premises' }>
type Field = keyof typeof texts.values

const texts = staffTexts.afterwards

interface AfterwardsProps {
  readonly application: Application
  readonly correction: Review['correction']
  /** reads the case afresh */
  readonly again: () => void
}

export function Afterwards({ application, correction, again }: AfterwardsProps) {
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
      {correction === null ? (
        <>
          <Correction application={application} again={again} />
          <OwnPremisesForm application={application} again={again} />
        </>
      ) : (
        <Waiting id={application.id} correction={correction} again={again} />
      )}
      <RevocationProposal id={application.id} again={again} />
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

function wishOf(field: Field, value: string): Wish {
  switch (field) {
    case 'name':
      return { field, name: value }
    case 'premises':
      return { field, seat: value }
    case 'representative':
      return { field, partyId: value }
    case 'capital':
      return { field, amount: value }
    default:
      return { field, entryIds: value.split(/[,，\s]+/).filter((id) => id !== '') }
  }
}

/** The wish as it is read. */
function wishText(wish: Proposal['wish']): string {
  if (wish.field === 'own-premises') return wish.address
  const { field: _field, ...rest } = wish
  return Object.values(rest).flat().join('、')
}

interface CorrectionProps {
  readonly application: Application
  readonly again: () => void
}

function Correction({ application, again }: CorrectionProps) {
  const [field, setField] = useState<Field>('name')
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const { problem, done, send } = useSending()
  const persons = (application.answers.parties ?? []).filter(({ kind }) => kind === 'person')
  async function propose() {
    const sending = call('POST /api/registration/applications/:id/correction', {
      params: { id: application.id },
      body: { wish: wishOf(field, value.trim()), reason },
    })
    if (await send(sending, () => texts.correctionProposed)) again()
  }
  const options = Object.entries(texts.fields)
    .filter(([name]) => name !== 'own-premises')
    .map(([name, label]) => ({ value: name, label }))
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
        onChange={(chosen) => {
          setField(chosen as Field)
          setValue('')
        }}
      />
      {field === 'representative' ? (
        <SelectField
          id="value"
          label={texts.values[field]}
          options={[{ value: '', label: '' }, ...persons.map(({ id, name }) => ({ value: id, label: name }))]}
          value={value}
          onChange={setValue}
        />
      ) : (
        <TextField id="value" label={texts.values[field]} value={value} onChange={setValue} />
      )}
      <TextField
        id="correction-reason"
        label={staffTexts.decision.reason}
        value={reason}
        onChange={setReason}
      />
      <button className="button quiet" type="button" onClick={() => void propose()}>
        {texts.submitCorrection}
      </button>
      <p role="status">{done}</p>
    </section>
  )
}

interface WaitingProps extends PartProps {
  readonly correction: Proposal
}

/** A correction that waits: another lead confirms it or says why not. */
function Waiting({ id, correction, again }: WaitingProps) {
  const [reason, setReason] = useState('')
  const { problem, done, send } = useSending()
  const { wish, proposedBy, proposedAt } = correction
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
      <p>
        <b>{texts.fields[wish.field]}</b> {wishText(wish)}
      </p>
      <p className="hint">
        {texts.waitingBy(proposedBy, momentText(proposedAt))} · {correction.reason}
      </p>
      <ProblemNotice problem={problem} />
      <button className="button" type="button" onClick={() => void confirm()}>
        {texts.confirmCorrection}
      </button>
      <TextField id="reject-reason" label={texts.rejectReason} value={reason} onChange={setReason} />
      <button className="button quiet" type="button" onClick={() => void reject()}>
        {texts.rejectCorrection}
      </button>
      <p role="status">{done}</p>
    </section>
  )
}

function RevocationProposal({ id, again }: PartProps) {
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
