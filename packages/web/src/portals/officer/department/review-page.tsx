/**
 * One case on the desk of a department: what it is and what lies in it on the left, the paper one looks at and what there
 * is to do on the right.
 */

import { useState } from 'react'
import { useApi } from '../../../api/use-api.ts'
import { caseWords } from '../../../texts/case-words-zh-cn.ts'
import { reviewTexts as texts } from '../../../texts/department-zh-cn.ts'
import { dayText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { CaseLight } from '../case-parts/case-light.tsx'
import { CaseTimeline } from '../case-parts/case-timeline.tsx'
import { type AttachedEvidence, EvidenceViewer } from '../case-parts/evidence-viewer.tsx'
import { PaperList } from '../case-parts/paper-list.tsx'
import { useAuthorityNames } from '../case-parts/use-authority-names.ts'
import { Framed, StaffDetailPage } from '../staff-page.tsx'
import { ActPanel } from './acts/act-panel.tsx'
import { runningSuspension } from './acts/suspension-form.tsx'
import { CaseAnswers } from './case-answers.tsx'
import type { CaseOnDesk } from './case-on-desk.ts'
import { courtText } from './case-table.tsx'
import { ClockDays, Consultations, Opinions, Procedures, Suspensions } from './review-parts.tsx'

export function ReviewPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/cases/:id', { params: { id } })
  const { again } = reading
  if (reading.state !== 'ready')
    return (
      <Framed>
        <Awaited reading={reading}>{() => null}</Awaited>
      </Framed>
    )
  return <Desk subject={reading.value} again={again} />
}

interface DeskProps {
  readonly subject: CaseOnDesk
  readonly again: () => void
}

function Desk({ subject, again }: DeskProps) {
  const authorityName = useAuthorityNames()
  const evidence = useApi('GET /api/cases/:id/evidence', { params: { id: subject.id } })
  const attached = evidence.state === 'ready' ? evidence.value.evidence : []
  const [chosen, choose] = useState<AttachedEvidence>()
  const shown = chosen ?? attached[0]
  return (
    <StaffDetailPage
      title={`${subject.service.name['zh-CN'] ?? subject.service.id} ${subject.number}`}
      back={{ href: '/work/department', label: texts.back }}
      state={<span className="situation">{situationText(subject)}</span>}
      facts={factsOf(subject, authorityName)}
      left={
        <>
          <section className="staff-panel">
            <h2>{texts.papers}</h2>
            <PaperList subject={subject} attached={attached} shown={shown} onShow={choose} />
          </section>
          <Opinions subject={subject} authorityName={authorityName} />
          <Consultations subject={subject} authorityName={authorityName} />
          <Suspensions subject={subject} />
          <Procedures subject={subject} />
          <CaseAnswers subject={subject} />
          <ClockDays subject={subject} />
          <section className="staff-panel">
            <h2>{texts.timeline}</h2>
            <CaseTimeline key={subject.version} id={subject.id} />
          </section>
        </>
      }
      right={
        <>
          <ActPanel subject={subject} again={again} authorityName={authorityName} />
          <section className="staff-panel">
            <EvidenceViewer key={shown?.document} shown={shown} />
          </section>
        </>
      }
    />
  )
}

function situationText(subject: CaseOnDesk): string {
  return runningSuspension(subject) === undefined
    ? caseWords.situations[subject.situation]
    : caseWords.resting
}

function factsOf(subject: CaseOnDesk, authorityName: (id: string) => string) {
  const { acceptedFrom, applicant, clocks, court } = subject
  const clock = (running: CaseOnDesk['clocks']['committed']) =>
    running === null ? (
      texts.notAccepted
    ) : (
      <>
        <CaseLight light={running.light} remaining={running.remaining} />
        <small>
          {running.due !== null && `${caseWords.before(dayText(running.due))}，`}
          {texts.used(running.used, running.granted)}
        </small>
      </>
    )
  return [
    { label: texts.applicant, value: applicant },
    {
      label: texts.acceptedFrom,
      value: acceptedFrom === null ? texts.notAccepted : dayText(acceptedFrom),
    },
    { label: texts.committed, value: clock(clocks.committed) },
    { label: texts.statutory, value: clock(clocks.statutory) },
    { label: texts.court, value: courtText(court, authorityName) },
  ]
}
