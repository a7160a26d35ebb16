/**
 * The diagram of a plan as SVG, for screens and for paper.
 *
 * Nothing depends on colour alone: what is critical is heavy, float is a wave, a commitment is dashed and says 诺.
 */

import { filled } from '@guanjia/core/kernel'
import type { DiagramBar, DiagramLink, PlanDiagram } from '@guanjia/core/planning'
import type { PlanWords } from './plan-words.ts'
import { element, escaped, pathThrough, rounded } from './svg-parts.ts'

/** Ink and paper; the design system's values. */
export const colours = {
  ink: '#12304A',
  text: '#1A2733',
  quiet: '#4A5A68',
  hairline: '#C9D3DB',
  faint: '#E6ECF0',
  mist: '#F2F6F9',
  pale: '#DCE8F2',
  border: '#6B7C8A',
  green: '#1B6E46',
  paleGreen: '#E3F2EA',
  red: '#B3261E',
  violet: '#5B3E96',
  paleViolet: '#EFEAF8',
  grey: '#D5DBE0',
} as const

const family = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans S Chinese',sans-serif"

/** What stands at the line of the permit. */
export interface DiagramMarks {
  readonly permit: string
  /** working days that commitments save */
  readonly ahead: number
}

/** The whole diagram in a group, its upper left corner at 0, 0. */
export function diagramGroup(diagram: PlanDiagram, words: PlanWords, marks: DiagramMarks): string {
  return [
    ...diagram.lanes.map((lane, index) =>
      laneBand(diagram, lane, { index, name: words.lanes[lane.id] ?? lane.id }),
    ),
    ...diagram.slivers.map(({ x, isHoliday }) => sliver(diagram, x, isHoliday)),
    aheadBand(diagram, filled(words.ahead, { n: marks.ahead })),
    ...axisLabels(diagram, words),
    ...diagram.folds.map((fold) => foldMark(diagram, fold, words)),
    ...diagram.links.filter(({ isCritical }) => !isCritical).map(link),
    ...diagram.bars.map(wave),
    ...diagram.links.filter(({ isCritical }) => isCritical).map(link),
    permitLine(diagram, `${words.permit} ${marks.permit}`),
    ...diagram.bars.map((bar) => barGroup(bar)),
  ].join('\n')
}

/** A drawing that stands alone. */
export function svgDocument(width: number, height: number, title: string, content: string): string {
  const pattern = element(
    'pattern',
    { id: 'rest', width: 4, height: 4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: 1.4, height: 4, fill: colours.border }),
  )
  const inside = `<title>${escaped(title)}</title><defs>${pattern}</defs>\n${element('rect', { width, height, fill: '#FFFFFF' })}\n${content}\n`
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      width,
      height,
      role: 'img',
      'font-family': family,
    },
    inside,
  )
}

/** A text; `weight` 600 for what matters. */
export function text(
  x: number,
  y: number,
  content: string,
  style: { size: number; fill?: string; weight?: number; anchor?: string; halo?: boolean },
): string {
  const halo = style.halo
    ? { stroke: '#FFFFFF', 'stroke-width': 3, 'paint-order': 'stroke', 'stroke-linejoin': 'round' }
    : {}
  return element(
    'text',
    {
      x,
      y,
      'font-size': style.size,
      fill: style.fill ?? colours.text,
      'font-weight': style.weight,
      'text-anchor': style.anchor === 'start' ? undefined : style.anchor,
      ...halo,
    },
    escaped(content),
  )
}

interface LaneName {
  readonly index: number
  readonly name: string
}

function laneBand(
  { width, metrics }: PlanDiagram,
  { id, y, height }: PlanDiagram['lanes'][number],
  { index, name }: LaneName,
): string {
  const tint = id === 'applicant' ? '#F6FAFD' : index % 2 === 1 ? colours.mist : '#FFFFFF'
  return [
    element('rect', { x: 0, y, width, height, fill: tint }),
    element('line', { x1: 0, x2: width, y1: y, y2: y, stroke: colours.hairline, 'stroke-width': 1 }),
    text(
      8,
      y + metrics.lanePadding + metrics.font * 1.25 + metrics.barHeight / 2 + metrics.font * 0.35,
      name,
      {
        size: metrics.font,
        fill: colours.ink,
        weight: 600,
      },
    ),
  ].join('')
}

function bottomOf({ lanes }: PlanDiagram): number {
  const last = lanes.at(-1)
  return last === undefined ? 0 : last.y + last.height
}

function sliver(diagram: PlanDiagram, x: number, isHoliday: boolean): string {
  const y = diagram.metrics.axisHeight
  const height = bottomOf(diagram) - y
  return isHoliday
    ? element('rect', { x: x - 2, y, width: 4, height, fill: 'url(#rest)', opacity: 0.55 })
    : element('line', { x1: x, x2: x, y1: y, y2: y + height, stroke: colours.faint, 'stroke-width': 1 })
}

function axisLabels({ ticks, metrics }: PlanDiagram, words: PlanWords): readonly string[] {
  const small = metrics.font * 0.88
  return ticks.flatMap(({ x, time, text: date }) => [
    element('line', {
      x1: x,
      x2: x,
      y1: metrics.axisHeight - 4,
      y2: metrics.axisHeight,
      stroke: colours.border,
    }),
    text(x + 2, metrics.axisHeight - 8 - small * 1.15, date, {
      size: small,
      fill: colours.text,
    }),
    text(x + 2, metrics.axisHeight - 8, filled(words.dayNumber, { n: time }), {
      size: small,
      fill: colours.quiet,
    }),
  ])
}

