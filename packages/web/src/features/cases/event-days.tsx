/**
 * The last days that something in the history of a case told of; both days where a corrected calendar moved one, with what
 * that rests on.
 */

import type { CallOutput } from '../../api/call.ts'
import { casesZhCN } from '../../texts/cases-zh-cn.ts'
import { useMoments } from '../../ui/use-moments.ts'

type Days = NonNullable<CallOutput<'GET /api/cases/:id/timeline'>['events'][number]['days']>

export function EventDays({ days }: { readonly days: Days | null }) {
  const { days: texts } = casesZhCN.history
  const { day } = useMoments()
  if (days === null) return null
  return (
    <div className="event-days">
      {days.ends.map(({ clock, before, due }) => (
        <p key={clock}>
          {before === null
            ? texts.until(texts.clocks[clock], day(due))
            : texts.moved(texts.clocks[clock], day(before), day(due))}
        </p>
      ))}
      {days.counted === 'now' && <p>{texts.countedNow}</p>}
      {days.grounds.map(({ reason, source }) => (
        <p key={source}>
          {texts.because(reason ?? texts.corrected)}{' '}
          <a href={source} target="_blank" rel="noreferrer">
            {texts.source}
          </a>
        </p>
      ))}
    </div>
  )
}
