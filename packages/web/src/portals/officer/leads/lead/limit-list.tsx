import { leadsTexts } from '../../../../texts/leads-zh-cn.ts'
import { dayText } from '../../../../ui/moment.ts'
import { Unconfirmed } from '../../../../ui/unconfirmed.tsx'
import { LeadLight } from '../lead-light.tsx'
import type { OpenedLead } from './opened-lead.ts'

const texts = leadsTexts.handling

type Clock = OpenedLead['handling']['clocks'][number]

/** What is owed until when; every day of a period explained on demand. */
export function LimitList({ clocks }: { readonly clocks: readonly Clock[] }) {
  if (clocks.length === 0) return <p>{texts.nothingOwed}</p>
  return (
    <ul className="lead-lines">
      {clocks.map((clock) => (
        <li key={clock.kind}>
          <div className="lead-line">
            <b>{clock.name}</b>
            <Unconfirmed mark={clock.isUnconfirmed ? 'U' : 'S'} />
            <span>{texts.due(dayText(clock.due))}</span>
            <LeadLight light={clock.light} left={clock.left} />
          </div>
          <p className="lead-hint">{clock.source}</p>
          <details>
            <summary>{texts.days}</summary>
            <ol className="lead-days">
              {clock.days.map(({ date, counted, reason }) => (
                <li key={date}>
                  <time dateTime={date}>{dayText(date)}</time>
                  <span>{counted === null ? reason : `${reason} · ${texts.counted(counted)}`}</span>
                </li>
              ))}
            </ol>
          </details>
        </li>
      ))}
    </ul>
  )
}
