/**
 * Log-in of staff with two factors; a demonstration shows its accounts and their codes of this half minute.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Title } from '../../ui/title.tsx'
import { desksOf } from './desks.ts'
import { StaffShell } from './staff-shell.tsx'

type Account = CallOutput<'GET /api/demonstration/accounts'>['accounts'][number]

const texts = staffTexts.logIn

export function LogInPage() {
  const [, navigate] = useLocation()
  const [logIn, setLogIn] = useState({ username: '', password: '', code: '' })
  const [newPassword, setNewPassword] = useState('')
  const [refusal, setRefusal] = useState<ProblemDocument>()
  async function enter(event: FormEvent) {
    event.preventDefault()
    const change = newPassword === '' ? {} : { newPassword }
    const answer = await call('POST /api/session/staff', { body: { ...logIn, ...change } })
    if (!answer.ok) return setRefusal(answer.problem)
    const [only, another] = desksOf(answer.value.roles)
    navigate(only !== undefined && another === undefined ? only : '/work')
  }
  return (
    <StaffShell>
      <Title>{texts.title}</Title>
      <ProblemNotice problem={refusal} />
      <form className="sheet" onSubmit={(event) => void enter(event)}>
        <TextField
          id="username"
          label={texts.username}
          value={logIn.username}
          onChange={(username) => setLogIn({ ...logIn, username })}
          input={{ autoComplete: 'username' }}
        />
        <TextField
          id="password"
          label={texts.password}
          value={logIn.password}
          onChange={(password) => setLogIn({ ...logIn, password })}
          input={{ type: 'password', autoComplete: 'current-password' }}
        />
        {(newPassword !== '' || asksForAnother(refusal)) && (
          <TextField
            id="new-password"
            label={texts.newPassword}
            hint={texts.newPasswordHint}
            value={newPassword}
            onChange={setNewPassword}
            input={{ type: 'password', autoComplete: 'new-password', minLength: 12, maxLength: 200 }}
          />
        )}
        <TextField
          id="code"
          label={texts.code}
          hint={texts.codeHint}
          short
          value={logIn.code}
          onChange={(code) => setLogIn({ ...logIn, code })}
          input={{ inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 6 }}
        />
        <button className="button" type="submit">
          {texts.submit}
        </button>
      </form>
      <DemonstrationAccounts choose={setLogIn} />
    </StaffShell>
  )
}

/** A first password was given by somebody else, and lets in only together with another one. */
function asksForAnother(refusal: ProblemDocument | undefined): boolean {
  return refusal?.code === 'password-must-be-changed' || refusal?.code === 'password-too-simple'
}

interface ChoiceProps {
  readonly choose: (logIn: Pick<Account, 'username' | 'password' | 'code'>) => void
}

function DemonstrationAccounts({ choose }: ChoiceProps) {
  const reading = useApi('GET /api/demonstration/accounts')
  if (reading.state !== 'ready') return null
  return (
    <>
      <h2>{texts.accounts}</h2>
      <ul className="rows">
        {reading.value.accounts.map((account) => (
          <li key={account.username}>
            <span>
              {account.title} {account.name}
            </span>
            <button className="button quiet" type="button" onClick={() => choose(account)}>
              {texts.fill}
              <span className="visually-hidden">{account.username}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
