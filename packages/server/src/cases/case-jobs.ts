/**
 * What the clock starts: silence that accepts, times that run out, reminders, lights that turn, calendars that were corrected.
 *
 * Every look is idempotent: what was done before is refused by the decider, or found in its row.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { workingDaysBetween } from '@guanjia/core/calendar'
import { type CaseCommand, type CaseState, handleCase, openDeadlines } from '@guanjia/core/cases'
import { accept } from '@guanjia/core/kernel'
import type { CommandContext } from '../platform/commands/command.ts'
import { commandCase, revisionOf, type Wanted } from './case-commands.ts'
import { bodyOf, type CorrectionToTell, correctionJob } from './case-news.ts'
import { type CasesPorts, dayOf } from './cases-ports.ts'
import { lockCase, projectionOf } from './store/case-store.ts'
import { type CaseRow, casesTables } from './store/cases-tables.ts'

const lookJob = 'cases.look-at-clocks'
const mostAtOnce = 200

/** Answers the jobs, and has the clocks looked at just after midnight of the zone, and every hour for what was missed. */
export function handleCaseJobs(ports: CasesPorts): void {
  const { jobs } = ports
  jobs.handle(lookJob, () => lookAtClocks(ports))
  jobs.every(lookJob, '4 * * * *')
  jobs.handle<CorrectionToTell>(correctionJob, (told) => tellCorrection(ports, told))
}

/** Looks at every running case that was not looked at today, or was counted with another calendar. */
async function lookAtClocks(ports: CasesPorts): Promise<void> {
  const today = dayOf(ports, ports.clock.now())
  const { version } = ports.zone.calendar
  for (let after = ''; ; ) {
    const found = await casesTables(ports.database)
      .selectFrom('case_file')
      .select('id')
      .where('court', '!=', 'nobody')
      .where((where) =>
        where.or([where('looked_at_on', '<', today), where('calendar_version', '!=', version)]),
      )
      .$if(after !== '', (query) => query.where('id', '>', after))
      .orderBy('id')
      .limit(mostAtOnce)
      .execute()
    for (const { id } of found) await lookAtCase(ports, id)
    const last = found.at(-1)
    if (last === undefined || found.length < mostAtOnce) return
    after = last.id
  }
}

async function lookAtCase(ports: CasesPorts, id: string): Promise<void> {
  const { light } = await casesTables(ports.database)
    .selectFrom('case_file')
    .select('light')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  // one act may make the next one due: a lapse that was missed for weeks has a rectification that is over too
  while (await doWhatIsDue(ports, id)) continue
  await runForHouse(ports, { name: 'cases.note-clocks', subject: id }, (context) =>
    noteClocks(ports, context, { id, light }),
  )
}

/** The acts that time alone may start, in the order in which they are tried. */
function timedActs(state: CaseState): readonly Wanted[] {
  const acts: Wanted[] = [{ type: 'accept-by-silence' }, { type: 'deem-withdrawn' }]
  for (const { id: duty } of state.duties)
    acts.push({ type: 'lapse-duty', duty }, { type: 'fail-rectification', duty })
  return acts
}

async function doWhatIsDue(ports: CasesPorts, id: string): Promise<boolean> {
  const { state } = await casesTables(ports.database)
    .selectFrom('case_file')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const dated = { on: dayOf(ports, ports.clock.now()), by: 'system' }
  const due = timedActs(state).find(
    (act) => handleCase(state, { ...act, ...dated } as CaseCommand, ports.zone.calendar).ok,
  )
  if (due === undefined) return false
  const outcome = await runForHouse(
    ports,
    { name: `cases.${due.type}`, subject: id, legal: true },
    (context) => commandCase(ports, context, { id, version: undefined, want: () => due }),
  )
  return outcome.ok
}

