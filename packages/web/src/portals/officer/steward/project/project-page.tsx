/**
 * One project as its stewards work on it: log on the left with everything that was said, what is open on the right.
 */

import '../steward.css'
import { useSearch } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { useApi } from '../../../../api/use-api.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { Framed, StaffDetailPage } from '../../staff-page.tsx'
import { dayWithWeekday, shortDay } from '../days.ts'
import { JumpBox } from '../jump-box.tsx'
import { RiskLight } from '../today/risk-light.tsx'
import { ContactForm } from './contact-form.tsx'
import { HandOver, Journeys, OpenGates } from './project-side.tsx'
import { Timeline } from './timeline.tsx'

const texts = stewardTexts.project

export function ProjectPage({ id }: { readonly id: string }) {
  const project = useApi('GET /api/projects/:id', { params: { id } })
  const page = useApi('GET /api/stewards/projects/:id', { params: { id } })
  const isAwaited = new URLSearchParams(useSearch()).get('log') === '1'
  if (project.state !== 'ready' || page.state !== 'ready')
    return (
      <Framed>
        <Awaited reading={project.state === 'ready' ? page : project}>{() => null}</Awaited>
      </Framed>
    )
  const again = () => {
    project.again()
    page.again()
  }
  const { row, gates, reminders, photos, journeys } = page.value
  return (
    <StaffDetailPage
      title={row.name}
      back={{ href: '/work/stewards', label: texts.back }}
      state={row.risk === null ? undefined : <RiskLight risk={row.risk} />}
      facts={factsOf(page.value)}
      left={
        <>
          <ContactForm projectId={id} today={todayInZone()} isAwaited={isAwaited} onRecorded={again} />
          <section className="staff-panel" aria-labelledby="timeline">
            <h2 id="timeline">{texts.timeline}</h2>
            <Timeline
              projectId={id}
              contacts={project.value.contacts}
              reminders={reminders}
              photos={photos}
            />
          </section>
          <JumpBox />
        </>
      }
      right={
        <>
          {row.risk !== null && <p className="staff-panel">{row.risk.sentence}</p>}
          <OpenGates projectId={id} gates={gates} />
          <Journeys journeys={journeys} />
          <HandOver project={project.value} onDone={again} />
        </>
      }
    />
  )
}

function factsOf({ row, owner }: CallOutput<'GET /api/stewards/projects/:id'>) {
  return [
    { label: texts.facts.number, value: row.number },
    { label: texts.facts.owner, value: owner.name },
    { label: texts.facts.primary, value: row.primary?.name ?? texts.nobody },
    { label: texts.facts.backup, value: row.backup?.name ?? texts.nobody },
    {
      label: texts.facts.permit,
      value: row.permit === null ? stewardTexts.table.noPlan : shortDay(row.permit),
    },
    { label: texts.facts.next, value: <NextDay on={row.nextContactOn} /> },
  ]
}

function NextDay({ on }: { readonly on: string | null }) {
  if (on === null) return <>{stewardTexts.today.notAgreed}</>
  return (
    <>
      {dayWithWeekday(on)}
      <small>{texts.reminded}</small>
    </>
  )
}

/** The zone's day by this device's clock: only to offer days from. */
function todayInZone(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}