function foldMark(
  diagram: PlanDiagram,
  { from, to, x, width }: PlanDiagram['folds'][number],
  words: PlanWords,
): string {
  const y = diagram.metrics.axisHeight
  const middle = x + width / 2
  const zigzag = (offset: number) =>
    element('path', {
      d: `M${rounded(middle + offset - 3)} ${rounded(y + 5)}l6 -10`,
      stroke: colours.border,
      fill: 'none',
      'stroke-width': 1.25,
    })
  const label = text(middle, y - 10, filled(words.fold, { n: to - from }), {
    size: diagram.metrics.font * 0.82,
    fill: colours.quiet,
    anchor: 'middle',
  })
  return `${zigzag(-3)}${zigzag(3)}${label}`
}

function aheadBand(diagram: PlanDiagram, ahead: string): string {
  const { permit, formerPermit, metrics } = diagram
  if (permit === undefined || formerPermit === undefined || formerPermit <= permit) return ''
  const y = metrics.axisHeight
  const bottom = bottomOf(diagram)
  return [
    element('rect', {
      x: permit,
      y,
      width: formerPermit - permit,
      height: bottom - y,
      fill: colours.paleGreen,
    }),
    element('line', {
      x1: formerPermit,
      x2: formerPermit,
      y1: y,
      y2: bottom,
      stroke: colours.border,
      'stroke-dasharray': '5 4',
    }),
    text((permit + formerPermit) / 2, bottom + metrics.font * 1.35, ahead, {
      size: metrics.font,
      fill: colours.green,
      weight: 600,
      anchor: 'middle',
    }),
  ].join('')
}

function permitLine(diagram: PlanDiagram, label: string): string {
  const { permit, metrics } = diagram
  if (permit === undefined) return ''
  const bottom = bottomOf(diagram)
  return [
    element('line', {
      x1: permit,
      x2: permit,
      y1: metrics.axisHeight,
      y2: bottom,
      stroke: colours.green,
      'stroke-width': 2,
    }),
    text(permit - 5, bottom + metrics.font * 1.35, label, {
      size: metrics.font,
      fill: colours.green,
      weight: 600,
      anchor: 'end',
    }),
  ].join('')
}

function link({ points, isCritical }: DiagramLink): string {
  return element('path', {
    d: pathThrough(points),
    fill: 'none',
    stroke: isCritical ? colours.ink : '#9FB0BD',
    'stroke-width': isCritical ? 2.5 : 1,
    'stroke-linejoin': 'round',
  })
}

/** Free float: a wave from the end of the bar to the next start. */
function wave({ x, y, width, height, wave: length, role }: DiagramBar): string {
  if (length < 6 || role === 'done') return ''
  const crests = Math.max(1, Math.round(length / 6))
  const step = length / crests
  const curves = Array.from({ length: crests }, (_, index) => {
    const up = index % 2 === 0 ? -3 : 3
    return `q${rounded(step / 2)} ${up} ${rounded(step)} 0`
  })
  return element('path', {
    d: `M${rounded(x + width)} ${rounded(y + height / 2)}${curves.join('')}`,
    fill: 'none',
    stroke: colours.border,
    'stroke-width': 1.1,
  })
}

const looks: Readonly<
  Record<DiagramBar['role'], { fill: string; stroke: string; on: string; dash?: string }>
> = {
  critical: { fill: colours.ink, stroke: colours.ink, on: '#FFFFFF' },
  plain: { fill: colours.pale, stroke: colours.border, on: colours.text },
  duty: { fill: colours.paleViolet, stroke: colours.violet, on: colours.violet, dash: '4 2.5' },
  done: { fill: colours.grey, stroke: colours.border, on: colours.text },
  overdue: { fill: '#FFFFFF', stroke: colours.red, on: colours.red },
}

function barGroup(bar: DiagramBar): string {
  const { x, y, width, height, role, label, days, more } = bar
  const look = looks[role]
  const shape = {
    fill: look.fill,
    stroke: look.stroke,
    'stroke-width': role === 'overdue' ? 2 : 1,
    'stroke-dasharray': look.dash,
  }
  const body =
    width === 0
      ? element('path', { d: lozenge(x, y + height / 2, height / 2), ...shape })
      : element('rect', { x, y, width, height, rx: 2, ...shape })
  const heavy =
    role === 'critical'
      ? { weight: 600, fill: colours.ink }
      : { fill: role === 'duty' ? colours.violet : colours.text }
  return [
    body,
    dueMark(bar),
    more ? text(more.x, more.y, more.text, { size: more.size, fill: colours.quiet, halo: true }) : '',
    days ? text(days.x, days.y, days.text, { size: days.size, fill: look.on, anchor: 'middle' }) : '',
    text(label.x, label.y, label.text, { size: label.size, anchor: label.anchor, halo: true, ...heavy }),
  ].join('')
}

/** The day a duty is due: a thin line to a stop. */
function dueMark({ due, x, width, y, height }: DiagramBar): string {
  if (due === undefined || due <= x + width) return ''
  const middle = y + height / 2
  return element('path', {
    d: `M${rounded(x + width)} ${rounded(middle)}H${rounded(due)}M${rounded(due)} ${rounded(middle - 5)}v10`,
    stroke: colours.violet,
    'stroke-width': 1.2,
    'stroke-dasharray': '2 2',
    fill: 'none',
  })
}

function lozenge(x: number, y: number, half: number): string {
  return `M${rounded(x)} ${rounded(y - half)}l${rounded(half)} ${rounded(half)}l${rounded(-half)} ${rounded(half)}l${rounded(-half)} ${rounded(-half)}z`
}
