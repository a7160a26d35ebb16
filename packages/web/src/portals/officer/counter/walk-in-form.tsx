/**
 * Receiving somebody who stands at the counter: the service, who they are, what they brought; then accepted, or told of
 * everything that is missing.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type CallOutput, call } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { BusyButton } from '../case-parts/busy-button.tsx'
import { LineField } from '../department/acts/act-fields.tsx'
import { DraftBar } from './draft-bar.tsx'
import { FactFields, type Facts } from './fact-fields.tsx'
import { useCounterDraft } from './use-counter-draft.ts'
import { useFunctionKeys } from './use-function-keys.ts'

interface WalkIn {
  readonly service: string
  readonly name: string
  readonly identityNumber: string
  readonly phone: string
  readonly facts: Facts
  readonly papers: readonly string[]
}

const nobody: WalkIn = { service: '', name: '', identityNumber: '', phone: '', facts: {}, papers: [] }

interface WalkInFormProps {
  /** the number in hand, else whoever came without one */
  readonly subject: string
  readonly hasNumber: boolean
  /** once what was begun is with a colleague */
  readonly onHanded: () => void
  /** once the last words are kept, after another number took the place of this form */
  readonly onKept: () => void
}

export function WalkInForm({ subject, hasNumber, onHanded, onKept }: WalkInFormProps) {
  const draft = useCounterDraft<WalkIn>(subject, nobody, onKept)
  const [refusal, setRefusal] = useState<ProblemDocument>()
  const [busy, setBusy] = useState(false)
  const [, navigate] = useLocation()
  const walkIn = draft.value ?? nobody
  const isReady = walkIn.service !== '' && walkIn.name.trim() !== '' && walkIn.identityNumber.length === 18
  async function receive(then: 'accept' | 'notice') {
    if (!isReady || busy) return
    setBusy(true)
    const answer = await call('POST /api/counter/cases', { body: bodyOf(walkIn) })
    if (!answer.ok) {
      setBusy(false)
      return setRefusal(answer.problem)
    }
    const { id, version } = answer.value
    if (then === 'accept')
      await call('POST /api/cases/:id/acceptance', { params: { id }, body: { version, follow: [] } })
    await draft.forget()
    navigate(`/work/counter/${id}${then === 'notice' ? '?notice=1' : ''}`)
  }
  useFunctionKeys({ F8: () => void receive('accept'), F9: () => void receive('notice') })
  return (
    <section className="staff-panel">
      <h2>{texts.walkIn}</h2>
      <p className="hint">{texts.walkInLead}</p>
      <DraftBar
        subject={subject}
        draft={draft}
        hasNumber={hasNumber}
        onHanded={() => void draft.forget().then(onHanded)}
      />
      <ProblemNotice problem={refusal} />
      {draft.value !== undefined && <WalkInFields walkIn={draft.value} onChange={draft.change} />}
      <div className="act-buttons walk-in-acts">
        <BusyButton type="primary" busy={busy} disabled={!isReady} onClick={() => void receive('accept')}>
          {texts.accept}
        </BusyButton>
        <Button disabled={!isReady || busy} onClick={() => void receive('notice')}>
          {texts.notice}
        </Button>
      </div>
    </section>
  )
}

interface WalkInFieldsProps {
  readonly walkIn: WalkIn
  readonly onChange: (part: Partial<WalkIn>) => void
}

function WalkInFields({ walkIn, onChange }: WalkInFieldsProps) {
  const { service, facts, papers } = walkIn
  return (
    <>
      <PersonFields walkIn={walkIn} onChange={onChange} />
      {service === '' ? (
        <p>{texts.pickService}</p>
      ) : (
        <>
          <FactFields service={service} facts={facts} onChange={(changed) => onChange({ facts: changed })} />
          <PaperTicks service={service} ticked={papers} onChange={(ticked) => onChange({ papers: ticked })} />
        </>
      )}
    </>
  )
}

function PersonFields({ walkIn, onChange }: WalkInFieldsProps) {
  return (
    <div className="walk-in">
      <ServiceField
        value={walkIn.service}
        onChange={(service) => onChange({ service, papers: [], facts: {} })}
      />
      <LineField id="name" label={texts.name} value={walkIn.name} onChange={(name) => onChange({ name })} />
      <LineField
        id="identity-number"
        label={texts.identityNumber}
        value={walkIn.identityNumber}
        onChange={(text) => onChange({ identityNumber: text.trim().toUpperCase() })}
      />
      <LineField
        id="phone"
        type="tel"
        label={`${texts.phone}（${texts.phoneHint}）`}
        value={walkIn.phone}
        onChange={(text) => onChange({ phone: text.trim() })}
      />
    </div>
  )
}

function bodyOf({ service, name, identityNumber, phone, facts, papers }: WalkIn) {
  const applicant = { name: name.trim(), identityNumber, ...(phone === '' ? {} : { phone }) }
  return { service, applicant, papers: [...papers], facts }
}

interface ServiceFieldProps {
  readonly value: string
  readonly onChange: (service: string) => void
}

function ServiceField({ value, onChange }: ServiceFieldProps) {
  const reading = useApi('GET /api/services')
  const services = reading.state === 'ready' ? reading.value.services : []
  return (
    <div className="act-field">
      <label htmlFor="service">{texts.service}</label>
      <Select
        id="service"
        className="wide-select"
        showSearch={{ optionFilterProp: 'label' }}
        options={services.map(({ id, name }) => ({ value: id, label: name }))}
        value={value === '' ? null : value}
        onChange={(service) => onChange(service ?? '')}
      />
    </div>
  )
}

type GuideEvidence = CallOutput<'GET /api/services/:id'>['evidence'][number]

interface PaperTicksProps {
  readonly service: string
  readonly ticked: readonly string[]
  readonly onChange: (ticked: readonly string[]) => void
}

function PaperTicks({ service, ticked, onChange }: PaperTicksProps) {
  const reading = useApi('GET /api/services/:id', { params: { id: service } })
  if (reading.state !== 'ready') return null
  const { evidence } = reading.value
  const own = evidence.filter(({ source }) => source === 'applicant')
  const toggle = (id: string) =>
    onChange(ticked.includes(id) ? ticked.filter((each) => each !== id) : [...ticked, id])
  return (
    <fieldset className="paper-ticks">
      <legend>{texts.papers}</legend>
      <Button size="small" onClick={() => onChange(own.map(({ id }) => id))}>
        {texts.all}
      </Button>
      <ul className="paper-list">
        {own.map(({ id, name, when, mayFollow }) => (
          <li key={id}>
            <Checkbox checked={ticked.includes(id)} onChange={() => toggle(id)}>
              {name}
            </Checkbox>
            {when !== null && <small>{when}</small>}
            {mayFollow && <small>{texts.mayFollow}</small>}
          </li>
        ))}
        {evidence
          .filter(({ source }) => source !== 'applicant')
          .map((each) => (
            <NotAsked key={each.id} evidence={each} />
          ))}
      </ul>
    </fieldset>
  )
}

function NotAsked({ evidence: { name, source } }: { readonly evidence: GuideEvidence }) {
  return (
    <li>
      <span className="paper-name">{name}</span>
      <small>{source === 'register' ? texts.fromRegister : texts.fromHouse}</small>
    </li>
  )
}
