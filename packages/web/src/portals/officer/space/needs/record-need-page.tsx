/**
 * A need that is stated for a firm, with its word: heard on a visit, or passed on from the register of issues.
 */

import { Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { textsOf, WishFields, type WishForm } from '../../../../features/premises/index.ts'
import { spaceDeskTexts } from '../../../../texts/space-desk-zh-cn.ts'
import { spaceZhCN } from '../../../../texts/space-zh-cn.ts'
import { TextField, Tick } from '../../../../ui/field.tsx'
import { ProblemNotice } from '../../../../ui/problem-notice.tsx'
import { Awaited } from '../../../../ui/reading.tsx'
import { BusyButton } from '../../case-parts/busy-button.tsx'
import { useCaseAct } from '../../case-parts/use-case-act.ts'
import { Framed, StaffListPage } from '../../staff-page.tsx'

const texts = spaceDeskTexts.recording
const { need: words } = spaceZhCN
const nobody = { firm: '', contact: '', phone: '', purpose: '' }
const whoFields = ['firm', 'contact', 'phone'] as const
const mostPurpose = 1000

type Who = typeof nobody
type Issue = CallOutput<'GET /api/voice/issues/:id'>

export function RecordNeedPage() {
  const issueId = new URLSearchParams(useSearch()).get('issue')
  if (issueId !== null) return <PassOnPage id={issueId} />
  return (
    <StaffListPage title={texts.title} lead={texts.lead}>
      <RecordForm known={nobody} />
    </StaffListPage>
  )
}

function PassOnPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/voice/issues/:id', { params: { id } })
  if (reading.state !== 'ready')
    return (
      <Framed>
        <Awaited reading={reading}>{() => null}</Awaited>
      </Framed>
    )
  const issue = reading.value
  return (
    <StaffListPage title={texts.issueTitle} lead={texts.issueLead(issue.number)}>
      <RecordForm known={knownOf(issue)} issue={issue} />
    </StaffListPage>
  )
}

/** What the issue says of whoever needs space. */
function knownOf({ asker, words: purpose }: Issue): Who {
  return {
    firm: '',
    contact: asker.name ?? '',
    phone: asker.phone ?? '',
    purpose: purpose.slice(0, mostPurpose),
  }
}

interface RecordFormProps {
  readonly known: Who
  readonly issue?: Issue
}

function RecordForm({ known, issue }: RecordFormProps) {
  const choices = useApi('GET /api/space/choices')
  const [, navigate] = useLocation()
  const [form, setForm] = useState<WishForm>({ values: {}, soft: [] })
  const [who, setWho] = useState(known)
  const [agreed, setAgreed] = useState(false)
  const act = useCaseAct()
  const wishes = [...textsOf(form)]
  const isWhole = wishes.length > 0 && Object.values(who).every((value) => value.trim() !== '')
  async function send(event: FormEvent) {
    event.preventDefault()
    const from = issue === undefined ? {} : { issue: issue.id }
    const filed = await act.run(() =>
      call('POST /api/space/recorded-needs', { body: { ...who, ...from, wishes, agreed } }),
    )
    if (filed !== undefined) navigate(`/work/space/needs/${filed.id}`)
  }
  return (
    <Awaited reading={choices}>
      {(options) => (
        <form className="record-need" onSubmit={(event) => void send(event)}>
          <WishFields choices={options} form={form} onChange={setForm} />
          <div>
            {issue !== undefined && <Said issue={issue} />}
            <WhoFields
              who={who}
              set={(field, value) => setWho((before) => ({ ...before, [field]: value }))}
            />
            <Tick id="agreed" label={texts.agreed} checked={agreed} onChange={setAgreed} />
            <ProblemNotice problem={act.refusal} />
            <BusyButton type="primary" htmlType="submit" busy={act.busy} disabled={!isWhole}>
              {texts.submit}
            </BusyButton>
          </div>
        </form>
      )}
    </Awaited>
  )
}

function Said({ issue }: { readonly issue: Issue }) {
  return (
    <blockquote className="need-said">
      <small>
        {texts.said} · {issue.number}
      </small>
      {issue.words}
    </blockquote>
  )
}

interface WhoFieldsProps {
  readonly who: Who
  readonly set: (field: keyof Who, value: string) => void
}

function WhoFields({ who, set }: WhoFieldsProps) {
  return (
    <>
      {whoFields.map((field) => (
        <TextField
          key={field}
          id={field}
          label={words[field]}
          value={who[field]}
          onChange={(value) => set(field, value)}
        />
      ))}
      <div className="field">
        <label htmlFor="purpose">{words.purpose}</label>
        <Input.TextArea
          id="purpose"
          rows={4}
          maxLength={mostPurpose}
          value={who.purpose}
          onChange={({ target }) => set('purpose', target.value)}
        />
      </div>
    </>
  )
}
