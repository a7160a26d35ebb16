/**
 * The ends of the project's own bars, to be taken hold of with a pointer: dragging sets days. The drawer does the same
 * without a pointer, so that nobody has to drag.
 */

import type { DiagramBar, PlanDiagram, PlannedStep } from '@guanjia/core/planning'
import { type PointerEvent, useState } from 'react'
import type { PlanningTexts } from '../../../texts/planning-zh-cn.ts'
import { isOwn } from '../plan/next-step.ts'

interface ChartGripsProps {
  readonly diagram: PlanDiagram
  readonly steps: ReadonlyMap<string, PlannedStep>
  readonly texts: PlanningTexts
  readonly onDays: (id: string, days: number) => void
}

export function ChartGrips({ diagram, steps, texts, onDays }: ChartGripsProps) {
  return (
    <div className="chart-grips" aria-hidden="true">
      {diagram.bars.map((bar) => {
        const days = daysToSet(steps.get(bar.id))
        return days === undefined ? null : (
          <Grip
            key={bar.id}
            bar={bar}
            days={days}
            dayWidth={diagram.day}
            wordsOf={(shown) => texts.short.days(String(shown))}
            onDays={(set) => onDays(bar.id, set)}
          />
        )
      })}
    </div>
  )
}

/** The working days that the project may still set for a step. */
function daysToSet(step: PlannedStep | undefined): number | undefined {
  if (step === undefined || !isOwn(step) || step.actual !== undefined) return undefined
  return step.days.unit === 'working-days' ? step.days.value : undefined
}

interface GripProps {
  readonly bar: DiagramBar
  readonly days: number
  readonly dayWidth: number
  readonly wordsOf: (days: number) => string
  readonly onDays: (days: number) => void
}

const mostDays = 3000

function Grip({ bar: { id, x, y, width, height }, days, dayWidth, wordsOf, onDays }: GripProps) {
  const [dragged, drag] = useState<{ readonly from: number; readonly days: number }>()
  const shown = dragged?.days ?? days
  function begin(event: PointerEvent<HTMLElement>) {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag({ from: event.clientX, days })
  }
  function move({ clientX }: PointerEvent) {
    if (dragged === undefined) return
    const moved = Math.round((clientX - dragged.from) / dayWidth)
    drag({ ...dragged, days: Math.min(mostDays, Math.max(0, days + moved)) })
  }
  function end() {
    drag(undefined)
    if (dragged !== undefined && dragged.days !== days) onDays(dragged.days)
  }
  return (
    <>
      {dragged !== undefined && (
        <span className="dragged" style={{ left: x, top: y, width: Math.max(2, shown * dayWidth), height }}>
          {wordsOf(shown)}
        </span>
      )}
      <span
        className="grip"
        data-grip={id}
        style={{ left: x + width + (shown - days) * dayWidth, top: y, height }}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={() => drag(undefined)}
      />
    </>
  )
}
