/**
 * The calls the hall makes of its own accord, with what to say and until when.
 */

import { useState } from 'react'
import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { staffTexts } from '../../texts/staff-zh-cn.ts'
import { TextField } from '../../ui/field.tsx'
import { Light } from '../../ui/light.tsx'
import { momentText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Title } from '../../ui/title.tsx'
import { StaffShell } from './staff-shell.tsx'

type Task = CallOutput<'GET /api/outreach'>['tasks'][number]

const texts = staffTexts.outreach

export function OutreachPage() {
  const reading = useApi('GET /api/outreach')
  const { again } = reading
  return (
    <StaffShell>
      <Title>{texts.title}</Title>
      <Awaited reading={reading}>
        {({ tasks }) =>
          tasks.length === 0 ? (
            <p className="sheet">{texts.empty}</p>
          ) : (
            tasks.map((task) => <TaskSheet key={task.id} task={task} again={again} />)
          )
        }
      </Awaited>
    </StaffShell>
  )
}

interface TaskProps {
  readonly task: Task
  readonly again: () => void
}

function TaskSheet({ task, again }: TaskProps) {
  return (
    <section className="sheet" aria-labelledby={`task-${task.id}`}>
      <h2 id={`task-${task.id}`}>{task.company}</h2>
      <p>
        <TaskLight task={task} /> {task.contactName}{' '}
        <a href={`tel:${task.contactPhone}`}>{task.contactPhone}</a> · {task.place}
      </p>
      <p className="notice">{task.script}</p>
      <p>{task.matters.join('、')}</p>
      {task.calls.length > 0 && (
        <ul className="rows" aria-label={texts.calls}>
          {task.calls.map(({ attempt, answered, note, at }) => (
            <li key={attempt}>
              <span>
                {texts.attempt(attempt)} {momentText(at)} {note}
              </span>
              <span>{answered ? texts.answered : texts.unanswered}</span>
            </li>
          ))}
        </ul>
      )}
      {task.state === 'open' && <CallForm task={task} again={again} />}
    </section>
  )
}

function TaskLight({ task: { state, overdue, dueAt } }: { readonly task: Task }) {
  if (state === 'reached') return <Light colour="green">{texts.reached}</Light>
  if (state === 'message-sent') return <Light colour="paused">{texts.messageSent}</Light>
  return <Light colour={overdue ? 'red' : 'amber'}>{`${momentText(dueAt)} ${staffTexts.before}`}</Light>
}

function CallForm({ task: { id }, again }: TaskProps) {
  const [note, setNote] = useState('')
  async function record(answered: boolean) {
    const body = note === '' ? { answered } : { answered, note }
    await call('POST /api/outreach/:id/calls', { params: { id }, body })
    setNote('')
    again()
  }
  return (
    <>
      <TextField
        id={`note-${id}`}
        label={texts.note}
        hint={texts.noteHint}
        value={note}
        onChange={setNote}
        input={{ maxLength: 1000 }}
      />
      <div className="actions">
        <button className="button" type="button" onClick={() => void record(true)}>
          {texts.answered}
        </button>
        <button className="button quiet" type="button" onClick={() => void record(false)}>
          {texts.unanswered}
        </button>
      </div>
    </>
  )
}
