/**
 * The plan to take along: an A3 sheet, a table, a file for project software, days for a calendar.
 */

import type { PlanTrial } from '../plan/use-plan-trial.ts'

interface PaperLinksProps {
  readonly plan: PlanTrial
  readonly projectId: string
  readonly onShare: () => void
}

export function PaperLinks({ plan, projectId, onShare }: PaperLinksProps) {
  const { papers } = plan.words.texts
  const paper = (format: string) =>
    `/api/projects/${projectId}/plan/paper?format=${format}&view=${plan.address.view}&sign=${plan.trial.plan.signed.join(',')}`
  return (
    <section className="paper-links no-print" aria-label={papers.label}>
      <a className="button quiet" href={paper('pdf')} target="_blank" rel="noreferrer">
        {papers.print}
      </a>
      <a className="button quiet" href={paper('list')} target="_blank" rel="noreferrer">
        {papers.list}
      </a>
      <button className="button quiet" type="button" onClick={onShare}>
        {papers.share}
      </button>
      <details className="export">
        <summary className="button quiet">{papers.export}</summary>
        <ul>
          {(['xlsx', 'mspdi', 'svg', 'ics'] as const).map((format) => (
            <li key={format}>
              <a href={paper(format)} download>
                {papers.formats[format]}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