/** Counts anew: a corrected calendar is told, a light that turned is news, a day that nears is a reminder. */
async function noteClocks(
  ports: CasesPorts,
  context: CommandContext,
  { id, light }: Pick<CaseRow, 'id' | 'light'>,
) {
  const found = await lockCase(context, id)
  const revised = await reviseCalendar(ports, context, found)
  if (!revised.ok) return revised
  const row = await lockCase(context, id)
  const on = dayOf(ports, context.now)
  const projection = projectionOf(row.state, { calendar: ports.zone.calendar, on })
  if (!projection.ok) return projection
  const { state, ...columns } = projection.value
  await casesTables(context.tx).updateTable('case_file').set(columns).where('id', '=', id).execute()
  if (columns.light !== light && (columns.light === 'amber' || columns.light === 'red'))
    context.emit({ type: `cases.turned-${columns.light}`, subject: id, body: dueBody(row, columns) })
  await remind(ports, context, { row, state })
  return accept({})
}

function dueBody(
  { number, state }: CaseRow,
  { next_kind: kind, next_due: due }: Pick<CaseRow, 'next_kind' | 'next_due'>,
) {
  return { number, service: state.service.name['zh-CN'] ?? state.service.id, kind, due }
}

async function reviseCalendar(ports: CasesPorts, context: CommandContext, row: CaseRow) {
  if (row.calendar_version === ports.zone.calendar.version || row.state.endedOn !== null) return accept({})
  return commandCase(ports, context, { id: row.id, version: undefined, want: revisionOf })
}

const reminded = new Set(['duty', 'rectification', 'correction', 'following-paper'])

interface Reminding {
  readonly row: CaseRow
  readonly state: CaseState
}

/** Each reminder goes out once: its row is the proof. */
async function remind(ports: CasesPorts, context: CommandContext, { row, state }: Reminding): Promise<void> {
  const on = dayOf(ports, context.now)
  const deadlines = openDeadlines(state, ports.zone.calendar, on)
  if (!deadlines.ok) return
  for (const { kind, about, due } of deadlines.value) {
    if (!reminded.has(kind) || due === null || about === null) continue
    const left = workingDaysBetween(ports.zone.calendar, on, due)
    const daysBefore = left.ok ? reminderFor(ports.content.remindBefore, left.value) : undefined
    if (daysBefore === undefined) continue
    const inserted = await casesTables(context.tx)
      .insertInto('case_reminder')
      .values({ case_id: row.id, about, due, days_before: daysBefore, sent_at: context.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('days_before')
      .executeTakeFirst()
    if (inserted !== undefined)
      context.emit({
        type: 'cases.due-soon',
        subject: row.id,
        body: dueBody(row, { next_kind: kind, next_due: due }),
      })
  }
}

/** The nearest reminder that is due by now: of those that were missed, only the last is worth telling. */
function reminderFor(daysBefore: readonly number[], left: number): number | undefined {
  if (left < 0) return undefined
  const passed = daysBefore.filter((days) => left <= days)
  return passed.length === 0 ? undefined : Math.min(...passed)
}

/** Tells of a correction that was not taken back in time. */
async function tellCorrection(ports: CasesPorts, { caseId, correction }: CorrectionToTell): Promise<void> {
  await runForHouse(ports, { name: 'cases.tell-correction', subject: caseId }, async (context) => {
    const row = await lockCase(context, caseId)
    const event = await casesTables(context.tx)
      .selectFrom('case_event')
      .select(['body', 'version'])
      .where('case_id', '=', caseId)
      .where('type', '=', 'correction-requested')
      .orderBy('version', 'desc')
      .executeTakeFirst()
    const isOpen = row.state.corrections.some(({ id, end }) => id === correction && end !== 'taken-back')
    if (!isOpen || event === undefined) return accept({})
    const news = { row, events: [event.body], state: row.state }
    context.emit({
      type: 'cases.correction-requested',
      subject: caseId,
      body: bodyOf(news, event.body, event.version),
    })
    return accept({})
  })
}

interface HouseAct {
  readonly name: string
  readonly subject: string
  readonly legal?: boolean
}

async function runForHouse<T, C extends string>(
  { runCommand, newId }: CasesPorts,
  { name, subject, legal = false }: HouseAct,
  work: Parameters<typeof runCommand<T, C>>[1],
) {
  const principal = systemPrincipal('cases')
  return runCommand({ name, subject, principal, correlationId: newId(), legal }, work)
}
