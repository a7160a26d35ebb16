/**
 * One project as its stewards work on it: log on the left with everything that was said, what is open on the right.
 */

import '../steward.css'
import { lazy, Suspense } from 'react'
import { useSearch } from 'wouter'
import type { CallOutput } from '../../../../api/call.ts'
import { type Reading, useApi } from '../../../../api/use-api.ts'
import { useNews } from '../../../../api/use-news.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { Framed, StaffDetailPage } from '../../staff-page.tsx'
import { dayWithWeekday, shortDay } from '../days.ts'
import { JumpBox } from '../jump-box.tsx'
import { RiskLight } from '../today/risk-light.tsx'
import { CatalogueNotice } from './catalogue-notice.tsx'
import { ContactForm } from './contact-form.tsx'
import { ElsewhereForm } from './elsewhere-form.tsx'
import { HandOver, Journeys, OpenGates } from './project-side.tsx'
import { Timeline } from './timeline.tsx'

/** The network comes with its own page: whoever only logs a contact does not wait for it. */
const PlanPanel = lazy(() => import('./plan-panel.tsx').then((module) => ({ default: module.PlanPanel })))

const texts = stewardTexts.project

export function ProjectPage({ id }: { readonly id: string }) {
  const project = useApi('GET /api/projects/:id', { params: { id } })
  const page = useApi('GET /api/stewards/projects/:id', { params: { id } })
  const plan = useApi('GET /api/projects/:id/plan', { params: { id } })
  const isAwaited = new URLSearchParams(useSearch()).get('log') === '1'
  const again = () => {
    project.again()
    page.again()
    plan.again()
  }
  useNews(['projects.plan-made', 'projects.went-as-planned'], (changed) => {
    if (changed === undefined || changed === id) again()
  })
  if (project.state !== 'ready' || page.state !== 'ready')
    return (
      <Framed>
        <Awaited reading={project.state === 'ready' ? page : project}>{() => null}</Awaited>
      </Framed>
    )
  const { row, reminders, photos } = page.value
  return (
    <StaffDetailPage
      title={row.name}
      back={{ href: '/work/stewards', label: texts.back }}
      state={row.risk === null ? undefined : <RiskLight risk={row.risk} />}
      facts={factsOf(page.value)}
      left={
        <>
          <ContactForm
            projectId={id}
            today={todayInZone()}
            isAwaited={isAwaited}
            cases={casesOf(planOf(plan))}
            onRecorded={again}
          />
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
      right={<Right id={id} page={page.value} project={project.value} plan={planOf(plan)} again={again} />}
    />
  )
}

type StewardPage = CallOutput<'GET /api/stewards/projects/:id'>
type ReadPlan = CallOutput<'GET /api/projects/:id/plan'>

function planOf(plan: Reading<ReadPlan>): ReadPlan | undefined {
  return plan.state === 'ready' ? plan.value : undefined
}

interface RightProps {
  readonly id: string
  readonly page: StewardPage
  readonly project: CallOutput<'GET /api/projects/:id'>
  readonly plan: ReadPlan | undefined
  readonly again: () => void
}

/** What is open, and who sees it through. */
function Right({ id, page: { row, gates, journeys }, project, plan, again }: RightProps) {
  return (
    <>
      {row.risk !== null && <p className="staff-panel">{row.risk.sentence}</p>}
      <CatalogueNotice projectId={id} onAdopted={again} />
      {plan !== undefined && (
        <Suspense>
          <PlanPanel projectId={id} version={plan.version} plan={plan.plan} />
        </Suspense>
      )}
      {plan !== undefined && (
        <ElsewhereForm projectId={id} steps={plan.plan.steps} today={todayInZone()} onReported={again} />
      )}
      <OpenGates projectId={id} gates={gates} />
      <Journeys journeys={journeys} />
      <HandOver project={project} onDone={again} />
    </>
  )
}

/** The cases that stand for steps, by the names of their services. */
function casesOf(read: ReadPlan | undefined) {
  return (read?.plan.steps ?? []).flatMap(({ name, progress: { caseId } }) =>
    caseId === null ? [] : [{ id: caseId, name }],
  )
}

function factsOf({ row, owner }: StewardPage) {
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
