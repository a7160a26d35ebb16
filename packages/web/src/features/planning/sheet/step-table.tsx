/**
 * Every step in a table, in the order in which it can be done: the chart for who does not see it, or would rather read.
 */

import type { PlannedStep } from '@guanjia/core/planning'
import { daysText, doneBy, type PlanWords, shortDay, whoOf } from '../plan/plan-words.ts'
import { inOrder } from '../plan/trial.ts'

interface StepTableProps {
  readonly words: PlanWords
  /** opens a step; absent where the table only accompanies the chart */
  readonly onSelect?: (id: string) => void
  readonly selected?: string | undefined
}

export function StepTable({ words, onSelect, selected }: StepTableProps) {
  const { texts, plan } = words
  const { list } = texts
  return (
    <table className="step-table">
      <caption>{list.caption}</caption>
      <thead>
        <tr>
          {[list.step, list.who, list.days, list.start, list.end, list.float, list.status].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder(plan).map((step) => (
          <Row
            key={step.id}
            step={step}
            words={words}
            isSelected={step.id === selected}
            {...(onSelect && { onSelect })}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps extends Pick<StepTableProps, 'words' | 'onSelect'> {
  readonly step: PlannedStep
  readonly isSelected: boolean
}

function Row({ step, words, onSelect, isSelected }: RowProps) {
  const { texts } = words
  const { id, name, dates } = step
  const day = doneBy(step)
  const classes = [step.critical ? 'critical' : '', isSelected ? 'selected' : ''].filter(Boolean).join(' ')
  return (
    <tr className={classes || undefined}>
      <th scope="row">
        {onSelect ? (
          <button className="text-button" type="button" onClick={() => onSelect(id)}>
            {name['zh-CN']}
          </button>
        ) : (
          name['zh-CN']
        )}
      </th>
      <td>{whoOf(step, words)}</td>
      <td>{daysText(step, texts)}</td>
      <td>{dates ? shortDay(dates.start, words) : ''}</td>
      <td>{day === undefined ? '' : texts.before(shortDay(day, words))}</td>
      <td>{floatText(step, words)}</td>
      <td>{texts.status[step.duty ? 'duty' : (step.actual?.status ?? 'planned')]}</td>
    </tr>
  )
}

function floatText({ critical, totalFloat }: PlannedStep, { texts }: PlanWords): string {
  if (critical) return texts.list.critical
  return totalFloat === null ? texts.list.none : texts.short.days(String(totalFloat))
}
