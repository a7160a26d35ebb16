/**
 * Anybody checks a licence: by its number, and by the credential that its QR code carries behind the #.
 */

import { type FormEvent, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { useLink, useTexts } from '../../page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/field.tsx'
import { Awaited } from '../../ui/reading.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'
import { useMoments } from '../../ui/use-moments.ts'
import { Words } from '../../ui/words.tsx'

type Verification = CallOutput<'GET /api/licences/:number'>

export function VerifyPage() {
  const [, navigate] = useLocation()
  const { verify: texts } = useTexts()
  const link = useLink()
  const [number, setNumber] = useState('')
  const [attempt, setAttempt] = useState(0)
  const fault = attempt > 0 && number.trim() === '' ? texts.unanswered : undefined
  function look(event: FormEvent) {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (number.trim() !== '') navigate(link(`/verify/${encodeURIComponent(number.trim())}`))
  }
  return (
    <Shell>
      <ErrorSummary
        faults={fault === undefined ? [] : [{ field: 'number', text: fault }]}
        attempt={attempt}
      />
      <Title faulty={fault !== undefined}>{texts.title}</Title>
      <p className="lead">{texts.lead}</p>
      <form onSubmit={look}>
        <TextField
          id="number"
          label={texts.number}
          fault={fault}
          value={number}
          onChange={setNumber}
          input={{ autoComplete: 'off' }}
        />
        <button className="button" type="submit">
          {texts.button}
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
  const { verify: texts } = useTexts()
  const { day, moment } = useMoments()
  const facts = [
    [texts.name, verification.name],
    [texts.code, verification.unifiedCode],
    [texts.type, verification.type],
    [texts.representative, verification.representative],
    [texts.authority, verification.authority],
    [texts.establishedOn, verification.establishedOn === null ? null : day(verification.establishedOn)],
    [texts.issuedOn, verification.issuedOn === null ? null : day(verification.issuedOn)],
  ] as const
  return (
    <>
      <Title>{texts.result}</Title>
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
          <dt>{texts.number}</dt>
          <dd className="code">{verification.number}</dd>
        </div>
        {facts.flatMap(([label, value]) =>
          value === null
            ? []
            : [
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    <Words>{value}</Words>
                  </dd>
                </div>,
              ],
        )}
      </dl>
      <p className="hint">{texts.checkedAt(moment(checkedAt))}</p>
    </>
  )
}
