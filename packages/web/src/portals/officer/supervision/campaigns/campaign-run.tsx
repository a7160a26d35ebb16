/**
 * One run of a campaign: scope, period, how much of what was found is put right, and each finding.
 */

import { campaignsTexts as texts } from '../../../../texts/campaigns-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { ConcludeCampaign, RecordFinding } from './campaign-acts.tsx'
import type { CampaignRunShown, CampaignTree } from './campaign-shown.ts'
import { FindingLine } from './finding-line.tsx'

interface RunProps {
  readonly run: CampaignRunShown
  readonly tree: CampaignTree
  readonly again: () => void
}

export function CampaignRun({ run, tree, again }: RunProps) {
  const { number, scope, from, until, concludedAt, conclusion, figures, findings } = run
  const isRunning = concludedAt === null
  return (
    <article className="campaign-run">
      <header>
        <b>{number}</b>
        <span>{texts.period(dayText(from), dayText(until))}</span>
        <span>{isRunning ? texts.running : texts.concluded}</span>
        <Rate figures={figures} />
      </header>
      <p>{scope}</p>
      <ul className="light-lines">
        {findings.map((finding) => (
          <FindingLine key={finding.id} finding={finding} mayCheck={tree.mayRun} again={again} />
        ))}
      </ul>
      {conclusion !== null && (
        <p>
          {texts.conclusion}：{conclusion}
        </p>
      )}
      {tree.mayRun && isRunning && (
        <div className="campaign-acts">
          <RecordFinding id={run.id} units={tree.units} again={again} />
          <ConcludeCampaign id={run.id} again={again} />
        </div>
      )}
    </article>
  )
}

/** The rate as a number and as a line; the line says nothing that the number does not. */
function Rate({ figures: { findings, rectified, overdue, percent } }: Pick<CampaignRunShown, 'figures'>) {
  if (percent === null) return <span className="campaign-rate">{texts.noRate}</span>
  return (
    <span className="campaign-rate">
      <span>
        {texts.rate} <b>{percent}%</b>
      </span>
      <progress max={100} value={percent} aria-hidden="true" />
      <small>
        {texts.counts(findings, rectified)}
        {overdue > 0 && <em>　◆ {texts.overdue(overdue)}</em>}
      </small>
    </span>
  )
}
