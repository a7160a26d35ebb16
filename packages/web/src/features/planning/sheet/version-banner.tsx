/**
 * That the network is not the one the reader last saw: by how much the start moved, why, and what came and went.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import type { PlanningTexts } from '../../../texts/planning-zh-cn.ts'

type Version = CallOutput<'GET /api/projects/:id/plans'>['versions'][number]

interface VersionBannerProps {
  readonly versions: readonly Version[]
  readonly texts: PlanningTexts
  /** where all versions and the days saved are */
  readonly allAt: string
}

export function VersionBanner({ versions: [version], texts, allAt }: VersionBannerProps) {
  const { banner } = texts
  if (version === undefined || version.version === 1) return null
  const { changes, added, removed } = version
  const because = changes.map(({ kind, what }) => banner.changes[kind](what))
  return (
    <div className="version-banner">
      <p>
        <b>{banner.updated(String(version.version))}</b>：{movedText(version, texts)}
        {because.length > 0 && `，${banner.because(because.join('、'))}`}
      </p>
      <details>
        <summary>{banner.more}</summary>
        <dl className="facts">
          {added.length > 0 && <dt>{banner.added}</dt>}
          {added.length > 0 && <dd>{added.join('、')}</dd>}
          {removed.length > 0 && <dt>{banner.removed}</dt>}
          {removed.length > 0 && <dd>{removed.join('、')}</dd>}
        </dl>
        <p>
          <Link href={allAt}>{banner.all}</Link>
        </p>
      </details>
    </div>
  )
}

function movedText({ permitMoved }: Version, { banner }: PlanningTexts): string {
  if (permitMoved === null || permitMoved.workingDays === 0) return banner.same
  const days = String(Math.abs(permitMoved.workingDays))
  return permitMoved.workingDays > 0 ? banner.later(days) : banner.sooner(days)
}
