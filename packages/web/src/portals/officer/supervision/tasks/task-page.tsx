/**
 * One task: both duties side by side, what happened, what is next, and both drafts of accountability where it is overdue.
 */

import { useApi } from '../../../../api/use-api.ts'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText, momentText } from '../../../../ui/moment.ts'
import { Awaited } from '../../../../ui/reading.tsx'
import { colourOf } from '../../lights/supervised.ts'
import { StaffDetailPage } from '../../staff-page.tsx'
import { Accountability } from './accountability.tsx'
import { TaskActs } from './task-acts.tsx'
import type { TaskShown } from './task-shown.ts'
import { DutyCell } from './task-table.tsx'

const texts = supervisionTexts.task

export function TaskPage({ id }: { readonly id: string }) {
  const reading = useApi('GET /api/supervision/tasks/:id', { params: { id } })
  const { again } = reading
  return <Awaited reading={reading}>{(shown) => <Page shown={shown} again={again} />}</Awaited>
}

function Page({ shown, again }: { readonly shown: TaskShown; readonly again: () => void }) {
  const { row } = shown
  return (
    <StaffDetailPage
      title={row.text}
      back={{ href: '/work/supervision/tasks', label: texts.back }}
      state={<Light colour={colourOf(row.light)}>{supervisionTexts.tasks.states[row.state]}</Light>}
      facts={[
        { label: texts.number, value: row.number },
        { label: texts.source, value: [row.sourceName, shown.sourceNote].filter(Boolean).join('　') },
        { label: texts.dueOn, value: dayText(row.dueOn) },
        { label: texts.lead, value: row.leadUnit.name },
        ...(row.company === null ? [] : [{ label: texts.company, value: <Company shown={shown} /> }]),
      ]}
      left={
        <>
          <section className="light-section">
            <h2>{texts.duties}</h2>
            <div className="task-duties">
              {row.duties.map((duty) => (
                <DutyCell key={duty.list} duty={duty} />
              ))}
            </div>
            <p className="light-why">{row.sentence}</p>
          </section>
          <Timeline entries={shown.entries} />
        </>
      }
      right={
        <>
          <TaskActs shown={shown} again={again} />
          <Accountability shown={shown} again={again} />
        </>
      }
    />
  )
}

function Company({ shown: { row, companyConfirmed } }: { readonly shown: TaskShown }) {
  return (
    <>
      {row.company}
      <small>{companyConfirmed ? texts.confirmed : texts.toConfirm}</small>
    </>
  )
}

function Timeline({ entries }: Pick<TaskShown, 'entries'>) {
  return (
    <section className="light-section">
      <h2>{texts.timeline}</h2>
      <ol className="task-timeline">
        {entries.map(({ act, passed, words, evidence, by, at }) => (
          <li key={`${act} ${at}`}>
            <time dateTime={at}>{momentText(at)}</time>
            <div>
              <b>{texts.acts[act]}</b>
              {passed !== null && `　${passed ? texts.passed : texts.sentBack}`}
              <small>{by}</small>
              {act !== 'register' && <p>{words}</p>}
              {evidence.length > 0 && (
                <p>
                  {texts.evidence}：{evidence.join('、')}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
