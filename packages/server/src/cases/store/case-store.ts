/**
 * Cases in and out of the database: the line of events, and the file that is what they come to, in one transaction.
 */

import { principalRef } from '@guanjia/core/access'
import type { PlainDate, WorkingCalendar } from '@guanjia/core/calendar'
import {
  type CaseEvent,
  type CaseState,
  clockEndsOf,
  evolveCase,
  type MaybeCase,
  openDeadlines,
  whoseCourt,
} from '@guanjia/core/cases'
import { accept, assert, type Result } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type CaseRow, type CasesTables, casesTables } from './cases-tables.ts'

/** What a case is opened as, besides its events. */
export interface NewFile {
  readonly id: string
  readonly number: string
  readonly projectId: string | null
  readonly channel: 'online' | 'counter'
  readonly answers: CaseRow['answers']
}

/** What the days of a projection are counted with. */
export interface Counting {
  readonly calendar: WorkingCalendar
  readonly on: PlainDate
}

/** Locks a case and reads it; the route has made sure that it exists. */
export async function lockCase({ tx }: CommandContext, id: string): Promise<CaseRow> {
  const row = await casesTables(tx)
    .selectFrom('case_file')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  assert(row !== undefined, 'the case was found a moment ago')
  return row
}

/** The state after these events. */
export function stateAfter(before: MaybeCase, events: readonly CaseEvent[]): CaseState {
  const after = events.reduce<MaybeCase>(evolveCase, before)
  assert(after !== undefined, 'a case has at least the event that opened it')
  return after
}

type Projection = Pick<
  CaseRow,
  | 'situation'
  | 'status'
  | 'state'
  | 'court'
  | 'revocation_proposed_by'
  | 'next_kind'
  | 'next_due'
  | 'light'
  | 'clock_ends'
  | 'calendar_version'
  | 'looked_at_on'
>

/** The columns that a state comes to on a day. */
export function projectionOf(
  state: CaseState,
  { calendar, on }: Counting,
): Result<Projection, 'calendar-not-published'> {
  const deadlines = openDeadlines(state, calendar, on)
  if (!deadlines.ok) return deadlines
  const [next] = deadlines.value
  const { situation } = state
  return accept({
    situation: situation.at,
    status: state.statuses.at(-1) ?? 0,
    state,
    court: whoseCourt(state).who,
    revocation_proposed_by: situation.at === 'revocation-proposed' ? situation.by : null,
    next_kind: next?.kind ?? null,
    next_due: next?.due ?? null,
    light: next?.light ?? 'off',
    clock_ends: clockEndsOf(deadlines.value),
    calendar_version: calendar.version,
    looked_at_on: on,
  })
}

/** JSON columns are written as text: the driver would take a list for an array of PostgreSQL. */
function columnsOf(projection: Projection): Projection {
  return { ...projection, state: JSON.stringify(projection.state) as unknown as CaseState }
}

/** Writes a new case with its first events. */
export async function insertCase(
  context: CommandContext,
  file: NewFile,
  { events, counting }: { readonly events: readonly CaseEvent[]; readonly counting: Counting },
): Promise<Result<CaseState, 'calendar-not-published'>> {
  const state = stateAfter(undefined, events)
  const projection = projectionOf(state, counting)
  if (!projection.ok) return projection
  const row: CasesTables['case_file'] = {
    ...columnsOf(projection.value),
    id: file.id,
    number: file.number,
    version: events.length,
    service: state.service.id,
    service_name: JSON.stringify(state.service.name) as unknown as CaseRow['service_name'],
    applicant_id: state.applicant,
    project_id: file.projectId,
    channel: file.channel,
    authorities: [...state.service.authorities],
    answers: JSON.stringify(file.answers) as unknown as CaseRow['answers'],
    answers_version: 1 as never,
    answers_saved_at: null,
    opened_at: context.now,
    updated_at: context.now,
  }
  await casesTables(context.tx).insertInto('case_file').values(row).execute()
  await appendEvents(context, { id: file.id, version: 0 }, events)
  return accept(state)
}

/** Appends what followed to a locked case; where nothing did, its row stays as it is. */
export async function appendToCase(
  context: CommandContext,
  row: CaseRow,
  { events, counting }: { readonly events: readonly CaseEvent[]; readonly counting: Counting },
): Promise<Result<CaseState, 'calendar-not-published'>> {
  if (events.length === 0) return accept(row.state)
  const state = stateAfter(row.state, events)
  const projection = projectionOf(state, counting)
  if (!projection.ok) return projection
  await appendEvents(context, row, events)
  await casesTables(context.tx)
    .updateTable('case_file')
    .set({ ...columnsOf(projection.value), version: row.version + events.length, updated_at: context.now })
    .where('id', '=', row.id)
    .execute()
  return accept(state)
}

/** The primary key refuses a second event of the same version: of two commands at once, one has lost. */
async function appendEvents(
  { tx, now, principal }: CommandContext,
  { id, version }: Pick<CaseRow, 'id' | 'version'>,
  events: readonly CaseEvent[],
): Promise<void> {
  const rows = events.map(
    (event, place) =>
      sql`(${id}::uuid, ${version + place + 1}, ${event.type}, ${JSON.stringify(event)}::jsonb,
        ${principalRef(principal)}, ${now}::timestamptz)`,
  )
  await sql`
    insert into case_event (case_id, version, type, body, principal, at) values ${sql.join(rows)}`.execute(tx)
}

/** Events of a case, in order. */
export async function readEvents(
  tables: ReturnType<typeof casesTables>,
  caseId: string,
): Promise<readonly CasesTables['case_event'][]> {
  return tables
    .selectFrom('case_event')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('version')
    .execute()
}
