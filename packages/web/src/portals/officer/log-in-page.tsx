/**
 * Log-in of staff with two factors; a demonstration shows its accounts and their codes of this half minute.
 */

import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { TextField } from '../../ui/field.tsx'
import { Title } from '../../ui/title.tsx'
import { StaffShell } from './staff-shell.tsx'

type Account = CallOutput<'GET /api/demonstration/accounts'>['accounts'][number]

export function LogInPage() {
  const [, navigate] = useLocation()
  const [logIn, setLogIn] = useState({ username: '', password: '', code: '' })
  const [refusal, setRefusal] = useState<string>()
  async function enter(event: FormEvent) {
    event.preventDefault()
    const answer = await call('POST /api/session/staff', { body: logIn })
    if (!answer.ok) return setRefusal(`${answer.problem.title}。${answer.problem.detail}`)
    navigate(answer.value.roles.includes('clerk') ? '/work/outreach' : '/work/registrar')
  }
  return (
    <StaffShell>
      <Title>工作人员登录</Title>
      {refusal !== undefined && (
        <div className="notice bad" role="alert">
          {refusal}
        </div>
      )}
      <form className="sheet" onSubmit={(event) => void enter(event)}>
        <TextField
          id="username"
          label="用户名"
          value={logIn.username}
          onChange={(username) => setLogIn({ ...logIn, username })}
          input={{ autoComplete: 'username' }}
        />
        <TextField
          id="password"
          label="密码"
          value={logIn.password}
          onChange={(password) => setLogIn({ ...logIn, password })}
          input={{ type: 'password', autoComplete: 'current-password' }}
        />
        <TextField
          id="code"
          label="动态码"
          hint="验证器上的 6 位数字"
          short
          value={logIn.code}
          onChange={(code) => setLogIn({ ...logIn, code })}
          input={{ inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 6 }}
        />
        <button className="button" type="submit">
          登录
        </button>
      </form>
      <DemonstrationAccounts choose={setLogIn} />
    </StaffShell>
  )
}

interface ChoiceProps {
  readonly choose: (logIn: Pick<Account, 'username' | 'password' | 'code'>) => void
}

function DemonstrationAccounts({ choose }: ChoiceProps) {
  const reading = useApi('GET /api/demonstration/accounts')
  if (reading.state !== 'ready') return null
  return (
    <>
      <h2>演示账号</h2>
      <ul className="rows">
        {reading.value.accounts.map((account) => (
          <li key={account.username}>
            <span>
              {account.title} {account.name}
            </span>
            <button className="button quiet" type="button" onClick={() => choose(account)}>
              填入
              <span className="visually-hidden">{account.username}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
