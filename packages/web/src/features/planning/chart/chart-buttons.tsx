/**
 * Transparent buttons over the drawing: what the keyboard goes through and what the pointer presses. One of them is in the tab
 * order; arrows go on from there.
 */

import type { DiagramBar, PlanDiagram } from '@guanjia/core/planning'
import { textWidth } from '@guanjia/core/planning'
import { useRef } from 'react'
import { useKeys } from '../plan/use-keys.ts'
import { type ChartTargets, moveFrom } from './chart-moves.ts'

interface ChartButtonsProps {
  readonly diagram: PlanDiagram
  readonly label: string
  /** what a step is called by who does not see it */
  readonly nameOf: (id: string) => string
  readonly targets: ChartTargets
  readonly selected: string | undefined
  readonly onSelect: (id: string | undefined) => void
  /** the step the pointer or the keyboard is at */
  readonly onFollow: (id: string | undefined) => void
}

export function ChartButtons(props: ChartButtonsProps) {
  const { diagram, label, nameOf, targets, selected, onSelect, onFollow } = props
  const layer = useRef<HTMLDivElement>(null)
  const entry = diagram.bars.some(({ id }) => id === selected) ? selected : targets.critical[0]
  useKeys(layer, (event) => {
    const from = (event.target as HTMLElement).dataset['step']
    if (from === undefined) return
    if (event.key === 'Escape') onSelect(undefined)
    const to = moveFrom(diagram, from, event.key, targets)
    if (to === undefined) return
    event.preventDefault()
    layer.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(to)}"]`)?.focus()
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form; these are the steps of a chart
    <div
      className="chart-buttons"
      role="group"
      aria-label={label}
      ref={layer}
      onPointerLeave={() => onFollow(undefined)}
    >
      {diagram.bars.map((bar) => (
        <button
          key={bar.id}
          type="button"
          data-step={bar.id}
          style={coverOf(bar)}
          tabIndex={bar.id === entry ? 0 : -1}
          aria-pressed={bar.id === selected}
          onClick={() => onSelect(bar.id)}
          onPointerEnter={({ pointerType }) => (pointerType === 'mouse' ? onFollow(bar.id) : undefined)}
          onFocus={() => onFollow(bar.id)}
          onBlur={() => onFollow(undefined)}
        >
          <span className="visually-hidden">{nameOf(bar.id)}</span>
        </button>
      ))}
    </div>
  )
}

const smallest = 24

/** The place of the name and the bar together. */
function coverOf({ x, y, width, height, label }: DiagramBar) {
  const half = width === 0 ? height / 2 : 0
  const text = textWidth(label.text, label.size)
  const textLeft = label.anchor === 'end' ? label.x - text : label.x
  const left = Math.min(x - half, textLeft)
  const right = Math.max(x + width + half, textLeft + text)
  const top = label.y - label.size
  return { left, top, width: Math.max(smallest, right - left), height: y + height - top }
}
