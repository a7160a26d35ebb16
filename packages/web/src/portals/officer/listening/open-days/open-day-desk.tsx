/**
 * One round on the desk of the organisers: what was recorded of it, and recording more.
 */

import { Button } from 'antd'
import { useState } from 'react'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { listeningTexts } from '../../../../texts/listening-zh-cn.ts'
import { openDaysZhCN } from '../../../../texts/open-days-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { StaffListPage } from '../../staff-page.tsx'
import { VoiceTabs } from '../../voice/voice-tabs.tsx'
import { QuestionForm } from './question-form.tsx'
import { QuestionTable } from './question-table.tsx'
import { SessionForm } from './session-form.tsx'

const texts = listeningTexts.openDays

type Desk = CallOutput<'GET /api/open-days/:round/desk'>

export function OpenDayDesk({ round }: { readonly round: string }) {
  const reading = useApi('GET /api/open-days/:round/desk', { params: { round } })
  const { again } = reading
  return (
    <StaffListPage title={openDaysZhCN.round(round)} lead={texts.lead} tools={<VoiceTabs />}>
      <Awaited reading={reading}>
        {(desk) => (
          <>
            <Recording desk={desk} again={again} />
            <Sessions sessions={desk.sessions} />
            <QuestionTable desk={desk} again={again} />
          </>
        )}
      </Awaited>
    </StaffListPage>
  )
}

interface RecordingProps {
  readonly desk: Desk
  readonly again: () => void
}

/** The figures of the round, and one of the two forms below them. */
function Recording({ desk, again }: RecordingProps) {
  const [adding, setAdding] = useState<'session' | 'question'>()
  const isWithoutSession = desk.sessions.length === 0
  const button = (what: 'session' | 'question', label: string) => (
    <Button
      type={(what === 'session') === isWithoutSession && adding === undefined ? 'primary' : 'default'}
      disabled={what === 'question' && isWithoutSession}
      onClick={() => setAdding(adding === what ? undefined : what)}
    >
      {adding === what ? texts.cancel : label}
    </Button>
  )
  return (
    <>
      <div className="staff-tools in-list listening-head">
        <b>{countedIn(desk)}</b>
        <span className="head-acts">
          <a href={`/open-days/${desk.round}`}>{texts.publicPage}</a>
          {button('session', texts.addSession)}
          {button('question', texts.addQuestion)}
        </span>
      </div>
      {adding === 'session' && (
        <SessionForm
          round={String(desk.round)}
          onDone={() => {
            setAdding(undefined)
            again()
          }}
        />
      )}
      {adding === 'question' && <QuestionForm desk={desk} onRecorded={again} />}
    </>
  )
}

function countedIn({ figures }: Desk): string {
  const counted = [
    `${openDaysZhCN.carriers} ${figures.carriers}`,
    `${openDaysZhCN.companies} ${figures.companies}`,
    `${openDaysZhCN.onSite} ${figures.answeredOnSite}`,
    `${openDaysZhCN.toRegister} ${figures.toRegister}`,
    `${texts.closed} ${figures.closed}`,
  ]
  return counted.join(' · ')
}

function Sessions({ sessions }: Pick<Desk, 'sessions'>) {
  if (sessions.length === 0) return <p className="listening-form">{texts.noSessionYet}</p>
  return (
    <details className="session-list">
      <summary>{`${texts.sessions} ${sessions.length}`}</summary>
      <ul className="rows">
        {sessions.map(({ id, carrier, heldOn, companies, hasPhone }) => (
          <li key={id}>
            <span>{carrier}</span>
            <span>
              {[
                dayText(heldOn),
                texts.sessionCompanies(companies.length),
                ...(hasPhone ? [texts.withPhone] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
