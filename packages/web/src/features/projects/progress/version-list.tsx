/**
 * The versions of a plan: what changed, why, and what that did to the permit.
 */

import type { CallOutput } from '../../../api/call.ts'
import { useTexts } from '../../../page.tsx'
import { Light } from '../../../ui/light.tsx'
import { useMoments } from '../../../ui/use-moments.ts'
import { useCommitmentTexts } from '../use-commitment-texts.ts'
import '../running.css'

type Version = CallOutput<'GET /api/projects/:id/plans'>['versions'][number]

export function VersionList({ versions }: { readonly versions: readonly Version[] }) {
  const { saved: texts } = useCommitmentTexts()
  const { day, moment } = useMoments()
  const { join } = useTexts()
  return (
    <ol className="timeline versions">
      {versions.map((version) => (
        <li key={version.version} id={`v${version.version}`}>
          <div className="version-head">
            <strong>{texts.version(version.version)}</strong>
            <Moved version={version} />
          </div>
          <ul>
            {version.changes.map(({ kind, what }) => (
              <li key={`${kind} ${what}`}>{texts.changes[kind](what)}</li>
            ))}
            {version.added.length > 0 && <li>{texts.added(join.list(version.added))}</li>}
            {version.removed.length > 0 && <li>{texts.removed(join.list(version.removed))}</li>}
          </ul>
          <time dateTime={version.madeAt}>
            {moment(version.madeAt)}
            {version.permit !== null && ` · ${texts.permitOn(day(version.permit))}`}
          </time>
        </li>
      ))}
    </ol>
  )
}

function Moved({ version: { version, permitMoved } }: { readonly version: Version }) {
  const { saved: texts } = useCommitmentTexts()
  if (version === 1) return <Light colour="plain">{texts.first}</Light>
  if (permitMoved === null) return <Light colour="plain">{texts.same}</Light>
  const { workingDays } = permitMoved
  return workingDays > 0 ? (
    <Light colour="amber">{texts.later(workingDays)}</Light>
  ) : (
    <Light colour="green">{texts.sooner(-workingDays)}</Light>
  )
}
