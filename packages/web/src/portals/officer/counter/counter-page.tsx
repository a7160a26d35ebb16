/**
 * The counter: the line on the left, whoever stands in front of it beside, and below what is to be checked and what applicants
 * still have to bring.
 */

import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { type Reading, useApi } from '../../../api/use-api.ts'
import { useNews } from '../../../api/use-news.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Title } from '../../../ui/title.tsx'
import { Framed } from '../staff-page.tsx'
import { CaseTable, type CounterCase } from './case-table.tsx'
import { type Queue, QueuePanel } from './queue-panel.tsx'
import { FindCase } from './visit/find-case.tsx'
import { WalkInForm } from './walk-in-form.tsx'

const withoutNumber = 'walk-in'
const lineChanged = ['counters.line-changed']

export function CounterPage() {
  const queue = useApi('GET /api/counter/queue')
  const cases = useApi('GET /api/counter/cases')
  useNews(['cases.received', 'cases.correction-answered', 'cases.paper-supplied'], () => {
    readAgain(cases)
  })
  const drafts = useApi('GET /api/counter/drafts')
  useNews(lineChanged, () => {
    readAgain(queue)
    readAgain(drafts)
  })
  return (
    <Framed>
      <div className="staff-head">
        <Title>{texts.title}</Title>
        <p className="staff-lead">{texts.keys}</p>
      </div>
      <Awaited reading={queue}>
        {(line) => <Halves line={line} again={() => readAgain(queue)} onKept={() => readAgain(drafts)} />}
      </Awaited>
      <Kept cases={cases} drafts={drafts} queue={queue} />
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

function readAgain(reading: Reading<unknown>): void {
  reading.again()
}

interface HalvesProps {
  readonly line: Queue
  readonly again: () => void
  readonly onKept: () => void
}

function Halves({ line, again, onKept }: HalvesProps) {
  const subject = line.inHand?.id ?? withoutNumber
  return (
    <div className="counter-halves">
      <QueuePanel queue={line} again={again} />
      <WalkInForm
        key={subject}
        subject={subject}
        hasNumber={line.inHand !== null}
        onHanded={again}
        onKept={onKept}
      />
    </div>
  )
}

interface KeptProps {
  readonly cases: Reading<CallOutput<'GET /api/counter/cases'>>
  readonly drafts: Reading<CallOutput<'GET /api/counter/drafts'>>
  readonly queue: Reading<Queue>
}

/** What is kept for this clerk: cases that a colleague handed over, and what waits until the number in hand is done. */
function Kept({ cases, drafts: reading, queue }: KeptProps) {
  if (cases.state !== 'ready' || reading.state !== 'ready') return null
  const { drafts } = reading.value
  const hasNumber = queue.state === 'ready' && queue.value.inHand !== null
  const handed = drafts.flatMap(({ subject, handedBy }) => {
    const found = cases.value.cases.find(({ id }) => id === subject)
    return found === undefined || handedBy === null ? [] : [{ ...found, handedBy }]
  })
  return (
    <>
      {hasNumber && drafts.some(({ subject }) => subject === withoutNumber) && (
        <p className="staff-lead" role="status">
          {texts.walkInKept}
        </p>
      )}
      {handed.length > 0 && <Handed cases={handed} />}
    </>
  )
}

interface HandedProps {
  readonly cases: readonly (CounterCase & { readonly handedBy: string })[]
}

/** Cases that a colleague had begun to check and handed over. */
function Handed({ cases }: HandedProps) {
  return (
    <section className="staff-panel" aria-labelledby="handed">
      <h2 id="handed">{texts.handed}</h2>
      <ul className="paper-list">
        {cases.map(({ id, number, service, handedBy }) => (
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
