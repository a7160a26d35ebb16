/**
 * How I want to be told: language, SMS, mail, and whether decisions may be served here.
 */

import { type FormEvent, useState } from 'react'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { useTexts } from '../../page.tsx'
import { ChoiceField, TextField, Tick } from '../../ui/field.tsx'
import { Awaited } from '../../ui/reading.tsx'

type Preference = CallOutput<'GET /api/notifications/preference'>

/** What has been typed, not yet judged. */
interface Typed {
  readonly language: string
  readonly sms: string
  readonly mail: string
  readonly electronicService: boolean
}

export function PreferenceForm() {
  const { messages: texts } = useTexts()
  const reading = useApi('GET /api/notifications/preference')
  return (
    <details className="preference">
      <summary>{texts.preference.title}</summary>
      <Awaited reading={reading}>{(preference) => <Form preference={preference} />}</Awaited>
    </details>
  )
}

function Form({ preference }: { readonly preference: Preference }) {
  const { preference: texts } = useTexts().messages
  const { mailAddress, ...rest } = preference
  const [typed, setTyped] = useState<Typed>({ ...rest, mail: mailAddress ?? '' })
  const [said, say] = useState<{ readonly saved?: string; readonly fault?: string }>({})
  async function save(event: FormEvent) {
    event.preventDefault()
    const { mail, ...chosen } = typed
    const body = { ...chosen, mailAddress: mail.trim() === '' ? null : mail.trim() } as Preference
    const answer = await call('PUT /api/notifications/preference', { body })
    if (answer.ok) say({ saved: texts.saved })
    else say({ fault: answer.problem.status === 400 ? texts.mailFault : answer.problem.detail })
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <ChoiceField
        id="sms"
        label={texts.sms}
        hint={texts.smsHint}
        options={Object.entries(texts.smsChoices).map(([value, label]) => ({ value, label }))}
        value={typed.sms}
        onChange={(sms) => setTyped({ ...typed, sms })}
      />
      <TextField
        id="mail"
        label={texts.mail}
        hint={texts.mailHint}
        fault={said.fault}
        value={typed.mail}
        onChange={(mail) => setTyped({ ...typed, mail })}
        input={{ type: 'email', autoComplete: 'email', inputMode: 'email' }}
      />
      <ChoiceField
        id="language"
        label={texts.language}
        options={[
          { value: 'zh-CN', label: texts.languages.chinese },
          { value: 'en', label: texts.languages.english },
        ]}
        value={typed.language}
        onChange={(language) => setTyped({ ...typed, language })}
      />
      <Tick
        id="electronic-service"
        label={texts.electronicService}
        checked={typed.electronicService}
        onChange={(electronicService) => setTyped({ ...typed, electronicService })}
      />
      <button className="button" type="submit">
        {texts.save}
      </button>
      <p role="status">{said.saved ?? ''}</p>
    </form>
  )
}
