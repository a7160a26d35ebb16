/**
 * Anybody checks a licence: by its number, and by the credential that its QR code carries behind the #.
 */

import { type FormEvent, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { TextField } from '../../ui/field.tsx'
import { dayText, momentText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'

type Verification = CallOutput<'GET /api/licences/:number'>

export function VerifyPage() {
  const [, navigate] = useLocation()
  const [number, setNumber] = useState('')
  function look(event: FormEvent) {
    event.preventDefault()
    if (number.trim() !== '') navigate(`/verify/${encodeURIComponent(number.trim())}`)
  }
  return (
    <Shell>
      <Title>核验营业执照</Title>
      <p className="lead">输入执照编号，或扫描执照上的二维码。不需要登录。</p>
      <form onSubmit={look}>
        <TextField
          id="number"
          label="执照编号"
          value={number}
          onChange={setNumber}
          input={{ autoComplete: 'off' }}
        />
        <button className="button" type="submit">
          核验
        </button>
      </form>
    </Shell>
  )
}

export function VerifiedPage({ number }: { readonly number: string }) {
  const reading = useApi('GET /api/licences/:number', { params: { number } })
  const [genuine, setGenuine] = useState<Verification>()
  useEffect(() => {
    const credential = window.location.hash.slice(1)
    if (credential === '') return
    void call('POST /api/licences/verify', { body: { credential } }).then((answer) => {
      if (answer.ok) setGenuine(answer.value)
    })
  }, [])
  return (
    <Shell back="/verify">
      <Awaited reading={reading}>
        {(verification) => <Verdict verification={genuine ?? verification} />}
      </Awaited>
    </Shell>
  )
}

const tones = { valid: 'good', revoked: 'bad', superseded: 'near', unknown: 'near', altered: 'bad' } as const

function Verdict({ verification }: { readonly verification: Verification }) {
  const { headline, explanations, verdict, checkedAt } = verification
  const facts = [
    ['名称', verification.name],
    ['统一社会信用代码', verification.unifiedCode],
    ['类型', verification.type],
    ['法定代表人（经营者）', verification.representative],
    ['登记机关', verification.authority],
    ['成立日期', verification.establishedOn === null ? null : dayText(verification.establishedOn)],
    ['发照日期', verification.issuedOn === null ? null : dayText(verification.issuedOn)],
  ] as const
  return (
    <>
      <Title>核验结果</Title>
      <div className={`notice ${tones[verdict]}`}>
        <p>
          <strong>{headline}</strong>
        </p>
        <ul>
          {explanations.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <dl className="answers licence-face">
        <div>
          <dt>执照编号</dt>
          <dd className="code">{verification.number}</dd>
        </div>
        {facts.flatMap(([label, value]) =>
          value === null
            ? []
            : [
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>,
              ],
        )}
      </dl>
      <p className="hint">核验时间 {momentText(checkedAt)}</p>
    </>
  )
}
