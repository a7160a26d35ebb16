/**
 * The ruler over the chart: the stages, and two scales, dates and days from the start.
 */

import { type PlanDiagram, textWidth } from '@guanjia/core/planning'
import { memo } from 'react'
import type { PlanningTexts } from '../../../texts/planning-zh-cn.ts'
import type { WirePlan } from '../plan/wire-plan.ts'
import type { ChartMarks } from './chart-drawing.tsx'

interface ChartRulerProps {
  readonly diagram: PlanDiagram
  readonly wire: WirePlan
  readonly marks: ChartMarks
  readonly texts: PlanningTexts
}

export const rulerHeight = 86
const bandHeight = 24
/** where the scales end and the row of marks begins */
const marksAt = 62

export const ChartRuler = memo(function ChartRuler({ diagram, wire, marks, texts }: ChartRulerProps) {
  const { width, ticks, folds, stages } = diagram
  return (
    <svg
      className="ruler"
      width={width}
      height={rulerHeight}
      viewBox={`0 0 ${width} ${rulerHeight}`}
      aria-hidden="true"
      focusable="false"
    >
      {stages.map(({ stage, x, width }, index) => (
        <g key={stage} className={index % 2 === 0 ? 'stage' : 'stage odd'}>
          <rect x={x} y="0" width={width} height={bandHeight} />
          <text x={x + 8} y="17" fontSize="13">
            {stageName(wire, stage, width)}
          </text>
        </g>
      ))}
      {ticks.map(({ x, time, date, text }) => (
        <g key={date}>
          <path className="tick" d={`M${x} ${bandHeight}V${marksAt}`} />
          <text className="date" x={x + 4} y={bandHeight + 16} fontSize="13">
            {text}
          </text>
          <text className="day-number" x={x + 4} y={bandHeight + 32} fontSize="12">
            {texts.short.day(String(time))}
          </text>
        </g>
      ))}
      {folds.map(({ x, width, from, to }) => (
        <g key={from} className="folded">
          <text x={x + width / 2} y={bandHeight + 16} fontSize="12" textAnchor="middle">
            {foldText(texts.short.fold(String(to - from)), width)}
          </text>
          <path d={`M${x + width / 2 - 7} ${bandHeight + 32}l5 -9m4 9l5 -9`} />
        </g>
      ))}
      <Marks diagram={diagram} marks={marks} texts={texts} />
    </svg>
  )
})

/** The flags of the start, of where it stood before, of the days between, and of today. */
function Marks({ diagram, marks, texts }: Omit<ChartRulerProps, 'wire'>) {
  const { permit, formerPermit, today, width } = diagram
  const flag = textWidth(marks.start, 13) + 16
  return (
    <g className="marks">
      <path className="marks-line" d={`M0 ${marksAt}.5H${width}`} />
      {today !== undefined && (
        <g className="today">
          <path d={`M${today} ${marksAt}V${rulerHeight}`} />
          <text x={today + 4} y={marksAt + 17} fontSize="12">
            {texts.lines.today}
          </text>
        </g>
      )}
      {permit !== undefined && formerPermit !== undefined && (
        <g className={marks.isSooner ? 'strip' : 'strip later'}>
          <rect
            x={Math.min(permit, formerPermit)}
            y={marksAt + 1}
            width={Math.abs(formerPermit - permit)}
            height={rulerHeight - marksAt}
          />
          <StripText at={Math.max(permit, formerPermit)} before={permit - flag} width={width} marks={marks} />
        </g>
      )}
      {permit !== undefined && (
        <g className="start">
          <rect x={permit - flag} y={marksAt + 1} width={flag + 1} height={rulerHeight - marksAt} />
          <text x={permit - 8} y={marksAt + 17} fontSize="13" textAnchor="end">
            {marks.start}
          </text>
        </g>
      )}
    </g>
  )
}

interface StripTextProps {
  readonly at: number
  /** where the text ends when it has no room behind the strip */
  readonly before: number
  readonly width: number
  readonly marks: ChartMarks
}

function StripText({ at, before, width, marks }: StripTextProps) {
  const text = `${marks.strip}  ${marks.former}`
  const fits = at + textWidth(text, 13) + 12 < width
  return (
    <text x={fits ? at + 6 : before - 8} y={marksAt + 17} fontSize="13" textAnchor={fits ? 'start' : 'end'}>
      {marks.strip}
      <tspan className="former-day">{`  ${marks.former}`}</tspan>
    </text>
  )
}

/** How long a fold is, where it has room to say so. */
function foldText(text: string, width: number): string {
  return textWidth(text, 12) <= width ? text : ''
}

/** The name of a stage, cut where it has no room. */
function stageName({ stages }: WirePlan, stage: number, width: number): string {
  const name = stages.find(({ number }) => number === stage)?.name ?? ''
  const room = Math.floor((width - 16) / Math.max(1, textWidth(name, 13) / Math.max(1, name.length)))
  if (name.length <= room) return name
  return room < 3 ? '' : `${name.slice(0, room - 1)}…`
}
