/**
 * The number of an issue, which leads to its page; whoever is signed in finds their own below.
 */

import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useApi } from '../../../api/use-api.ts'
import { useLink } from '../../../page.tsx'
import { TextField } from '../../../ui/field.tsx'
import { useVoiceTexts } from './use-voice-texts.ts'

export function FollowForm() {
  const texts = useVoiceTexts()
  const link = useLink()
  const [, navigate] = useLocation()
  const [number, setNumber] = useState('')
  function find(event: FormEvent) {
    event.preventDefault()
    if (number.trim() !== '') navigate(link(`/voice/${encodeURIComponent(number.trim())}`))
  }
  return (
    <>
      <form className="search-line" onSubmit={find}>
        <TextField
          id="follow-number"
          label={texts.follow.number}
          hint={texts.follow.numberHint}
          value={number}
          onChange={setNumber}
          input={{ autoCapitalize: 'characters', autoComplete: 'off' }}
        />
        <button className="button quiet" type="submit">
          {texts.follow.find}
        </button>
      </form>
      <Own />
    </>
  )
}

function Own() {
  const session = useApi('GET /api/session')
  return session.state === 'ready' && session.value.signedIn ? (
    <>
      <OwnIssues />
      <ObserverLink />
    </>
  ) : null
}

/** Those who are observers have a page of their own. */
function ObserverLink() {
  const texts = useVoiceTexts()
  const reading = useApi('GET /api/my/observer')
  if (reading.state !== 'ready') return null
  return (
    <p>
      <a href="/my/observe">{texts.follow.observer}</a>
    </p>
  )
}

function OwnIssues() {
  const texts = useVoiceTexts()
  const link = useLink()
  const reading = useApi('GET /api/my/voice')
  if (reading.state !== 'ready' || reading.value.issues.length === 0) return null
  return (
    <>
      <h3>{texts.follow.own}</h3>
      <ul className="rows">
        {reading.value.issues.map(({ id, number, words, situation }) => (
          <li key={id}>
            <Link href={link(`/voice/${number}`)}>{words.slice(0, 24)}</Link>
            <span>{texts.situations[situation]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
