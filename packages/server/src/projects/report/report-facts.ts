/**
 * The facts of a week, for one steward or for the whole team.
 */

import type { stewardReport } from '@guanjia/contract/projects'
import { addDays, instantOf, type Week } from '@guanjia/core/calendar'
import { accept, filled, type Result } from '@guanjia/core/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { output } from 'zod'
import type { Database } from '../../platform/database/database.ts'
import { type Board, readBoard } from '../board/board.ts'
import type { BoardScope } from '../board/board-rows.ts'
import { dayInWords } from '../board/risk-view.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import type { ReportWords } from './report-content.ts'

/** The report as the wire has it. */
export type Report = output<typeof stewardReport>
type Line = Report['sections'][number]['lines'][number]

/** Which report. */
export interface ReportWish {
  readonly week: Week
  readonly scope: BoardScope
  /** name of the steward; undefined for the team */
  readonly steward: string | undefined
  readonly now: Date
}

/** From the first moment of a week up to the first one after it. */
interface Span {
  readonly from: Date
  readonly until: Date
}

/** Works out the facts. */
export async function reportFacts(
  room: ProjectsRoom,
  words: ReportWords,
  { week, scope, steward, now }: ReportWish,
): Promise<Result<Report, 'calendar-not-published'>> {
  const { database } = room
  const board = await readBoard(room, database, { scope, now, language: 'zh-CN' })
  if (!board.ok) return board
  const span = spanOf(room, week)
  const person = 'stewardId' in scope ? scope.stewardId : undefined
  const counts = await countWeek(database, { span, person })
  const values = { projects: board.value.rows.length, ...counts, atRisk: board.value.ranked.length }
  const lines: Readonly<Record<string, readonly Line[]>> = {
    risks: riskLines(board.value),
    moved: await movedLines(database, words, { span, board: board.value }),
    next: nextLines(board.value, words),
    handedOver: await handOverLines(database, { span, person }),
  }
  return accept({
    week: week.name,
    from: week.from,
    to: week.to,
    madeAt: now.toISOString(),
    whose: steward ?? words.team,
    figures: Object.entries(words.figures).map(([id, figure]) => ({
      id,
      ...figure,
      value: (values as Readonly<Record<string, number>>)[id] ?? 0,
    })),
    sections: Object.entries(words.sections).map(([id, section]) => ({
      id,
      ...section,
      lines: [...(lines[id] ?? [])],
    })),
  })
}

function spanOf({ zone }: ProjectsRoom, { from, to }: Week): Span {
  const midnight = (date: Week['from']) =>
    new Date(instantOf({ date, minuteOfDay: 0 }, zone.utcOffsetMinutes))
  return { from: midnight(from), until: midnight(addDays(to, 1)) }
}

interface WeekOfWhom {
  readonly span: Span
  /** id of the steward; undefined for everybody */
  readonly person: string | undefined
}

interface Counts {
  readonly contacts: number
  readonly visits: number
  readonly questions: number
  readonly inTime: number
  readonly reminders: number
}

async function countWeek(database: Database, { span: { from, until }, person }: WeekOfWhom): Promise<Counts> {
  const mine = (column: RawBuilder<unknown>) =>
    person === undefined ? sql`true` : sql`${column} = ${person}`
  const contact = sql`project_contact contact where contact.by = 'steward' and contact.at >= ${from}
    and contact.at < ${until} and ${mine(sql`contact.person_id`)}`
  const question = sql`project_contact question where question.response_due_at is not null
    and question.at >= ${from} and question.at < ${until} and ${concerns(sql`question.project_id`, person)}`
  const { rows } = await sql<Counts>`
    select (select count(*)::int from ${contact}) as contacts,
      (select count(*)::int from ${contact} and contact.channel = 'visit') as visits,
      (select count(*)::int from ${question}) as questions,
      (select count(*)::int from ${question} and exists (select from project_contact answer
        where answer.project_id = question.project_id and answer.by = 'steward'
          and answer.at between question.at and question.response_due_at)) as "inTime",
      (select count(*)::int from project_reminder reminder join reminder_batch batch on batch.id = reminder.batch_id
        where batch.state = 'sent' and batch.sends_at >= ${from} and batch.sends_at < ${until}
          and ${mine(sql`batch.sender_id`)}) as reminders`.execute(database)
  const [counts] = rows
  if (counts === undefined) throw new Error('a count gives a row')
  return counts
}

/** Projects that this person sees through now; all where nobody is named. */
function concerns(project: RawBuilder<unknown>, person: string | undefined): RawBuilder<unknown> {
  if (person === undefined) return sql`true`
  return sql`exists (select from stewardship held where held.project_id = ${project}
    and held.steward_id = ${person} and held.to_at is null)`
}

function riskLines({ rows, ranked }: Board): readonly Line[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ranked.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined || row.risk === null ? [] : [{ ...lineHead(row), text: row.risk.sentence }]
  })
}

function lineHead({ number, name }: { readonly number: string; readonly name: string }) {
  return { number, name }
}

function nextLines({ rows }: Board, { next }: ReportWords): readonly Line[] {
  return rows
    .filter((row): row is typeof row & { nextContactOn: string } => row.nextContactOn !== null)
    .toSorted((one, other) => (one.nextContactOn < other.nextContactOn ? -1 : 1))
    .map((row) => ({
      ...lineHead(row),
      text: filled(next, { on: dayInWords(row.nextContactOn, 'zh-CN') }),
    }))
}

/** Versions of the week whose permit came earlier or later than in the version before. */
async function movedLines(
  database: Database,
  { moved }: ReportWords,
  { span, board }: { readonly span: Span; readonly board: Board },
): Promise<readonly Line[]> {
  const { rows } = await sql<{ id: string; version: number; days: number }>`
    select project_id as id, version, (diff->'permit'->>'workingDays')::int as days from project_plan
    where made_at >= ${span.from} and made_at < ${span.until} and diff->'permit'->>'workingDays' is not null
      and project_id = any(${board.rows.map(({ id }) => id)}::uuid[])
    order by made_at`.execute(database)
  return rows
    .filter(({ days }) => days !== 0)
    .flatMap(({ id, version, days }) => {
      const row = board.rows.find((one) => one.id === id)
      const sentence = days < 0 ? moved.earlier : moved.later
      return row === undefined
        ? []
        : [{ ...lineHead(row), text: filled(sentence, { days: Math.abs(days), version }) }]
    })
}

async function handOverLines(database: Database, { span, person }: WeekOfWhom): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    select project.number, project.name, person.name || '：' || held.reason as text
    from stewardship held join project on project.id = held.project_id
      join person on person.id = held.steward_id
    where held.duty = 'primary' and held.from_at >= ${span.from} and held.from_at < ${span.until}
      and exists (select from stewardship before where before.project_id = held.project_id
        and before.duty = 'primary' and before.to_at = held.from_at)
      and ${concerns(sql`held.project_id`, person)}
    order by held.from_at`.execute(database)
  return rows
}
