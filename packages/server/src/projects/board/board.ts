/**
 * The stewards' board: every project of a scope with its risk on this day.
 */

import type { boardRow } from '@guanjia/contract/projects'
import { addDays, type PlainDate, plainDate, weekday, workingDaysBetween } from '@guanjia/core/calendar'
import { accept, type Result } from '@guanjia/core/kernel'
import { workingDayAxis } from '@guanjia/core/planning'
import { gateToday, type SlipRisk, slipRisks } from '@guanjia/core/projects'
import type { output } from 'zod'
import type { Database } from '../../platform/database/database.ts'
import { todayOf } from '../plans/plan-source.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { type BoardScope, readBoardRows, type StoredRow } from './board-rows.ts'
import { type Measure, riskView } from './risk-view.ts'

type Language = 'zh-CN' | 'en'

/** A row as the wire has it. */
export type BoardRow = output<typeof boardRow>

/** The board of a day. */
export interface Board {
  readonly measure: Measure
  /** in the order of their numbers */
  readonly rows: readonly BoardRow[]
  /** ids of the projects at risk, the worst first */
  readonly ranked: readonly string[]
  readonly stored: ReadonlyMap<string, StoredRow>
}

/** What a board is read with. */
export interface BoardWish {
  readonly scope: BoardScope
  readonly now: Date
  readonly language: Language
}

/** Reads the rows of a scope and works out which of them will slip. */
export async function readBoard(
  room: ProjectsRoom,
  database: Database,
  { scope, now, language }: BoardWish,
): Promise<Result<Board, 'calendar-not-published'>> {
  const measure = measureOf(room, todayOf(room, now))
  if (!measure.ok) return measure
  const window = { today: measure.value.today, horizon: room.content.riskHorizon.value }
  const stored = await readBoardRows(database, scope, window)
  const risks = risksOf(room, stored, measure.value)
  const byProject = new Map(risks.map((risk) => [risk.projectId, risk]))
  const rows = stored.map((row) =>
    rowView(room, { row, risk: byProject.get(row.id) }, { measure: measure.value, language }),
  )
  return accept({
    measure: measure.value,
    rows,
    ranked: risks.map(({ projectId }) => projectId),
    stored: new Map(stored.map((row) => [row.id, row])),
  })
}

/** Days are judged once each, however many projects ask for them. */
function measureOf({ zone }: ProjectsRoom, today: PlainDate): Result<Measure, 'calendar-not-published'> {
  const axis = workingDayAxis(zone.calendar, today)
  if (!axis.ok) return axis
  const { timeOf, dateAt } = axis.value
  const passed = new Map<PlainDate, number>()
  const daysSince = (date: PlainDate) => {
    const known = passed.get(date)
    if (known !== undefined) return known
    const counted = workingDaysBetween(zone.calendar, date, today)
    const days = counted.ok ? counted.value : 0
    passed.set(date, days)
    return days
  }
  return accept({
    today,
    daysUntil: (date) => (date >= today ? timeOf(date) : 0 - daysSince(date)),
    dateAfter: dateAt,
    daysOfWeek: timeOf(addDays(today, 7 - weekday(today))),
  })
}

function risksOf(
  { content, zone }: ProjectsRoom,
  stored: readonly StoredRow[],
  { daysUntil }: Measure,
): readonly SlipRisk[] {
  const dayOf = (at: string) =>
    plainDate(new Date(Date.parse(at) + zone.utcOffsetMinutes * 60_000).toISOString().slice(0, 10))
  const outlooks = stored.map(({ id, gates, lastContactAt }) => ({
    projectId: id,
    gates: gates.map((gate) => gateToday(gate, daysUntil)),
    daysSinceContact: lastContactAt === null ? undefined : 0 - daysUntil(dayOf(lastContactAt)),
  }))
  return slipRisks(outlooks, content.riskHorizon.value)
}

function rowView(
  room: ProjectsRoom,
  { row, risk }: { readonly row: StoredRow; readonly risk: SlipRisk | undefined },
  showing: { readonly measure: Measure; readonly language: Language },
): BoardRow {
  const { gates, ownerId: _, ...shown } = row
  const open = gates.find(({ step }) => step === risk?.gate.activityId)
  return {
    ...shown,
    kindName: room.content.kinds.find(({ id }) => id === row.kind)?.name[showing.language] ?? row.kind,
    risk: risk === undefined || open === undefined ? null : riskView(room, { risk, open }, showing),
  }
}

/** What a reader looks for. */
export interface BoardFilter {
  readonly words?: string | undefined
  readonly kind?: string | undefined
  readonly steward?: string | undefined
  readonly show?: 'all' | 'risk' | 'this-week' | 'unanswered' | 'contact-due' | undefined
}

/** The rows that a filter leaves, the worst first. */
export function filteredRows(
  { rows, ranked, measure }: Board,
  { words = '', kind, steward, show = 'all' }: BoardFilter,
): readonly BoardRow[] {
  const wanted = words.trim().toLowerCase()
  const shown: Record<NonNullable<BoardFilter['show']>, (row: BoardRow) => boolean> = {
    all: () => true,
    risk: ({ risk }) => risk !== null,
    'this-week': ({ risk }) => risk?.thisWeek === true,
    unanswered: ({ openQuestions }) => openQuestions > 0,
    'contact-due': (row) => isContactDue(row, measure),
  }
  const place = new Map(ranked.map((id, index) => [id, index]))
  return rows
    .filter(({ name, number }) => `${name} ${number}`.toLowerCase().includes(wanted))
    .filter((row) => kind === undefined || kind === '' || row.kind === kind)
    .filter((row) => steward === undefined || row.primary?.id === steward || row.backup?.id === steward)
    .filter(shown[show])
    .toSorted((one, other) => (place.get(one.id) ?? rows.length) - (place.get(other.id) ?? rows.length))
}

/** Whether somebody promised to speak with the applicant by today. */
export function isContactDue({ nextContactOn }: BoardRow, { today }: Measure): boolean {
  return nextContactOn !== null && nextContactOn <= today
}
