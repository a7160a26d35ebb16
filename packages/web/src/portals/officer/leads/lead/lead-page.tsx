/**
 * One lead: closed until its handler says what for; then its words, opened in this browser alone, beside what is owed.
 */

import '../leads.css'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { type CallOutput, call } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffDetailPage } from '../../staff-page.tsx'
import { lockRing, useKeyRing } from '../key-ring.ts'
import { LeadLight } from '../lead-light.tsx'
import { originOf } from '../leads-page.tsx'
import { HandlingPanel } from './handling-panel.tsx'
import { IdentityPanel } from './identity-panel.tsx'
import { MessagePanel } from './message-panel.tsx'
import type { Choices, OpenedLead } from './opened-lead.ts'
import { OpeningForm, type Purpose } from './opening-form.tsx'
import { ReportPanel } from './report-panel.tsx'

const texts = leadsTexts.lead

export function LeadPage({ id }: { readonly id: string }) {
  const choices = useApi('GET /api/leads/choices')
  const keys = useApi('GET /api/leads/keys')
  return (
    <Awaited reading={choices}>
      {(chosen) => (
        <Awaited reading={keys}>{({ own }) => <Lead id={id} choices={chosen} keys={own} />}</Awaited>
      )}
    </Awaited>
  )
}

interface LeadProps {
  readonly id: string
  readonly choices: Choices
  readonly keys: CallOutput<'GET /api/leads/keys'>['own']
}

function Lead({ id, choices, keys }: LeadProps) {
  const [lead, setLead] = useState<OpenedLead>()
  const [purpose, setPurpose] = useState<Purpose>()
  const ring = useKeyRing()
  // whoever locks the keys, or lets them lock, has a closed lead before them
  useEffect(() => {
    if (ring.length === 0) setLead(undefined)
  }, [ring.length])
  useEffect(() => () => setLead(undefined), [id])
  async function again() {
    if (purpose === undefined) return
    const answer = await call('POST /api/leads/:id/opening', { params: { id }, body: purpose })
    if (answer.ok) setLead(answer.value)
  }
  if (lead === undefined)
    return (
      <StaffDetailPage
        title={texts.title}
        back={{ href: '/work/leads', label: texts.back }}
        left={
          <OpeningForm
            id={id}
            purposes={choices.purposes}
            keys={keys}
            onOpened={(opened, given) => {
              setLead(opened)
              setPurpose(given)
            }}
          />
        }
        right={null}
      />
    )
  return <Opened lead={lead} choices={choices} change={setLead} again={() => void again()} />
}

interface OpenedProps {
  readonly lead: OpenedLead
  readonly choices: Choices
  readonly change: (lead: OpenedLead) => void
  readonly again: () => void
}

function Opened({ lead, choices, change, again }: OpenedProps) {
  const { handling } = lead
  return (
    <StaffDetailPage
      title={texts.title}
      back={{ href: '/work/leads', label: texts.back }}
      state={
        <>
          <LeadLight light={handling.light} />
          <Button onClick={lockRing}>{texts.lock}</Button>
        </>
      }
      facts={[
        { label: texts.received, value: dayText(lead.receivedOn) },
        { label: texts.origin, value: originOf(lead) },
        { label: texts.about, value: lead.about },
        { label: leadsTexts.list.state, value: handling.situationName },
        { label: texts.sealed, value: texts.sealedBy[lead.sealedBy] },
      ]}
      left={
        <>
          <ReportPanel lead={lead} />
          <MessagePanel lead={lead} again={again} />
          <Openings openings={lead.openings} />
        </>
      }
      right={
        <>
          <HandlingPanel
            lead={lead}
            choices={choices}
            onChange={(after) => change({ ...lead, handling: after })}
          />
          {lead.isNamed && <IdentityPanel leadId={lead.id} />}
        </>
      }
    />
  )
}

function Openings({ openings }: Pick<OpenedLead, 'openings'>) {
  return (
    <section className="staff-panel">
      <h2>{leadsTexts.opening.history}</h2>
      <ul className="lead-lines">
        {openings.map(({ on, by, purpose, reference }, place) => (
          // the same person may open a lead twice a day for the same purpose
          <li key={`${openings.length - place}`}>
            {leadsTexts.opening.line(dayText(on), by, purpose)}
            <p className="lead-hint">{reference}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
