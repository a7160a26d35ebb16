/**
 * The counter: the line on the left, whoever stands in front of it beside, and below what came in over the net.
 */

import { Table } from 'antd'
import { Link } from 'wouter'
import type { CallOutput } from '../../../api/call.ts'
import { useApi } from '../../../api/use-api.ts'
import { useNews } from '../../../api/use-news.ts'
import { caseWords } from '../../../texts/case-words-zh-cn.ts'
import { counterTexts as texts } from '../../../texts/counter-zh-cn.ts'
import { dayText } from '../../../ui/moment.ts'
import { Awaited } from '../../../ui/reading.tsx'
import { Title } from '../../../ui/title.tsx'
import { CaseLight } from '../case-parts/case-light.tsx'
import { Framed } from '../staff-page.tsx'
import { QueuePanel } from './queue-panel.tsx'
import { WalkInForm } from './walk-in-form.tsx'

const withoutNumber = 'walk-in'

export function CounterPage() {
  const queue = useApi('GET /api/counter/queue')
  const cases = useApi('GET /api/counter/cases')
  useNews(['cases.received', 'cases.correction-answered'], () => {
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
        <Awaited reading={cases}>{(list) => <ToCheck cases={list.cases} />}</Awaited>
      </section>
    </Framed>
  )
}

type CounterCase = CallOutput<'GET /api/counter/cases'>['cases'][number]

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

function ToCheck({ cases }: { readonly cases: readonly CounterCase[] }) {
  return (
    <Table
      rowKey="id"
      size="middle"
      pagination={false}
      dataSource={[...cases]}
      scroll={{ x: 1020 }}
      locale={{ emptyText: texts.nothingToCheck }}
      columns={[
        {
          title: caseWords.caseNumber,
          width: 210,
          render: (_, { id, number }) => <Link href={`/work/counter/${id}`}>{number}</Link>,
        },
        { title: texts.service, width: 260, render: (_, { service }) => service.name['zh-CN'] ?? service.id },
        { title: texts.applicant, width: 120, dataIndex: 'applicant' },
        { title: texts.situation, width: 170, render: (_, { situation }) => caseWords.situations[situation] },
        {
          title: texts.limit,
          width: 260,
          render: (_, { next }) =>
            next !== null && (
              <>
                <CaseLight light={next.light} remaining={next.remaining} />
                <small className="due-day">
                  {caseWords.deadlines[next.kind] ?? next.kind}
                  {next.due !== null && ` ${caseWords.before(dayText(next.due))}`}
                </small>
              </>
            ),
        },
      ]}
    />
  )
}
