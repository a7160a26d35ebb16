/**
 * One of the two lists: by unit, what it answers for.
 */

import { Link } from 'wouter'
import { supervisionTexts } from '../../../../texts/supervision-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'
import { dayText } from '../../../../ui/moment.ts'
import { colourOf } from '../../lights/supervised.ts'
import type { TaskLedger } from './task-shown.ts'

const texts = supervisionTexts.tasks

interface DutyListProps {
  readonly ledger: TaskLedger
  readonly list: 'territorial' | 'departmental'
}

export function DutyListView({ ledger: { tasks }, list }: DutyListProps) {
  const byUnit = new Map<string, TaskLedger['tasks'][number][]>()
  for (const task of tasks)
    for (const { unit } of task.duties.filter((duty) => duty.list === list))
      byUnit.set(unit.name, [...(byUnit.get(unit.name) ?? []), task])
  if (byUnit.size === 0) return <p className="light-empty">{texts.empty}</p>
  return (
    <div className="duty-lists">
      {[...byUnit].map(([unit, own]) => (
        <section key={unit}>
          <h2>
            {unit}
            <small>{texts.open(own.filter(({ state }) => state !== 'closed').length)}</small>
            {own.some(({ light }) => light === 'red') && (
              <Light colour="red">{texts.late(own.filter(({ light }) => light === 'red').length)}</Light>
            )}
          </h2>
          <ol>
            {own.map((task) => (
              <li key={task.id}>
                <Light colour={colourOf(task.light)}>{task.lightName}</Light>
                <div>
                  <b>{task.duties.find((duty) => duty.list === list)?.duty}</b>
                  <small>{task.duties.find((duty) => duty.list === list)?.answerable}</small>
                </div>
                <div>
                  <Link href={`/work/supervision/tasks/${task.id}`}>{task.text}</Link>
                  <small>{texts.dueOn(dayText(task.dueOn))}</small>
                </div>
                <span>{texts.states[task.state]}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
