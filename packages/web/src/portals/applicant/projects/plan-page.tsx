/**
 * The approval network of a project of mine, and of one that is shared with me.
 */

import { useEffect } from 'react'
import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { type Reading, useApi } from '../../../api/use-api.ts'
import { useNews } from '../../../api/use-news.ts'
import {
  keepPlan,
  keptPlan,
  type PlanSheet,
  PlanView,
  usePlanningTexts,
  usePlanView,
} from '../../../features/planning/index.ts'
import { useLink } from '../../../page.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { useMoments } from '../../../ui/use-moments.ts'

type Project = CallOutput<'GET /api/projects/:id'>
type PlanReading = Reading<CallOutput<'GET /api/projects/:id/plan'>>

export function PlanPage({ id }: { readonly id: string }) {
  const project = useApi('GET /api/projects/:id', { params: { id } })
  return (
    <Shell wide="full">
      <Awaited reading={project}>{(value) => <ProjectPlan project={value} />}</Awaited>
    </Shell>
  )
}

function ProjectPlan({ project }: { readonly project: Project }) {
  const texts = usePlanningTexts()
  const { id } = project
  const view = usePlanView()
  const plan = useApi('GET /api/projects/:id/plan', { params: { id }, query: { view } })
  const versions = useApi('GET /api/projects/:id/plans', { params: { id } })
  const again = () => {
    plan.again()
    versions.again()
  }
  useNews(['projects.plan-made', 'projects.went-as-planned'], (changed) => {
    if (changed === undefined || changed === id) again()
  })
  const kept = versions.state === 'ready' ? versions.value.versions : []
  const sheet = useSheet(`${id} ${view}`, plan, shownProject(project))
  if (sheet !== undefined) return <PlanView sheet={sheet} owner={{ projectId: id, versions: kept, again }} />
  if (plan.state === 'loading') return <Drawing label={texts.loading} />
  if (plan.state === 'refused' && plan.problem.code === 'plan-not-made') return <NoPlan project={project} />
  return <Awaited reading={plan}>{() => null}</Awaited>
}

function shownProject({ name, number, stewards }: Project): PlanSheet['project'] {
  const primary = stewards.filter(({ duty }) => duty === 'primary')
  return { name, number, stewards: primary.map((steward) => steward.name) }
}

/** The plan that was read, or, where nothing can be reached, the last one that was. */
function useSheet(name: string, plan: PlanReading, project: PlanSheet['project']): PlanSheet | undefined {
  const { moment } = useMoments()
  const value = plan.state === 'ready' ? plan.value : undefined
  useEffect(() => {
    if (value !== undefined) keepPlan(name, sheetOf(value, project))
    // what is kept changes with what was read alone
  }, [name, value])
  if (value !== undefined) return sheetOf(value, project)
  const kept = plan.state === 'refused' && plan.problem.code === 'unreachable' ? keptPlan(name) : undefined
  return kept && { ...kept.sheet, keptAt: moment(kept.at) }
}

function sheetOf(
  { plan, version, madeAt }: CallOutput<'GET /api/projects/:id/plan'>,
  project: PlanSheet['project'],
): PlanSheet {
  return { project, version, madeAt, wire: plan }
}

export function SharedPlanPage({ token }: { readonly token: string }) {
  const { shared } = usePlanningTexts()
  const { day } = useMoments()
  const reading = useApi('GET /api/shared-plans/:token', {
    params: { token },
    query: { view: usePlanView() },
  })
  return (
    <Shell wide="full">
      <Awaited reading={reading}>
        {({ project, version, madeAt, plan, until }) => (
          <>
            <p className="notice shared-note">{shared.note(day(until.slice(0, 10)))}</p>
            <PlanView sheet={{ project, version, madeAt, wire: plan }} />
          </>
        )}
      </Awaited>
    </Shell>
  )
}

/** Lanes without steps, for the instant until they come. */
function Drawing({ label }: { readonly label: string }) {
  return (
    <div className="plan-skeleton" role="status">
      <span className="visually-hidden">{label}</span>
      {[0, 1, 2, 3, 4, 5, 6].map((lane) => (
        <i key={lane} />
      ))}
    </div>
  )
}

function NoPlan({ project }: { readonly project: Project }) {
  const { empty } = usePlanningTexts()
  const link = useLink()
  return (
    <>
      <Title>{project.name}</Title>
      <div className="notice">
        <p>
          <strong>{empty.title}</strong>
        </p>
        <p>{empty.text}</p>
      </div>
      <Link className="button" href={link(`/build/new/${project.id}/check`)}>
        {empty.button}
      </Link>
    </>
  )
}
