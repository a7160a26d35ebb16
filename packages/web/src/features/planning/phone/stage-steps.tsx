/**
 * The steps stage by stage, the present one open.
 */

import type { PlannedStep } from '@guanjia/core/planning'
import { isDone } from '../plan/next-step.ts'
import { doneBy, type PlanWords, shortDay, whoOf } from '../plan/plan-words.ts'
import { currentStage, stageList } from '../plan/stage-list.ts'

interface StageStepsListProps {
  readonly words: PlanWords
  readonly onSelect: (id: string) => void
}

export function StageStepsList({ words, onSelect }: StageStepsListProps) {
  const { texts, wire } = words
  const current = currentStage(words)
  return (
    <div className="stage-steps">
      <h2>{texts.phone.list}</h2>
      {stageList(words, wire, texts.phone.other).map(({ number, name, steps, done }) => (
        <details key={number} open={number === current}>
          <summary>
            <b>{name}</b>
            {number === current && <span className="light green">{texts.phone.current}</span>}
            <small>{texts.phone.stageOf(String(done), String(steps.length))}</small>
          </summary>
          <ul>
            {steps.map((step) => (
              <li key={step.id}>
                <StepRow step={step} words={words} onSelect={onSelect} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}

interface StepRowProps extends StageStepsListProps {
  readonly step: PlannedStep
}

function StepRow({ step, words, onSelect }: StepRowProps) {
  const { texts } = words
  const day = doneBy(step)
  const sign = isDone(step) ? '✓' : step.duty ? texts.short.duty : step.critical ? '●' : '○'
  const facts = [
    whoOf(step, words),
    day === undefined ? '' : texts.before(shortDay(day, words)),
    floatText(step, words),
  ]
  return (
    <button
      type="button"
      className={step.critical ? 'step-row critical' : 'step-row'}
      onClick={() => onSelect(step.id)}
    >
      <span className={step.duty ? 'sign duty' : 'sign'} aria-hidden="true">
        {sign}
      </span>
      <span>
        <b>{step.name['zh-CN']}</b>
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </span>
    </button>
  )
}

function floatText(step: PlannedStep, { texts }: PlanWords): string {
  if (isDone(step)) return texts.status.done
  if (step.duty) return texts.status.duty
  if (step.critical) return texts.list.critical
  return step.totalFloat === null ? '' : texts.short.float(String(step.totalFloat))
}
