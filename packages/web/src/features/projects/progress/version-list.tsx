/**
 * The versions of a plan: what changed, why, and what that did to the permit.
 */

import type { CallOutput } from '../../../api/call.ts'
import { commitmentTexts } from '../../../texts/commitments-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'
import { dayText, momentText } from '../../../ui/moment.ts'

type Version = CallOutput<'GET /api/projects/:id/plans'>['versions'][number]

const { saved: texts } = commitmentTexts

export function VersionList({ versions }: { readonly versions: readonly Version[] }) {
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
            {version.added.length > 0 && <li>{texts.added(version.added.join('、'))}</li>}
            {version.removed.length > 0 && <li>{texts.removed(version.removed.join('、'))}</li>}
          </ul>
          <time dateTime={version.madeAt}>
            {momentText(version.madeAt)}
            {version.permit !== null && ` · ${texts.permitOn(dayText(version.permit))}`}
          </time>
        </li>
      ))}
    </ol>
  )
}

function Moved({ version: { version, permitMoved } }: { readonly version: Version }) {
  if (version === 1) return <Light colour="plain">{texts.first}</Light>
  if (permitMoved === null) return <Light colour="plain">{texts.same}</Light>
  const { workingDays } = permitMoved
  return workingDays > 0 ? (
    <Light colour="amber">{texts.later(workingDays)}</Light>
  ) : (
    <Light colour="green">{texts.sooner(-workingDays)}</Light>
  )
}
