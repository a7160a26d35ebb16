/**
 * What happened to a case, in plain words, with the official paper of each step.
 */

import type { CallOutput } from '../../api/call.ts'
import { useTexts } from '../../page.tsx'
import { casesZhCN } from '../../texts/cases-zh-cn.ts'
import { useMoments } from '../../ui/use-moments.ts'
import type { Case } from './case-standing.ts'
import { EventDays } from './event-days.tsx'
import { useWord } from './use-word.ts'

type Timeline = CallOutput<'GET /api/cases/:id/timeline'>
type Event = Timeline['events'][number]

interface CaseHistoryProps {
  readonly file: Case
  readonly events: Timeline['events']
}

export function CaseHistory({ file, events }: CaseHistoryProps) {
  const { history: texts } = casesZhCN
  const { join } = useTexts()
  const { moment } = useMoments()
  const word = useWord()
  const authorityOf = ({ body }: Event) =>
    file.authorityNames[String(body['authority'] ?? body['asked'] ?? '')]
  return (
    <ol className="timeline">
      {events.map((event) => {
        const name = nameOf(event)
        const authority = authorityOf(event)
        const ground = authority === undefined ? groundOf(event) : word(authority)
        return (
          <li key={event.version}>
            {ground === undefined ? name : join.labelled(name, ground)}
            <time dateTime={event.at}>{moment(event.at)}</time>
            {event.paper !== null && (
              <a href={`/api/cases/${file.id}/papers/${event.version}`}>
                {texts.paper}
                <span className="visually-hidden">{name}</span>
              </a>
            )}
            <EventDays days={event.days} />
          </li>
        )
      })}
    </ol>
  )
}

function nameOf({ type }: Event): string {
  const { events, other } = casesZhCN.history
  return type in events ? events[type as keyof typeof events] : other
}

/** What makes this one different from others of its kind. */
function groundOf({ body }: Event): string | undefined {
  const { grounds } = casesZhCN.history
  const said = body['ground'] ?? body['outcome']
  return typeof said === 'string' && said in grounds ? grounds[said as keyof typeof grounds] : undefined
}
