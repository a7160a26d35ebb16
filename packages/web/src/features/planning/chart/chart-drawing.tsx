/**
 * The drawing: lanes, days of rest, connectors, the lines of the start, bars. It is for the eye alone; what it shows stands in
 * the list too, and the keyboard has buttons over it.
 */

import type { DiagramLink, PlanDiagram, PlannedStep } from '@guanjia/core/planning'
import { memo } from 'react'
import type { PlanningTexts } from '../../../texts/planning-zh-cn.ts'
import { ChartBar } from './chart-bar.tsx'
import { bottomOf } from './chart-layout.ts'

export interface ChartDrawingProps {
  readonly diagram: PlanDiagram
  readonly steps: ReadonlyMap<string, PlannedStep>
  /** ids of the chain that is followed; undefined = none is */
  readonly chain: ReadonlySet<string> | undefined
  readonly nextId: string | undefined
  /** today in working days, where the plan is under way */
  readonly now: number | undefined
  readonly marks: ChartMarks
  readonly texts: PlanningTexts
}

/** What is written over the lines of the start. */
export interface ChartMarks {
  readonly start: string
  readonly former: string
  /** the strip between: so many days sooner, or later */
  readonly strip: string
  readonly isSooner: boolean
}

export const ChartDrawing = memo(function ChartDrawing(props: ChartDrawingProps) {
  const { diagram, chain } = props
  const { width } = diagram
  const height = bottomOf(diagram)
  return (
    <svg
      className={chain === undefined ? 'drawing' : 'drawing following'}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <Ground diagram={diagram} />
      <Strip {...props} />
      <Links {...props} />
      <StartLines {...props} />
      <Bars {...props} />
    </svg>
  )
})

function Ground({ diagram }: Pick<ChartDrawingProps, 'diagram'>) {
  const { lanes, ticks, slivers, folds, width } = diagram
  const bottom = bottomOf(diagram)
  return (
    <g>
      <defs>
        <pattern
          id="plan-rest"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path className="hatch" d="M0 0V4" />
        </pattern>
        <pattern
          id="plan-fold"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path className="fold-line" d="M0 0V7" />
        </pattern>
      </defs>
      {lanes.map(({ id, y, height }, index) => (
        <rect
          key={id}
          className={id === 'applicant' ? 'lane applicant' : index % 2 === 1 ? 'lane odd' : 'lane'}
          x="0"
          y={y}
          width={width}
          height={height}
        />
      ))}
      {ticks.map(({ x, date }) => (
        <path key={date} className="grid" d={`M${x} 0V${bottom}`} />
      ))}
      {slivers.map(({ x, date, isHoliday }) => (
        <rect
          key={date}
          className={isHoliday ? 'rest holiday' : 'rest'}
          x={x - (isHoliday ? 2.5 : 1.5)}
          y="0"
          width={isHoliday ? 5 : 3}
          height={bottom}
        />
      ))}
      {folds.map(({ x, width, from }) => (
        <rect key={from} className="fold" x={x + 2} y="0" width={Math.max(0, width - 4)} height={bottom} />
      ))}
      {lanes.map(({ id, y, height }) => (
        <path key={id} className="lane-line" d={`M0 ${y + height}H${width}`} />
      ))}
    </g>
  )
}

/** Between the former start of construction and the new one. */
function Strip({ diagram, marks }: ChartDrawingProps) {
  const { permit, formerPermit } = diagram
  if (permit === undefined || formerPermit === undefined) return null
  const [left, right] = permit < formerPermit ? [permit, formerPermit] : [formerPermit, permit]
  const bottom = bottomOf(diagram)
  const look = marks.isSooner ? 'strip' : 'strip later'
  return (
    <g className={look}>
      <rect x={left} y="0" width={right - left} height={bottom} />
      <path className="former" d={`M${formerPermit} 0V${bottom}`} />
    </g>
  )
}

function StartLines({ diagram }: ChartDrawingProps) {
  const { permit, today } = diagram
  const bottom = bottomOf(diagram)
  return (
    <g>
      {today !== undefined && (
        <g className="today">
          <path d={`M${today} 0V${bottom}`} />
        </g>
      )}
      {permit !== undefined && (
        <g className="start">
          <path d={`M${permit} 0V${bottom}`} />
        </g>
      )}
    </g>
  )
}

function Links({ diagram, chain }: ChartDrawingProps) {
  const ordered = diagram.links.toSorted((a, b) => Number(a.isCritical) - Number(b.isCritical))
  return (
    <g className="links">
      {ordered.map((link) => (
        <path key={`${link.from} ${link.to}`} className={linkClass(link, chain)} d={pathOf(link)} />
      ))}
    </g>
  )
}

function linkClass({ from, to, isCritical }: DiagramLink, chain: ReadonlySet<string> | undefined): string {
  const isInChain = chain?.has(from) && chain.has(to)
  return ['link', isCritical ? 'critical' : '', isInChain ? 'in-chain' : ''].filter(Boolean).join(' ')
}

function pathOf({ points }: DiagramLink): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
}

function Bars({ diagram, steps, chain, nextId, now, texts }: ChartDrawingProps) {
  return (
    <g>
      {diagram.bars.map((bar) => (
        <ChartBar
          key={bar.id}
          bar={bar}
          step={steps.get(bar.id)}
          elapsed={elapsedOf(steps.get(bar.id), now)}
          isNext={bar.id === nextId}
          isInChain={chain?.has(bar.id) ?? false}
          texts={texts}
        />
      ))}
    </g>
  )
}

/** The part of a step's days that is over. */
function elapsedOf(step: PlannedStep | undefined, now: number | undefined): number {
  if (step?.actual?.status !== 'running' || now === undefined || step.duration === 0) return 0
  return Math.min(1, Math.max(0, (now - step.earlyStart) / step.duration))
}
