/**
 * The counter: the line on the left, whoever stands in front of it beside, and below what is to be checked and what applicants
 * still have to bring.
 */

import { Link } from 'wouter'
import { useApi } from '../../../api/use-api.ts'
import { useNews } from '../../../api/use-news.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Title } from '../../../ui/title.tsx'
import { Framed } from '../staff-page.tsx'
import { CaseTable, type CounterCase } from './case-table.tsx'
import { QueuePanel } from './queue-panel.tsx'
import { FindCase } from './visit/find-case.tsx'
import { WalkInForm } from './walk-in-form.tsx'

const withoutNumber = 'walk-in'

export function CounterPage() {
  const queue = useApi('GET /api/counter/queue')
  const cases = useApi('GET /api/counter/cases')
  useNews(['cases.received', 'cases.correction-answered', 'cases.paper-supplied'], () => {
    if (cases.state !== 'loading') cases.again()
  })
  return (
    <Framed>
      <div className="staff-head">
        <Title>{texts.title}</Title>
        <p className="staff-lead">{texts.keys}</p>
      </div>
      <Awaited reading={queue}>
        {(line) => (
          <div className="counter-halves">
            <QueuePanel queue={line} again={queue.state === 'loading' ? () => undefined : queue.again} />
            <WalkInForm
              key={line.inHand?.id ?? withoutNumber}
              subject={line.inHand?.id ?? withoutNumber}
              hasNumber={line.inHand !== null}
              onHanded={queue.state === 'loading' ? () => undefined : queue.again}
            />
          </div>
        )}
      </Awaited>
      {cases.state === 'ready' && <Handed cases={cases.value.cases} />}
      <section className="staff-list">
        <div className="staff-tools in-list">
          <h2>{texts.toCheck}</h2>
          <span className="staff-lead">{texts.toCheckLead}</span>
        </div>
        <Awaited reading={cases}>
          {(list) => (
            <CaseTable
              cases={list.cases.filter(({ asked }) => asked === 'check')}
              none={texts.nothingToCheck}
              limit={texts.limit}
            />
          )}
        </Awaited>
      </section>
      <section className="staff-list awaited-cases">
        <div className="staff-tools in-list">
          <h2>{texts.waitingFor}</h2>
          <span className="staff-lead">{texts.waitingForLead}</span>
          <FindCase />
        </div>
        <Awaited reading={cases}>
          {(list) => (
            <CaseTable
              cases={list.cases.filter(({ asked }) => asked !== 'check')}
              none={texts.nothingAwaited}
              limit={texts.limitOfApplicant}
            />
          )}
        </Awaited>
      </section>
    </Framed>
  )
}

/** Cases that a colleague had begun to check and handed over. */
function Handed({ cases }: { readonly cases: readonly CounterCase[] }) {
  const drafts = useApi('GET /api/counter/drafts')
  const handed = (drafts.state === 'ready' ? drafts.value.drafts : []).flatMap(({ subject, handedBy }) => {
    const found = cases.find(({ id }) => id === subject)
    return found === undefined || handedBy === null ? [] : [{ ...found, handedBy }]
  })
  if (handed.length === 0) return null
  return (
    <section className="staff-panel" aria-labelledby="handed">
      <h2 id="handed">{texts.handed}</h2>
      <ul className="paper-list">
        {handed.map(({ id, number, service, handedBy }) => (
          <li key={id}>
            <Link href={`/work/counter/${id}`}>{number}</Link>
            <span>{service.name['zh-CN'] ?? service.id}</span>
            <span className="hint">{texts.handedBy(handedBy)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
