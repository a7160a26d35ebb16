/**
 * The ledger: each task with its light and both its duties side by side.
 */

import { Link } from 'wouter'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'
import { colourOf } from '../../lights/supervised.ts'
import type { TaskLedger } from './task-shown.ts'

const texts = supervisionTexts.tasks
type Task = TaskLedger['tasks'][number]

export function TaskTable({ tasks }: { readonly tasks: readonly Task[] }) {
  if (tasks.length === 0) return <p className="light-empty">{texts.empty}</p>
  return (
    <ul className="task-rows">
      {tasks.map((task) => (
        <li key={task.id}>
          <Light colour={colourOf(task.light)}>{task.lightName}</Light>
          <div>
            <Link href={`/work/supervision/tasks/${task.id}`}>{task.text}</Link>
            <small>
              {task.number}　{task.sourceName}
              {task.recurrences > 0 && `　${texts.again(task.recurrences)}`}
            </small>
          </div>
          {task.duties.map((duty) => (
            <DutyCell key={duty.list} duty={duty} />
          ))}
          <div>
            <span>{texts.states[task.state]}</span>
            <small>{task.sentence === '' ? texts.dueOn(dayText(task.dueOn)) : task.sentence}</small>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** One side of a task. */
export function DutyCell({
  duty: { list, unit, duty, answerable, reported },
}: {
  readonly duty: Task['duties'][number]
}) {
  return (
    <div className="task-duty">
      <small>{texts[list]}</small>
      <b>{unit.name}</b>
      <span>{duty}</span>
      <small>
        {answerable}　{reported ? texts.reported : texts.silent}
      </small>
    </div>
  )
}
