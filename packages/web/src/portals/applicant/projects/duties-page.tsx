/**
 * What the approvals of a project left to be made up.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { DutyItem, ProjectSections, useCommitmentTexts } from '../../../features/projects/index.ts'
import { useLink } from '../../../page.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { Words } from '../../../ui/words.tsx'

type Duties = CallOutput<'GET /api/projects/:id/duties'>

export function DutiesPage({ id }: { readonly id: string }) {
  const { duties: texts } = useCommitmentTexts()
  const duties = useApi('GET /api/projects/:id/duties', { params: { id } })
  const again = () => duties.state === 'ready' && duties.again()
  return (
    <Shell back={`/my/projects/${id}`}>
      <ProjectSections id={id} />
      <Title>{texts.title}</Title>
      <p className="lead">{texts.lead}</p>
      <Awaited reading={duties}>{(value) => <Owed id={id} owed={value} again={again} />}</Awaited>
    </Shell>
  )
}

interface OwedProps {
  readonly id: string
  readonly owed: Duties
  readonly again: () => void
}

function Owed({ id, owed: { duties, toCome }, again }: OwedProps) {
  const { duties: texts } = useCommitmentTexts()
  const { day } = useMoments()
  const link = useLink()
  if (duties.length + toCome.length === 0)
    return (
      <>
        <p>{texts.none}</p>
        <Link className="button" href={link(`/my/projects/${id}/commitments`)}>
          {texts.toSign}
        </Link>
      </>
    )
  return (
    <>
      <ul className="duty-list">
        {duties.map((duty) => (
          <DutyItem key={`${duty.caseId} ${duty.duty}`} duty={duty} onChanged={again} />
        ))}
      </ul>
      {toCome.length > 0 && (
        <>
          <h2>{texts.toCome}</h2>
          <ul className="rows">
            {toCome.map(({ commitment, name, due }) => (
              <li key={commitment}>
                <span>
                  <Words>{name}</Words>
                </span>
                <span className="hint">{due === null ? texts.toComeOpen : texts.toComeDue(day(due))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
