/**
 * What happened to a case, the latest first, with the paper that was issued.
 */

import { useApi } from '../../../api/use-api.ts'
import { EventDays } from '../../../features/cases/index.ts'
import { caseEventWords } from '../../../texts/case-event-words-zh-cn.ts'
import { reviewTexts } from '../../../texts/department-zh-cn.ts'
import { momentText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'

export function CaseTimeline({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/cases/:id/timeline', { params: { id } })
  return (
    <Awaited reading={reading}>
      {({ events }) => (
        <ol className="case-timeline">
          {events.toReversed().map(({ version, type, at, paper, days }) => (
            <li key={version}>
              <time dateTime={at}>{momentText(at)}</time>
              <span>{caseEventWords[type] ?? type}</span>
              {paper !== null && (
                <a href={`/api/cases/${id}/papers/${version}`} target="_blank" rel="noreferrer">
                  {reviewTexts.openPaper}
                </a>
              )}
              <EventDays days={days} />
            </li>
          ))}
        </ol>
      )}
    </Awaited>
  )
}
