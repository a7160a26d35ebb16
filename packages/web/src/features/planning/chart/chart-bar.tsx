/**
 * A step in the drawing: its bar, the wave of its float, its name above and its days inside.
 */

import type { DiagramBar, PlannedStep } from '@guanjia/core/planning'
import type { PlanningTexts } from '../../../texts/planning-zh-cn.ts'

interface ChartBarProps {
  readonly bar: DiagramBar
  readonly step: PlannedStep | undefined
  /** part of its days that is over, 0 to 1, where it is under way */
  readonly elapsed: number
  /** it waits for the reader */
  readonly isNext: boolean
  readonly isInChain: boolean
  readonly texts: PlanningTexts
}

export function ChartBar({ bar, step, elapsed, isNext, isInChain, texts }: ChartBarProps) {
  const { role, label, days, more } = bar
  const classes = ['bar', role, isInChain ? 'in-chain' : '', step?.critical ? 'driving' : '']
  return (
    <g className={classes.filter(Boolean).join(' ')}>
      <Wave {...bar} />
      <Shape {...bar} />
      {elapsed > 0 && <rect className="elapsed" {...boxOf(bar)} width={bar.width * elapsed} rx="2" />}
      <DueMark {...bar} />
      {isNext && <rect className="next" x={bar.x - 5} y={bar.y - 2} width="4" height={bar.height + 4} />}
      {more && (
        <text className="float" x={more.x} y={more.y} fontSize={more.size}>
          {more.text}
        </text>
      )}
      {days && (
        <text className="days" x={days.x} y={days.y} fontSize={days.size} textAnchor="middle">
          {days.text}
        </text>
      )}
      <text className="name" x={label.x} y={label.y} fontSize={label.size} textAnchor={label.anchor}>
        {label.text}
        {isNext && step && <tspan className="own"> {whoShort(step, texts)}</tspan>}
      </text>
    </g>
  )
}

/** That it is the reader's, in a word. */
function whoShort({ lane }: PlannedStep, { who }: PlanningTexts): string {
  return lane === 'applicant' || lane === 'agency' ? who[lane] : ''
}

function boxOf({ x, y, width, height }: DiagramBar) {
  return { x, y, width, height }
}

function Shape(bar: DiagramBar) {
  const { x, y, width, height } = bar
  if (width > 0) return <rect className="shape" {...boxOf(bar)} rx="2" />
  const half = height / 2
  return <path className="shape" d={`M${x} ${y}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`} />
}

/** Free float: a wave from the end of the bar to the next start. */
function Wave({ x, y, width, height, wave, role }: DiagramBar) {
  if (wave < 8 || role === 'done') return null
  const crests = Math.max(1, Math.round(wave / 7))
  const step = wave / crests
  const curves = Array.from(
    { length: crests },
    (_, index) => `q${step / 2} ${index % 2 === 0 ? -3 : 3} ${step} 0`,
  )
  return <path className="wave" d={`M${x + width} ${y + height / 2}${curves.join('')}`} />
}

/** The day a duty is due: a thin line to a stop. */
function DueMark({ due, x, width, y, height }: DiagramBar) {
  if (due === undefined || due <= x + width) return null
  const middle = y + height / 2
  return <path className="due" d={`M${x + width} ${middle}H${due}M${due} ${middle - 5}v10`} />
}
