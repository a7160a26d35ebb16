/**
 * Filing the address with its carrier: the hall calls back within half an hour. It is done as soon as a seat is held, long
 * before there is a licence.
 */

import type { Application } from '@guanjia/contract/registration'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { TextField } from '../../ui/field.tsx'
import { useProblemText } from '../../ui/use-problem-text.ts'

interface FilingProps {
  readonly application: Application
  /** where the seat stands now */
  readonly state: NonNullable<Application['seat']>['state']
}

export function FileAddress({ application, state }: FilingProps) {
  const { result: texts } = useRegistrationTexts()
  const problemText = useProblemText()
  const person = application.answers.parties?.find((party) => party.kind === 'person')
  const [name, setName] = useState(person?.name ?? '')
  const [phone, setPhone] = useState(person?.kind === 'person' ? person.phone : '')
  const [filed, setFiled] = useState(state === 'filed')
  const [refusal, setRefusal] = useState('')
  if (filed)
    return (
      <p className="notice good" role="status">
        {texts.filed}
      </p>
    )
  if (state !== 'held' && state !== 'reserved') return null
  async function file() {
    const answer = await call('POST /api/registration/applications/:id/address-filing', {
      params: { id: application.id },
      body: { contactName: name.trim(), contactPhone: phone.trim() },
    })
    if (answer.ok) setFiled(true)
    else setRefusal(problemText(answer.problem))
  }
  return (
    <details>
      <summary>{texts.file}</summary>
      <p>{texts.fileText}</p>
      <TextField id="contactName" label={texts.contactName} value={name} onChange={setName} />
      <TextField
        id="contactPhone"
        label={texts.contactPhone}
        value={phone}
        onChange={setPhone}
        input={{ type: 'tel', maxLength: 20 }}
      />
      <button className="button quiet" type="button" onClick={() => void file()}>
        {texts.fileNow}
      </button>
      <span role="alert">{refusal}</span>
    </details>
  )
}
