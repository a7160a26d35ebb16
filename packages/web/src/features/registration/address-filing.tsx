/**
 * Filing the address with its carrier: from then on the hall calls of its own accord.
 */

import type { Application } from '@guanjia/contract/registration'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { useRegistrationTexts } from '../../texts/use-registration-texts.ts'
import { TextField } from '../../ui/field.tsx'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { HostStanding, hostStandingOf } from './host-standing.tsx'

interface AddressFilingProps {
  readonly application: Application
  readonly seat: Application['seat']
}

/** Offers the filing while the seat is the applicant's own and not in use yet. */
export function AddressFiling({ application, seat }: AddressFilingProps) {
  const { filing: texts, faults } = useRegistrationTexts()
  const problemText = useProblemText()
  const contact = useContact(application)
  const [phone, setPhone] = useState<string>()
  const [filed, setFiled] = useState(seat?.state === 'filed')
  const [fault, setFault] = useState<string>()
  const given = phone ?? contact.phone
  const host = hostStandingOf(application, seat)
  // filed a moment ago: its host was asked with it
  const asked = host?.state === 'not-asked' ? { ...host, state: 'asked' as const } : host
  if (filed)
    return (
      <div className="notice good" role="status">
        <p>{texts.filed}</p>
        <HostStanding confirmation={asked} />
      </div>
    )
  if (seat?.state !== 'held' && seat?.state !== 'reserved') return null
  async function file() {
    if (!/^1[3-9]\d{9}$/.test(given)) return setFault(faults['phone-wrong'])
    const answer = await call('POST /api/registration/applications/:id/address-filing', {
      params: { id: application.id },
      body: { contactName: contact.name, contactPhone: given },
    })
    if (answer.ok) setFiled(true)
    else setFault(problemText(answer.problem))
  }
  return (
    <section className="sheet apart" aria-labelledby="filing">
      <h2 id="filing">{texts.title}</h2>
      <p>{texts.text}</p>
      <HostStanding confirmation={host} />
      <TextField
        id="contactPhone"
        label={texts.phone}
        fault={fault}
        value={given}
        onChange={(value) => setPhone(value.trim())}
        input={{ inputMode: 'tel', autoComplete: 'tel', maxLength: 11 }}
      />
      <button className="button quiet" type="button" onClick={() => void file()}>
        {texts.button}
      </button>
    </section>
  )
}

/** Who is called: the first person of the application, or whoever fills it in. */
function useContact({ answers }: Application): { readonly name: string; readonly phone: string } {
  const session = useApi('GET /api/session')
  const person = answers.parties?.find((party) => party.kind === 'person')
  if (person?.kind === 'person' && person.name !== '') return { name: person.name, phone: person.phone }
  return { name: session.state === 'ready' && session.value.signedIn ? session.value.name : '', phone: '' }
}
