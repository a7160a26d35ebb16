/**
 * The ends of the project's own bars, to be taken hold of with a pointer: dragging sets days. The drawer does the same
 * without a pointer, so that nobody has to drag.
 */

import type { DiagramBar, PlanDiagram } from '@guanjia/core/planning'
import { type PointerEvent, useState } from 'react'

interface ChartGripsProps {
  readonly diagram: PlanDiagram
  /** working days of a step that may be set; undefined where they may not */
  readonly daysOf: (id: string) => number | undefined
  readonly wordsOf: (days: number) => string
  readonly onDays: (id: string, days: number) => void
}

export function ChartGrips({ diagram, daysOf, wordsOf, onDays }: ChartGripsProps) {
  return (
    <div className="chart-grips" aria-hidden="true">
      {diagram.bars.map((bar) => {
        const days = daysOf(bar.id)
        return days === undefined ? null : (
          <Grip
            key={bar.id}
            bar={bar}
            days={days}
            dayWidth={diagram.day}
            wordsOf={wordsOf}
            onDays={(set) => onDays(bar.id, set)}
          />
        )
      })}
    </div>
  )
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
