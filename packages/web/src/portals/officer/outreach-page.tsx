/**
 * The calls the hall makes of its own accord, with what to say and until when.
 */

import { type CallOutput, call } from '../../api/call.ts'
import { useApi } from '../../api/use-api.ts'
import { Light } from '../../ui/light.tsx'
import { momentText } from '../../ui/moment.ts'
import { Awaited } from '../../ui/reading.tsx'
import { Title } from '../../ui/title.tsx'
import { StaffShell } from './staff-shell.tsx'

type Task = CallOutput<'GET /api/outreach'>['tasks'][number]

export function OutreachPage() {
  const reading = useApi('GET /api/outreach')
  const again = reading.state === 'loading' ? () => undefined : reading.again
  return (
    <StaffShell>
      <Title>主动联系</Title>
      <Awaited reading={reading}>
        {({ tasks }) =>
          tasks.length === 0 ? (
            <p className="sheet">没有要打的电话。</p>
          ) : (
            tasks.map((task) => <TaskSheet key={task.id} task={task} again={again} />)
          )
        }
      </Awaited>
    </StaffShell>
  )
}

function TaskSheet({ task, again }: { readonly task: Task; readonly again: () => void }) {
  async function record(answered: boolean) {
    await call('POST /api/outreach/:id/calls', { params: { id: task.id }, body: { answered } })
    again()
  }
  return (
    <section className="sheet">
      <h2>{task.company}</h2>
      <p>
        <Light colour={task.overdue ? 'red' : 'amber'}>{`${momentText(task.dueAt)} 前`}</Light>{' '}
        {task.contactName} {task.contactPhone} · {task.place}
      </p>
      <p className="notice">{task.script}</p>
      <p>{task.matters.join('、')}</p>
      {task.state === 'open' && (
        <div className="actions">
          <button className="button" type="button" onClick={() => void record(true)}>
            已接通
          </button>
          <button className="button quiet" type="button" onClick={() => void record(false)}>
            未接通
          </button>
        </div>
      )}
    </section>
  )
}
