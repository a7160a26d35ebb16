/**
 * Duties given by two people together, and taken away by one.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { type FormEvent, useState } from 'react'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Light } from '../../ui/light.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Awaited } from '../../ui/reading.tsx'
import { Title } from '../../ui/title.tsx'
import { StaffShell } from './staff-shell.tsx'

type Grant = CallOutput<'GET /api/access/grants'>['grants'][number]
type Role = Grant['role']

const texts = staffTexts.grants
const colours = { proposed: 'amber', live: 'green', revoked: 'paused' } as const

export function GrantsPage() {
  const session = useApi('GET /api/session')
  const reading = useApi('GET /api/access/grants')
  const { again } = reading
  // the auditor reads along and changes nothing
  const mayChange =
    session.state === 'ready' && session.value.signedIn && session.value.roles.includes('security-admin')
  return (
    <StaffShell>
      <Title>{texts.title}</Title>
      <p className="lead">{texts.explain}</p>
      {mayChange && <ProposalForm again={again} />}
      <Awaited reading={reading}>
        {({ grants }) => <Grants grants={grants} mayChange={mayChange} again={again} />}
      </Awaited>
    </StaffShell>
  )
}

function ProposalForm({ again }: { readonly again: () => void }) {
  const [username, setUsername] = useState('')
  const [role, setRole] = useState<Role>('registrar')
  const [problem, setProblem] = useState<ProblemDocument>()
  const [isDone, setDone] = useState(false)
  async function propose(event: FormEvent) {
    event.preventDefault()
    const answer = await call('POST /api/access/grants', { body: { username, role } })
    setProblem(answer.ok ? undefined : answer.problem)
    setDone(answer.ok)
    if (answer.ok) again()
  }
  const options = Object.entries(staffTexts.roles)
    .filter(([value]) => value !== 'applicant')
    .map(([value, label]) => ({ value, label }))
  return (
    <form className="sheet" onSubmit={(event) => void propose(event)}>
      <h2>{texts.propose}</h2>
      <ProblemNotice problem={problem} />
      <TextField
        id="grant-username"
        label={texts.username}
        value={username}
        onChange={setUsername}
        input={{ required: true, maxLength: 60 }}
      />
      <SelectField
        id="grant-role"
        label={texts.role}
        options={options}
        value={role}
        onChange={(value) => setRole(value as Role)}
      />
      <button className="button" type="submit">
        {texts.submit}
      </button>
      <p role="status">{isDone && texts.proposed}</p>
    </form>
  )
}

interface GrantsProps {
  readonly grants: readonly Grant[]
  readonly mayChange: boolean
  readonly again: () => void
}

function Grants({ grants, mayChange, again }: GrantsProps) {
  const [problem, setProblem] = useState<ProblemDocument>()
  const settle = (answer: { readonly ok: boolean; readonly problem?: ProblemDocument }) => {
    setProblem(answer.problem)
    if (answer.ok) again()
  }
  return (
    <section className="sheet">
      <ProblemNotice problem={problem} />
      <ul className="rows">
        {grants.map((grant) => (
          <li key={grant.id}>
            <span>
              <b>{grant.personName}</b> {staffTexts.roles[grant.role]}
              {grant.partner !== null && <small> {grant.partner}</small>}
            </span>
            <Light colour={colours[grant.state]}>{texts.states[grant.state]}</Light>
            {mayChange && <GrantActions grant={grant} settle={settle} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface GrantActionsProps {
  readonly grant: Grant
  readonly settle: (answer: { readonly ok: boolean; readonly problem?: ProblemDocument }) => void
}

function GrantActions({ grant: { id, state, personName, role }, settle }: GrantActionsProps) {
  const [reason, setReason] = useState<string>()
  const of = <span className="visually-hidden">{texts.ofPerson(personName, staffTexts.roles[role])}</span>
  if (state === 'revoked') return null
  if (reason !== undefined)
    return (
      <form
        className="search-line"
        onSubmit={(event) => {
          event.preventDefault()
          void call('POST /api/access/grants/:id/revoke', { params: { id }, body: { reason } }).then(settle)
        }}
      >
        <TextField
          id={`revoke-${id}`}
          label={texts.reason}
          value={reason}
          onChange={setReason}
          input={{ required: true, minLength: 2 }}
        />
        <button className="button grave" type="submit">
          {texts.revoke}
          {of}
        </button>
      </form>
    )
  return (
    <span className="row-actions">
      {state === 'proposed' && (
        <button
          className="button quiet"
          type="button"
          onClick={() => void call('POST /api/access/grants/:id/confirm', { params: { id } }).then(settle)}
        >
          {texts.confirm}
          {of}
        </button>
      )}
      <button className="button grave" type="button" onClick={() => setReason('')}>
        {texts.revoke}
        {of}
      </button>
    </span>
  )
}
