/**
 * A plan as a picture to send on: what it comes to, who acts next, and a code that leads to the newest version. One SVG,
 * tall as a telephone's screen.
 */

import { filled } from '@guanjia/core/kernel'
import { drawQrCode } from '../platform/documents/index.ts'
import type { PlanPaperSource } from './plan-drawing.ts'
import { titleCells } from './plan-sheet.ts'
import { colours, svgDocument, text } from './plan-svg.ts'
import { element } from './svg-parts.ts'

const width = 750
const margin = 40
const lineLength = 20
const cellHeight = 112

/** What a card says beside the plan. */
export interface PlanCardSource extends PlanPaperSource {
  /** where the code leads */
  readonly link: string
  /** last day on which the link opens */
  readonly until: string
}

/** The card of a plan. */
export function planCard(source: PlanCardSource): string {
  const { plan, words, project } = source
  const lines = brokenLines(project)
  const headHeight = 96 + lines.length * 52
  const cells = titleCells(plan, words)
  const cellsTop = margin + headHeight
  const codeTop = cellsTop + 2 * cellHeight + 36
  const height = codeTop + 340 + margin
  const content = [
    element('rect', {
      x: margin / 2,
      y: margin / 2,
      width: width - margin,
      height: height - margin,
      fill: '#FFFFFF',
      stroke: colours.ink,
      'stroke-width': 2.5,
    }),
    text(margin + 12, margin + 44, words.title, { size: 24, fill: colours.quiet }),
    ...lines.map((line, index) =>
      text(margin + 12, margin + 100 + index * 52, line, { size: 36, fill: colours.ink, weight: 600 }),
    ),
    ...cells.map((cell, index) =>
      cellAt(cell, { index, top: cellsTop, isSaved: index === 2 && plan.saved.workingDays > 0 }),
    ),
    codeOf(source, codeTop),
  ]
  return svgDocument(width, height, `${project} ${words.title}`, content.join('\n'))
}

/** A long name in lines of so many characters; Latin letters take half the room. */
function brokenLines(name: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  let room = lineLength
  for (const sign of name) {
    const needed = /[\p{Script=Latin}\p{Number}\s]/u.test(sign) ? 0.55 : 1
    if (room < needed) {
      lines.push(line)
      line = ''
      room = lineLength
    }
    line += sign
    room -= needed
  }
  return [...lines, line]
}

interface CellPlace {
  readonly index: number
  readonly top: number
  readonly isSaved: boolean
}

function cellAt(
  [heading, value, more]: ReturnType<typeof titleCells>[number],
  { index, top, isSaved }: CellPlace,
): string {
  const half = (width - 2 * margin) / 2
  const x = margin + (index % 2) * half
  const y = top + Math.floor(index / 2) * cellHeight
  return [
    element('rect', {
      x,
      y,
      width: half,
      height: cellHeight,
      fill: 'none',
      stroke: colours.hairline,
      'stroke-width': 1.5,
    }),
    text(x + 16, y + 34, heading, { size: 21, fill: colours.quiet }),
    text(x + 16, y + 70, value, { size: 30, fill: isSaved ? colours.green : colours.ink, weight: 600 }),
    text(x + 16, y + 98, more, { size: 20, fill: colours.quiet }),
  ].join('\n')
}

function codeOf({ link, until, words }: PlanCardSource, top: number): string {
  const side = 264
  const code = drawQrCode(link)
  const placed = code.svg.replace(
    '<svg ',
    `<svg x="${(width - side) / 2}" y="${top}" width="${side}" height="${side}" `,
  )
  return [
    placed,
    text(width / 2, top + side + 30, words.sheet.live, {
      size: 24,
      fill: colours.ink,
      weight: 600,
      anchor: 'middle',
    }),
    text(width / 2, top + side + 62, filled(words.cardUntil, { day: until }), {
      size: 20,
      fill: colours.quiet,
      anchor: 'middle',
    }),
  ].join('\n')
}
