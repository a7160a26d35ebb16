/**
 * The diagram with its title block on top: project, permit, days, days saved, critical path.
 */

import { filled } from '@guanjia/core/kernel'
import type { Plan } from '@guanjia/core/planning'
import { type PlanPaperSource, planDrawing, screenMetrics } from './plan-drawing.ts'
import { colours, diagramGroup, svgDocument, text } from './plan-svg.ts'
import type { PlanWords } from './plan-words.ts'
import { element } from './svg-parts.ts'

const width = 1600
const headHeight = 104
const margin = 16

/** The plan as one SVG. */
export function planSheet(source: PlanPaperSource): string {
  const { plan, words, project } = source
  const diagram = planDrawing(source, width - 2 * margin, screenMetrics)
  const marks = { permit: plan.dates?.permit ?? '', ahead: plan.saved.workingDays }
  const height = headHeight + diagram.height + margin + (plan.dates?.assumedFrom ? 20 : 0)
  const title = plan.view === 'approval' ? words.titleApproval : words.title
  const content = [
    titleBlock(source, title),
    `<g transform="translate(${margin} ${headHeight})">`,
    diagramGroup(diagram, words, marks),
    '</g>',
    note(plan, words, height),
  ]
  return svgDocument(width, height, `${project} ${title}`, content.join('\n'))
}

/** The cells of a title block: a heading and what it says. */
export function titleCells(
  plan: Plan,
  words: PlanWords,
): readonly (readonly [heading: string, value: string, more: string])[] {
  const { workingDays, dates, saved, criticalPath } = plan
  const { facts } = words
  return [
    [facts.permit, dates?.permit ?? facts.none, ''],
    [
      facts.days,
      workingDays.permit === null ? '–' : filled(words.workingDays, { n: workingDays.permit }),
      '',
    ],
    [
      facts.saved,
      filled(words.workingDays, { n: saved.workingDays }),
      filled(facts.natural, { n: saved.naturalDays ?? 0 }),
    ],
    [facts.critical, filled(facts.steps, { n: criticalPath.length }), plan.signed.join('＋')],
  ]
}

function titleBlock({ plan, words, project }: PlanPaperSource, title: string): string {
  const cellsFrom = 560
  const cell = (width - margin - cellsFrom) / 4
  const top = margin
  const bottom = headHeight - margin
  const lines = [0, 1, 2, 3].map((index) =>
    element('line', {
      x1: cellsFrom + index * cell,
      x2: cellsFrom + index * cell,
      y1: top,
      y2: bottom,
      stroke: colours.hairline,
    }),
  )
  return [
    element('rect', {
      x: margin,
      y: top,
      width: width - 2 * margin,
      height: bottom - top,
      fill: '#FFFFFF',
      stroke: colours.ink,
      'stroke-width': 1.5,
    }),
    ...lines,
    text(margin + 16, top + 32, project, { size: 20, fill: colours.ink, weight: 600 }),
    text(margin + 16, top + 56, [title, plan.dates?.start ?? ''].join('　'), {
      size: 13,
      fill: colours.quiet,
    }),
    ...titleCells(plan, words).flatMap(([heading, value, more], index) => [
      text(cellsFrom + index * cell + 14, top + 24, heading, { size: 12.5, fill: colours.quiet }),
      text(cellsFrom + index * cell + 14, top + 52, value, {
        size: 20,
        fill: index === 2 && plan.saved.workingDays > 0 ? colours.green : colours.ink,
        weight: 600,
      }),
      text(cellsFrom + (index + 1) * cell - 12, top + 52, more, {
        size: 12.5,
        fill: colours.quiet,
        anchor: 'end',
      }),
    ]),
  ].join('\n')
}

function note({ dates }: Plan, words: PlanWords, height: number): string {
  if (!dates?.assumedFrom) return ''
  const sentence = filled(words.assumed, { year: dates.assumedFrom.slice(0, 4) })
  return text(margin, height - 12, sentence, { size: 12.5, fill: '#8A5300' })
}
