/**
 * The days that the project sets itself, one up, one down, or typed.
 */

import type { PlannedStep } from '@guanjia/core/planning'
import { useId } from 'react'
import type { PlanningTexts } from '../../../texts/planning-zh-cn.ts'

interface DaysStepperProps {
  readonly step: PlannedStep
  readonly texts: PlanningTexts
  readonly onDays: (days: number) => void
}

const mostDays = 3000

export function DaysStepper({ step, texts, onDays }: DaysStepperProps) {
  const { value, standard } = step.days
  const field = useId()
  const set = (days: number) => {
    if (Number.isInteger(days)) onDays(Math.min(mostDays, Math.max(0, days)))
  }
  return (
    <div className="days-stepper">
      <label htmlFor={field}>{texts.drawer.own}</label>
      <div>
        <button
          type="button"
          aria-label={texts.drawer.fewer}
          disabled={value === 0}
          onClick={() => set(value - 1)}
        >
          −
        </button>
        <input
          id={field}
          inputMode="numeric"
          pattern="[0-9]*"
          value={value}
          onChange={({ target }) => set(Number(target.value))}
        />
        <button type="button" aria-label={texts.drawer.more} onClick={() => set(value + 1)}>
          +
        </button>
        {value === standard ? (
          <small>{texts.drawer.standard(String(standard))}</small>
        ) : (
          <button className="text-button" type="button" onClick={() => set(standard)}>
            {texts.drawer.restore}
          </button>
        )}
      </div>
    </div>
  )
}
