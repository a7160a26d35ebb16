/**
 * First half of a correction: which fact of the licence, what it shall be, and why.
 */

import type { Application } from '@guanjia/contract/registration'
import { useState } from 'react'
import { type CallInput, call } from '../../../api/call.ts'
import { staffTexts } from '../../../texts/staff-zh-cn.ts'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { ScopeChoice } from './scope-choice.tsx'
import { SeatChoice } from './seat-choice.tsx'
import { useSending } from './use-sending.ts'

/** premises of one's own come with a proof and are another form */
type Wish = Exclude<
  CallInput<'POST /api/registration/applications/:id/correction'>['body']['wish'],
  { readonly field: 'own-premises' }
>
type Field = Wish['field']

const texts = staffTexts.afterwards
const fields: readonly Field[] = ['name', 'premises', 'representative', 'capital', 'scope']

interface CorrectionProps {
  readonly application: Application
  readonly again: () => void
}

export function CorrectionForm({ application, again }: CorrectionProps) {
  const [wish, setWish] = useState<Wish>(emptyWish('name'))
  const [reason, setReason] = useState('')
  const { problem, done, send } = useSending()
  async function propose() {
    const sending = call('POST /api/registration/applications/:id/correction', {
      params: { id: application.id },
      body: { wish, reason },
    })
    const say = (awaits: 'host' | 'lead') => (awaits === 'host' ? texts.hostAsked : texts.correctionProposed)
    if (await send(sending, ({ awaits }) => say(awaits))) again()
  }
  return (
    <section className="sheet">
      <h2>{texts.correct}</h2>
      <p className="hint">{texts.correctHint}</p>
      <ProblemNotice problem={problem} />
      <SelectField
        id="field"
        label={texts.field}
        options={fields.map((value) => ({ value, label: texts.fields[value] }))}
        value={wish.field}
        onChange={(chosen) => setWish(emptyWish(fields.find((field) => field === chosen) ?? 'name'))}
      />
      <WishFields application={application} wish={wish} change={setWish} />
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

function emptyWish(field: Field): Wish {
  switch (field) {
    case 'name':
      return { field, name: '' }
    case 'premises':
      return { field, seat: '' }
    case 'representative':
      return { field, partyId: '' }
    case 'capital':
      return { field, amount: '' }
    default:
      return { field, entryIds: [] }
  }
}

interface WishProps {
  readonly application: Application
  readonly wish: Wish
  readonly change: (wish: Wish) => void
}

function WishFields({ application, wish, change }: WishProps) {
  const { field } = wish
  const label = texts.values[field]
  switch (field) {
    case 'name':
      return (
        <TextField id="value" label={label} value={wish.name} onChange={(name) => change({ field, name })} />
      )
    case 'premises':
      return <SeatChoice label={label} choose={(seat) => change({ field, seat })} />
    case 'representative':
      return (
        <Representative
          application={application}
          chosen={wish.partyId}
          choose={(partyId) => change({ field, partyId })}
        />
      )
    case 'capital':
      return (
        <TextField
          id="value"
          label={label}
          value={wish.amount}
          onChange={(amount) => change({ field, amount })}
          input={{ inputMode: 'decimal' }}
        />
      )
    default:
      return (
        <ScopeChoice
          known={application.scopeEntries}
          chosen={wish.entryIds}
          choose={(entryIds) => change({ field, entryIds: [...entryIds] })}
        />
      )
  }
}

interface RepresentativeProps {
  readonly application: Application
  readonly chosen: string
  readonly choose: (partyId: string) => void
}

function Representative({ application, chosen, choose }: RepresentativeProps) {
  const persons = (application.answers.parties ?? []).filter(({ kind }) => kind === 'person')
  return (
    <SelectField
      id="value"
      label={texts.values.representative}
      options={[{ value: '', label: '' }, ...persons.map(({ id, name }) => ({ value: id, label: name }))]}
      value={chosen}
      onChange={choose}
    />
  )
}
