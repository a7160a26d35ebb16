/**
 * The approval network of a project of mine.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import {
  type PlanOwner,
  PlanScreen,
  type PlanSheet,
  usePlanningTexts,
  usePlanTrial,
  usePlanView,
} from '../../../features/planning/index.ts'
import { useLink } from '../../../page.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'

type Project = CallOutput<'GET /api/projects/:id'>

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
  const plan = useApi('GET /api/projects/:id/plan', { params: { id }, query: { view: usePlanView() } })
  const versions = useApi('GET /api/projects/:id/plans', { params: { id } })
  if (plan.state === 'refused' && plan.problem.code === 'plan-not-made') return <NoPlan project={project} />
  if (plan.state === 'loading') return <Drawing label={texts.loading} />
  const again = () => {
    plan.again()
    if (versions.state === 'ready') versions.again()
  }
  const kept = versions.state === 'ready' ? versions.value.versions : []
  return (
    <Awaited reading={plan}>
      {({ plan: wire, version, madeAt }) => (
        <OwnPlan
          sheet={{ project: shownProject(project), version, madeAt, wire }}
          owner={{ projectId: id, versions: kept, again }}
        />
      )}
    </Awaited>
  )
}

function shownProject({ name, number, stewards }: Project): PlanSheet['project'] {
  const primary = stewards.filter(({ duty }) => duty === 'primary')
  return { name, number, stewards: primary.map((steward) => steward.name) }
}

function OwnPlan({ sheet, owner }: { readonly sheet: PlanSheet; readonly owner: PlanOwner }) {
  return <PlanScreen sheet={sheet} plan={usePlanTrial(sheet.wire)} owner={owner} />
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
