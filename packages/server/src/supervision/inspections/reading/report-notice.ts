/**
 * The report of an inspection in words: what a notice is set from.
 */

import { filled } from '@guanjia/core/kernel'
import type { InspectionFigures } from '@guanjia/core/supervision'
import type { Notice } from '../../sealed-paper.ts'
import { dayOf, type SupervisionRoom } from '../../supervision-ports.ts'
import { supervisionTables } from '../../supervision-tables.ts'
import { unitNamed } from '../../tasks/task-view.ts'
import { findingsWithTasks } from '../inspection-figures.ts'
import type { InspectionRow } from '../inspection-store.ts'
import { namesOf, partnerName } from './inspection-list.ts'

/** An inspection whose report was signed. */
export type SignedInspection = InspectionRow & {
  readonly signed_at: Date
  readonly reported_at: Date
  readonly figures: InspectionFigures
}

/** Whether the report was signed. */
export function isSigned(row: InspectionRow): row is SignedInspection {
  return row.signed_at !== null && row.reported_at !== null && row.figures !== null
}

/** The report in words, with the names and days of this moment: it is kept so when it is signed. */
export async function reportNotice(room: SupervisionRoom, row: SignedInspection): Promise<Notice> {
  const { paper } = room.inspections
  const { name, purpose, basis, from_day: from, until_day: until, conclusion, figures } = row
  const [drafted, signed] = await namesOf(room, [row.reported_by ?? '', row.signed_by ?? ''])
  return {
    title: `${paper.heading} ${row.number}`,
    author: paper.author,
    keywords: [],
    demonstration: room.demonstration ? paper.demonstration : null,
    heading: paper.heading,
    number: row.number,
    addressee: paper.addressee,
    paragraphs: [filled(paper.opening, { name, from, until, purpose })],
    rows: [
      { label: paper.rows.basis, value: basis },
      { label: paper.rows.scope, value: await scopeText(room, row) },
      {
        label: paper.rows.members,
        value: (await namesOf(room, row.member_ids)).map((one) => one.name).join('、'),
      },
      { label: paper.rows.partners, value: await partnersText(room, row.id) },
      { label: paper.rows.items, value: filled(paper.items, { items: String(figures.items) }) },
      ...figureRows(room, figures),
      { label: paper.rows.due, value: paper.due },
    ],
    closing: [
      ...(await findingTexts(room, row.id)),
      conclusion ?? '',
      filled(paper.signatures, {
        drafted: drafted?.name ?? '',
        draftedOn: dayOf(room, row.reported_at),
        signed: signed?.name ?? '',
        signedOn: dayOf(room, row.signed_at),
      }),
    ],
    footer: paper.footer,
    date: dayOf(room, row.signed_at),
  }
}

function figureRows({ inspections: { paper, grades } }: SupervisionRoom, figures: InspectionFigures) {
  const { findings, rectified, overdue, percent } = figures
  if (percent === null) return [{ label: paper.rows.findings, value: paper.noFindings }]
  const counted = grades
    .map(({ id, name }) => ({ name: name['zh-CN'], count: figures.grades[id] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => filled(paper.grade, { grade: name, count: String(count) }))
  return [
    {
      label: paper.rows.findings,
      value: filled(paper.findings, { findings: String(findings), grades: counted.join('、') }),
    },
    {
      label: paper.rows.rectified,
      value: filled(paper.rectified, {
        rectified: String(rectified),
        percent: String(percent),
        overdue: String(overdue),
      }),
    },
  ]
}

async function scopeText(room: SupervisionRoom, { scope }: SignedInspection): Promise<string> {
  const projects =
    scope.projects.length === 0
      ? []
      : await supervisionTables(room.database)
          .selectFrom('supervised_project')
          .select('name')
          .where('id', 'in', [...scope.projects])
          .orderBy('number')
          .execute()
  const units = scope.units.map((unit) => unitNamed(room, unit, 'zh-CN').name)
  return [...projects.map(({ name }) => name), ...scope.parks, ...units].join('、')
}

async function partnersText(room: SupervisionRoom, id: string): Promise<string> {
  const { paper } = room.inspections
  const rows = await supervisionTables(room.database)
    .selectFrom('inspection_invitation')
    .select(['organisation', 'person_id'])
    .where('inspection_id', '=', id)
    .where('ended_because', '<>', 'withdrawn')
    .orderBy('organisation')
    .execute()
  const organisations = [...new Set(rows.map(({ organisation }) => organisation))]
  const said = organisations.map((organisation) => {
    const people = new Set(
      rows.filter((row) => row.organisation === organisation).map((row) => row.person_id),
    )
    return filled(paper.partner, {
      organisation: partnerName(room, organisation, 'zh-CN'),
      count: String(people.size),
    })
  })
  return said.length === 0 ? paper.noPartners : said.join('、')
}

async function findingTexts(room: SupervisionRoom, id: string): Promise<readonly string[]> {
  const { paper, grades } = room.inspections
  const findings = await findingsWithTasks(room.database, [id])
  return findings.map((finding, at) =>
    filled(paper.finding, {
      place: String(at + 1),
      grade: grades.find((one) => one.id === finding.grade)?.name['zh-CN'] ?? finding.grade,
      unit: unitNamed(room, finding.departmental_unit, 'zh-CN').name,
      words: finding.words,
      where: finding.place,
      document: finding.document,
      task: finding.task_number,
      due: finding.due_on,
    }),
  )
}
