/**
 * What a tour came to, as cells of a drawing's title block; counted by the server from the records.
 */

import type { CallOutput } from '../../../../api/call.ts'
import { toursTexts as texts } from '../../../../texts/tours-zh-cn.ts'

type Figures = CallOutput<'GET /api/tours/:id'>['figures']

/** A length in days, or that there is none yet. */
export function daysText(days: number | null): string {
  return days === null ? texts.noDays : texts.days(days)
}

export function TourFigures({ figures }: { readonly figures: Figures }) {
  const cells = [
    [texts.stops, texts.visitedOf(figures.visited, figures.stops), texts.places(figures.places)],
    [texts.heard, figures.heard],
    [texts.onSite, figures.answeredOnSite],
    [texts.raised, figures.raised],
    [texts.solved, figures.solved],
    [texts.replyDays, daysText(figures.medianDaysToReply)],
    [texts.solutionDays, daysText(figures.medianDaysToSolution)],
  ] as const
  return (
    <dl className="staff-block tour-figures">
      {cells.map(([label, value, note]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {note !== undefined && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
