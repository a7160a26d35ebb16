/**
 * Days saved and lost since the first plan, and the versions of the plan with what moved them.
 */

import { useApi } from '../../../api/use-api.ts'
import {
  DaysLedger,
  type DaysSaved,
  ProjectSections,
  useCommitmentTexts,
  VersionList,
} from '../../../features/projects/index.ts'
import { useTexts } from '../../../page.tsx'
import { Awaited } from '../../../ui/reading.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { Title } from '../../../ui/title.tsx'
import { TitleBlock } from '../../../ui/title-block.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { Words } from '../../../ui/words.tsx'
import { NoPlanYet } from './no-plan-yet.tsx'

export function SavedPage({ id }: { readonly id: string }) {
  const { saved: texts } = useCommitmentTexts()
  const saved = useApi('GET /api/projects/:id/days-saved', { params: { id } })
  const isUnplanned = saved.state === 'refused' && saved.problem.code === 'plan-not-made'
  return (
    <Shell wide back={`/my/projects/${id}`}>
      <ProjectSections id={id} />
      <Title>{texts.title}</Title>
      <p className="lead">{texts.lead}</p>
      {isUnplanned ? (
        <NoPlanYet id={id} />
      ) : (
        <Awaited reading={saved}>{(value) => <Figures saved={value} />}</Awaited>
      )}
      {!isUnplanned && <Versions id={id} />}
    </Shell>
  )
}

function Figures({ saved }: { readonly saved: DaysSaved }) {
  const { saved: texts } = useCommitmentTexts()
  const { day } = useMoments()
  const { join } = useTexts()
  const { baseline, now, total, signed } = saved
  const isAhead = total.workingDays >= 0
  return (
    <>
      <TitleBlock
        cells={[
          { label: texts.cells.baseline, value: day(baseline.permit ?? baseline.end) },
          {
            label: now.isFinal ? texts.cells.final : texts.cells.now,
            value: day(now.permit ?? now.end),
          },
          {
            label: isAhead ? texts.cells.ahead : texts.cells.behind,
            value: texts.days(Math.abs(total.workingDays)),
            note: texts.natural(Math.abs(total.naturalDays)),
          },
          { label: texts.cells.asOf, value: day(now.asOf) },
        ]}
      />
      <h2>{texts.ledger}</h2>
      <DaysLedger saved={saved} />
      {signed.length > 0 && (
        <p className="hint">
          <Words>{texts.signed(join.clauses(signed.map(({ name }) => name)))}</Words>
        </p>
      )}
      <p className="hint">{texts.definition}</p>
    </>
  )
}

function Versions({ id }: { readonly id: string }) {
  const { saved: texts } = useCommitmentTexts()
  const plans = useApi('GET /api/projects/:id/plans', { params: { id } })
  return (
    <>
      <h2>{texts.versions}</h2>
      <Awaited reading={plans}>{({ versions }) => <VersionList versions={versions} />}</Awaited>
    </>
  )
}
