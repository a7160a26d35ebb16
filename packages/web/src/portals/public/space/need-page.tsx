/**
 * Stating a need: the wishes of the search, who looks for space and what for. The department has it at once.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { type FormEvent, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { textsOf, useSpaceTexts, WishFields, wishesIn } from '../../../features/premises/index.ts'
import { useLink, usePage } from '../../../page.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { type FieldFaultText, TextField } from '../../../ui/field.tsx'
import { LinesField } from '../../../ui/lines-field.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'

type Choices = CallOutput<'GET /api/space/choices'>

export function NeedPage() {
  const texts = useSpaceTexts()
  const { language } = usePage()
  const choices = useApi('GET /api/space/choices')
  return (
    <Shell wide back="/space">
      <Title>{texts.need.title}</Title>
      <Awaited reading={choices}>
        {(known) => (
          <>
            <p className="lead">{texts.need.lead(known.department.name[language])}</p>
            <div className="need">
              <NeedForm choices={known} />
              <Clocks choices={known} />
            </div>
          </>
        )}
      </Awaited>
    </Shell>
  )
}

const nobody = { firm: '', contact: '', phone: '', purpose: '' }
type Who = typeof nobody
const phoneForm = /^\+?[\d -]{7,20}$/
const fewestCharacters = 2

function faultsOf(
  who: Who,
  wishes: number,
  faults: Readonly<Record<keyof Who | 'area', string>>,
): readonly FieldFaultText[] {
  const isShort = (text: string) => [...text.trim()].length < fewestCharacters
  return [
    ...(wishes === 0 ? [{ field: 'wish-area', text: faults.area }] : []),
    ...(isShort(who.firm) ? [{ field: 'firm', text: faults.firm }] : []),
    ...(who.contact.trim() === '' ? [{ field: 'contact', text: faults.contact }] : []),
    ...(phoneForm.test(who.phone.trim()) ? [] : [{ field: 'phone', text: faults.phone }]),
    ...(isShort(who.purpose) ? [{ field: 'purpose', text: faults.purpose }] : []),
  ]
}

function NeedForm({ choices }: { readonly choices: Choices }) {
  const { need: texts } = useSpaceTexts()
  const link = useLink()
  const [, navigate] = useLocation()
  const [form, setForm] = useState(wishesIn(useSearch()))
  const [who, setWho] = useState(nobody)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemDocument>()
  const wishes = [...textsOf(form)]
  const missing = faultsOf(who, wishes.length, texts.faults)
  const faults = attempt === 0 ? [] : missing
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text
  const set = (field: keyof Who) => (value: string) => setWho((before) => ({ ...before, [field]: value }))

  async function submit(event: FormEvent) {
    event.preventDefault()
    setAttempt((count) => count + 1)
    if (missing.length > 0) return
    setBusy(true)
    const answer = await call('POST /api/space/needs', { body: { ...who, wishes } })
    setBusy(false)
    if (answer.ok) navigate(link(`${answer.value.link}?filed=${answer.value.proposeDue}`))
    else setProblem(answer.problem)
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary faults={faults} attempt={attempt} />
      <section className="space-form">
        <WishFields choices={choices} form={form} onChange={setForm} />
      </section>
      <WhoFields who={who} faultOf={faultOf} set={set} />
      <ProblemNotice problem={problem} />
      <div className="actions">
        <button className="button" type="submit" disabled={busy}>
          {texts.submit}
        </button>
      </div>
    </form>
  )
}

interface WhoFieldsProps {
  readonly who: Who
  readonly faultOf: (field: string) => string | undefined
  readonly set: (field: keyof Who) => (value: string) => void
}

function WhoFields({ who, faultOf, set }: WhoFieldsProps) {
  const { need: texts } = useSpaceTexts()
  return (
    <>
      <TextField
        id="firm"
        label={texts.firm}
        value={who.firm}
        fault={faultOf('firm')}
        onChange={set('firm')}
        input={{ autoComplete: 'organization' }}
      />
      <TextField
        id="contact"
        label={texts.contact}
        value={who.contact}
        fault={faultOf('contact')}
        onChange={set('contact')}
        input={{ autoComplete: 'name' }}
      />
      <TextField
        id="phone"
        label={texts.phone}
        hint={texts.phoneHint}
        value={who.phone}
        fault={faultOf('phone')}
        onChange={set('phone')}
        input={{ inputMode: 'tel', autoComplete: 'tel' }}
      />
      <LinesField
        id="purpose"
        label={texts.purpose}
        hint={texts.purposeHint}
        value={who.purpose}
        fault={faultOf('purpose')}
        onChange={set('purpose')}
      />
    </>
  )
}

function Clocks({ choices: { clocks } }: { readonly choices: Choices }) {
  const { need: texts } = useSpaceTexts()
  return (
    <aside className="need-clocks">
      <h2>{texts.clocks}</h2>
      <ol>
        {clocks.map(({ id, value, unit, source, isUnconfirmed }) => (
          <li key={id}>
            <b>{texts.spans[id] ?? id}</b>{' '}
            {value === 0 ? texts.sameDay : `${value} ${texts.units[unit] ?? unit}`}
            <Unconfirmed mark={isUnconfirmed ? 'U' : undefined} />
            <small>{source}</small>
          </li>
        ))}
      </ol>
    </aside>
  )
}
