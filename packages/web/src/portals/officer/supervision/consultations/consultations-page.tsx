/**
 * Joint consultations: those that are open to the reader, and convening one.
 */

import './consultations.css'
import { Link } from 'wouter'
import { useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { consultationsTexts as texts } from '../../../../texts/consultations-zh-cn.ts'
import { Light, type LightColour } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { RuleSource } from '../rule-source.tsx'
import { SupervisionTabs } from '../supervision-tabs.tsx'
import type { ConsultationRow } from './consultation-shown.ts'
import { ConveneConsultation } from './convene-consultation.tsx'

export function ConsultationsPage() {
  const reading = useApi('GET /api/supervision/consultations')
  const { again } = reading
  useNews(['supervision.changed'], again)
  const choices = reading.state === 'ready' ? reading.value.choices : null
  return (
    <StaffListPage title={texts.title} lead={texts.lead} tools={<SupervisionTabs />}>
      {choices !== null && (
        <div className="staff-tools in-list">
          <ConveneConsultation choices={choices} />
        </div>
      )}
      <Awaited reading={reading}>
        {({ consultations, source, mark }) => (
          <>
            {consultations.length === 0 && <p className="light-empty">{texts.empty}</p>}
            <ol className="consultation-rows">
              {consultations.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </ol>
            <RuleSource source={source} mark={mark} />
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}

const colours = {
  stating: 'amber',
  concluding: 'amber',
  concluded: 'green',
} as const satisfies Record<ConsultationRow['state'], LightColour>

/** The state of a consultation; that it is over where nothing was concluded in time. */
export function ConsultationState({ row: { state, over } }: { readonly row: ConsultationRow }) {
  if (over) return <Light colour="red">{texts.over}</Light>
  return <Light colour={colours[state]}>{texts.states[state]}</Light>
}

function Row({ row }: { readonly row: ConsultationRow }) {
  const { id, number, subjectName, title, until, departments, stated, signed, members } = row
  return (
    <li>
      <ConsultationState row={row} />
      <div>
        <Link href={`/work/supervision/consultations/${id}`}>{title}</Link>
        <small>
          {number}　{subjectName}　{texts.until(dayText(until))}
        </small>
      </div>
      <span>{departments.join('、')}</span>
      <small>{texts.counts(stated, signed, members)}</small>
    </li>
  )
}
