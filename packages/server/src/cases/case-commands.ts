/**
 * Carrying a command out: the lock, the version the sender has seen, what follows, its leaf and its news.
 */

import {
  type CaseCommand,
  type CaseEvent,
  type CaseRefusal,
  handleCase,
  withClockEnds,
} from '@guanjia/core/cases'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../platform/commands/command.ts'
import { tellOf } from './case-news.ts'
import { type CasesPorts, dayOf } from './cases-ports.ts'
import { appendToCase, lockCase, readEvents, stateAfter } from './store/case-store.ts'
import { type CaseRow, casesTables } from './store/cases-tables.ts'

/** What a command leaves of a case. */
export interface CaseMoved {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly situation: CaseRow['situation']
  readonly status: number
}

/** Why a command was not carried out. */
export type CommandRefusal = CaseRefusal | 'case-changed-meanwhile'

/** What is wanted of a case; day and doer are added here. */
export type Wanted = CaseCommand extends infer Each
  ? Each extends CaseCommand
    ? Omit<Each, 'on' | 'by'>
    : never
  : never

/** A command over a version. */
export interface Ordered {
  readonly id: string
  /** the version that the sender has seen; undefined for the house itself, which has just looked */
  readonly version: number | undefined
  /** made from the locked row, since what is attached to it counts */
  readonly want: (row: CaseRow) => Promise<Wanted> | Wanted
}

/** Who does it, as events name them. */
export function doerOf({ principal }: CommandContext): string {
  return principal.kind === 'person' ? principal.id : 'system'
}

/** Carries a command out. */
export async function commandCase(
  ports: CasesPorts,
  context: CommandContext,
  { id, version, want }: Ordered,
): Promise<Result<CaseMoved, CommandRefusal>> {
  const row = await lockCase(context, id)
  if (version !== undefined && version !== row.version)
    return refuse('case-changed-meanwhile', { errors: await changesSince(context, row, version) })
  const dated = { on: dayOf(ports, context.now), by: doerOf(context) }
  const { calendar } = ports.zone
  const command = { ...(await want(row)), ...dated } as CaseCommand
  const answer = handleCase(row.state, command, calendar)
  if (!answer.ok) return answer
  const followed = withFollowing(ports, row, [...revisionBefore(ports, row, command), ...answer.value])
  if (!followed.ok) return followed
  const events = withClockEnds(row.state, followed.value, calendar)
  const written = await appendToCase(context, row, {
    events,
    counting: { calendar, on: dated.on },
  })
  if (!written.ok) return written
  await tellOf(ports, context, { row, events, state: written.value })
  return accept({
    id,
    number: row.number,
    version: row.version + events.length,
    situation: written.value.situation.at,
    status: written.value.statuses.at(-1) ?? 0,
  })
}

/** What a calendar corrected since the last act has moved is told before whatever is done with it. */
function revisionBefore({ zone }: CasesPorts, row: CaseRow, { type, on }: CaseCommand): readonly CaseEvent[] {
  if (type === 'revise-calendar' || row.calendar_version === zone.calendar.version) return []
  const answer = handleCase(row.state, { ...revisionOf(row), on, by: 'system' }, zone.calendar)
  return answer.ok ? answer.value : []
}

/** The command that tells what a corrected calendar has moved. */
export function revisionOf({ calendar_version: before, clock_ends: ends }: CaseRow) {
  return { type: 'revise-calendar', before, ends } as const
}

/** An accepted case goes to its departments in the same moment. */
function withFollowing(
  { zone }: CasesPorts,
  row: CaseRow,
  events: readonly CaseEvent[],
): Result<readonly CaseEvent[], CaseRefusal> {
  const last = events.at(-1)
  if (last?.type !== 'accepted') return accept(events)
  const { on, by } = last
  const begun = handleCase(stateAfter(row.state, events), { type: 'begin-review', on, by }, zone.calendar)
  return begun.ok ? accept([...events, ...begun.value]) : begun
}

/** What the sender has not seen, in the form in which faults of fields go out. */
async function changesSince({ tx }: CommandContext, row: CaseRow, version: number) {
  const events = await readEvents(casesTables(tx), row.id)
  return events
    .filter((event) => event.version > version)
    .map((event) => ({ field: 'version', code: event.type, message: `${event.version}: ${event.body.on}` }))
}
