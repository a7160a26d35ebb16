/**
 * My projects: for each one what comes next, when construction may begin, and who sees it through.
 */

import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { useProjectTexts } from '../../../features/projects/index.ts'
import { useLink } from '../../../page.tsx'
import { Light } from '../../../ui/light.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { Unconfirmed } from '../../../ui/unconfirmed.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { Words } from '../../../ui/words.tsx'
import '../../../ui/projects.css'

type List = CallOutput<'GET /api/projects'>
type Project = List['projects'][number]
type Office = List['office']

export function ProjectsPage() {
  const { list: texts } = useProjectTexts()
  const link = useLink()
  const reading = useApi('GET /api/projects')
  return (
    <Shell wide>
      <Title>{texts.title}</Title>
      <Awaited reading={reading}>
        {({ projects, office }) =>
          projects.length === 0 ? (
            <Empty />
          ) : (
            <>
              <p>
                <Link className="button quiet" href={link('/build/new')}>
                  {texts.begin}
                </Link>
              </p>
              <ul className="project-cards">
                {projects.map((project) => (
                  <li key={project.id}>
                    <Card project={project} office={office} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Awaited>
    </Shell>
  )
}

function Empty() {
  const { list: texts } = useProjectTexts()
  const link = useLink()
  return (
    <div className="sheet">
      <h2>{texts.empty}</h2>
      <p>{texts.emptyLead}</p>
      <p>
        <Link className="button" href={link('/build/new')}>
          {texts.draw}
        </Link>
      </p>
    </div>
  )
}

interface CardProps {
  readonly project: Project
  readonly office: Office
}

function Card({ project, office }: CardProps) {
  const { list: texts } = useProjectTexts()
  const link = useLink()
  const { id, name, number, kindName, plan, openQuestions, state } = project
  const address = link(plan === null ? `/build/new/${id}/resume` : `/my/projects/${id}`)
  return (
    <article className="project-card">
      <header>
        <h2>
          <Link href={address}>
            <Words>{name}</Words>
          </Link>
        </h2>
        <p className="hint">
          <span className="code">{number}</span> · {kindName}
          {plan !== null && ` · ${texts.version(String(plan.version))}`}
        </p>
        {state === 'ended' && <Light colour="paused">{texts.ended}</Light>}
        {openQuestions > 0 && <Light colour="amber">{texts.questions(String(openQuestions))}</Light>}
      </header>
      {plan === null ? (
        <p className="project-begin">
          {texts.unfinished}{' '}
          <Link className="button quiet" href={address}>
            {texts.goOn}
          </Link>
        </p>
      ) : (
        <dl>
          <Next projectId={id} plan={plan} />
          <Permit plan={plan} />
          <Steward project={project} office={office} />
        </dl>
      )}
    </article>
  )
}

type Plan = NonNullable<Project['plan']>

function Next({ projectId, plan: { next, end } }: { readonly projectId: string; readonly plan: Plan }) {
  const { list: texts } = useProjectTexts()
  const { day } = useMoments()
  const link = useLink()
  if (next === null) return <Cell label={texts.next}>{end === null ? texts.pending : texts.allDone}</Cell>
  return (
    <Cell label={texts.next} note={texts.nextBy(next.isMine ? texts.mine : next.who, day(next.by))}>
      <Link href={link(`/my/projects/${projectId}/steps/${next.step}`)}>
        <Words>{next.name}</Words>
      </Link>
    </Cell>
  )
}

function Permit({ plan: { permit, end } }: { readonly plan: Plan }) {
  const { list: texts } = useProjectTexts()
  const { day } = useMoments()
  const missing = end === null ? texts.pending : texts.noPermit
  return <Cell label={texts.permit}>{permit === null ? missing : day(permit)}</Cell>
}

function Steward({ project: { stewards }, office }: CardProps) {
  const { list: texts } = useProjectTexts()
  const primary = stewards.find(({ duty }) => duty === 'primary')
  const backup = stewards.find(({ duty }) => duty === 'backup')
  return (
    <Cell
      label={texts.steward}
      note={
        <>
          {backup !== undefined && (
            <>
              <Words>{texts.backup(backup.name)}</Words> ·{' '}
            </>
          )}
          <a href={`tel:${office.phone}`}>{texts.phone(office.name, office.phone)}</a>{' '}
          <Unconfirmed mark={office.mark} />
        </>
      }
    >
      {primary === undefined ? texts.noSteward : <Words>{primary.name}</Words>}
    </Cell>
  )
}

interface CellProps {
  readonly label: string
  readonly note?: ReactNode
  readonly children: ReactNode
}

function Cell({ label, note, children }: CellProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {children}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  )
}
