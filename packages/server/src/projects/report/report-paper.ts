/**
 * The report on paper: Word for whoever goes on writing in it, PDF/A for the file. Both say the same facts.
 */

import { localMoment } from '@guanjia/core/calendar'
import { filled } from '@guanjia/core/kernel'
import type { Paper } from '../../platform/documents/index.ts'
import type { ReportWords } from './report-content.ts'
import type { Report } from './report-facts.ts'

/** What a report is set with. */
export interface ReportSetting {
  readonly words: ReportWords
  readonly utcOffsetMinutes: number
  readonly isDemonstration: boolean
}

/** The lines at the top and at the foot. */
export function reportLines(
  { week, from, to, madeAt }: Report,
  { words, utcOffsetMinutes }: ReportSetting,
): { readonly period: string; readonly footer: string } {
  const { date, minuteOfDay } = localMoment(Date.parse(madeAt), utcOffsetMinutes)
  const pad = (value: number) => String(value).padStart(2, '0')
  const at = `${date} ${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}`
  return { period: filled(words.period, { week, from, to }), footer: filled(words.madeAt, { at }) }
}

/** The paper for the typesetter. */
export function reportPaper(report: Report, setting: ReportSetting): Paper {
  const { words, isDemonstration } = setting
  return {
    template: 'steward-report',
    at: new Date(report.madeAt),
    data: {
      title: words.title,
      author: words.author,
      keywords: [report.week],
      demonstration: isDemonstration ? words.demonstration : null,
      whose: report.whose,
      ...reportLines(report, setting),
      figures: report.figures,
      sections: report.sections,
      columns: words.columns,
      definitions: words.definitions,
    },
  }
}

/** The bytes of a .docx file. */
export async function reportWord(report: Report, setting: ReportSetting): Promise<Buffer> {
  const docx = await import('docx')
  const {
    Document,
    Footer,
    HeadingLevel,
    Packer,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = docx
  const { words, isDemonstration } = setting
  const { period, footer } = reportLines(report, setting)
  const cell = (text: string, isHead = false) =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: isHead })] })] })
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: head.map((text) => cell(text, true)) }),
        ...rows.map((texts) => new TableRow({ cantSplit: true, children: texts.map((text) => cell(text)) })),
      ],
    })
  const { number, name, text, figure, value, definition } = words.columns
  const title = isDemonstration ? `${words.title}（${words.demonstration}）` : words.title
  const document = new Document({
    title,
    creator: words.author,
    styles: { default: { document: { run: { font: 'SimSun', size: 21 } } } },
    sections: [
      {
        footers: { default: new Footer({ children: [new Paragraph(footer)] }) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph(`${report.whose} · ${period}`),
          table(
            [figure, value, definition],
            report.figures.map((one) => [one.name, String(one.value), one.definition]),
          ),
          ...report.sections.flatMap((section) => [
            new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_1 }),
            section.lines.length === 0
              ? new Paragraph(section.empty)
              : table(
                  [number, name, text],
                  section.lines.map((line) => [line.number, line.name, line.text]),
                ),
          ]),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
