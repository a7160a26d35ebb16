/**
 * What others hear of a case: a leaf in the ledger for every legal act, and an event of the outbox for every event.
 *
 * A request for correction is told after the time in which it may be taken back; until then nobody has heard of it.
 */

import { type CaseEvent, type CaseState, openCorrection, whoseCourt } from '@guanjia/core/cases'
import { type Canonical, canonicalJson } from '@guanjia/core/ledger'
import type { CommandContext } from '../platform/commands/command.ts'
import type { CasesPorts } from './cases-ports.ts'
import type { CaseRow } from './store/cases-tables.ts'

/** What happened to which case. */
export interface News {
  readonly row: Pick<CaseRow, 'id' | 'number' | 'version' | 'applicant_id'>
  readonly events: readonly CaseEvent[]
  readonly state: CaseState
}

/** The job that tells of a correction, and what it is given. */
export const correctionJob = 'cases.tell-correction'

/** What the job is given. */
export interface CorrectionToTell {
  readonly caseId: string
  readonly correction: string
}

/** Records and tells. */
export async function tellOf(ports: CasesPorts, context: CommandContext, news: News): Promise<void> {
  for (const [place, event] of news.events.entries()) {
    const version = news.row.version + place + 1
    recordAct(context, news.row.number, { version, event })
    if (event.type === 'correction-requested') {
      const { correction } = event
      const runAt = new Date(context.now.getTime() + ports.content.undoSeconds * 1000)
      const told: CorrectionToTell = { caseId: news.row.id, correction }
      await ports.jobs.enqueue(context.tx, correctionJob, told, { runAt })
    } else context.emit({ type: typeOf(event), subject: news.row.id, body: bodyOf(news, event, version) })
    tellOwedAgain(context, news, event)
  }
}

/** Papers that a promise taken back leaves to follow again: the applicant hears of the first day that now ends the case. */
function tellOwedAgain({ emit }: CommandContext, { row, state }: News, event: CaseEvent): void {
  const follow = event.type === 'promise-taken-back' ? (event.follow ?? []) : []
  const [due] = follow.map((paper) => paper.due).toSorted()
  if (due === undefined) return
  const service = state.service.name['zh-CN'] ?? state.service.id
  emit({ type: 'cases.papers-owed-again', subject: row.id, body: { number: row.number, service, due } })
}

/** The name under which an event of a case is told. */
function typeOf({ type }: CaseEvent): string {
  return `cases.${type}`
}

/** The body of an event for the outbox: numbers, days and names of services; nothing of a person. */
export function bodyOf({ row, state }: News, event: CaseEvent, version: number): Record<string, unknown> {
  const correction = openCorrection(state)
  return {
    number: row.number,
    service: state.service.name['zh-CN'] ?? state.service.id,
    serviceId: state.service.id,
    on: event.on,
    version,
    situation: state.situation.at,
    actorId: event.by,
    ...(correction === undefined ? {} : { due: correction.due }),
    ...ownBody(event, state),
  }
}

function ownBody(event: CaseEvent, state: CaseState): Record<string, unknown> {
  switch (event.type) {
    case 'special-procedure-started':
      return { due: event.expected }
    case 'suspended':
      return { ground: event.ground, ...dueOn(event.expected) }
    case 'correction-answered':
      return { authorities: workingAgain(state) }
    case 'duty-extended':
      return { due: event.due }
    case 'duty-lapsed':
      return { due: event.rectifyBy }
    case 'duty-returned':
      return { due: event.rectifyBy ?? dayOfDuty(state, event.duty) }
    case 'decision-issued':
      return { outcome: event.outcome, duties: event.duties.length }
    default:
      return {}
  }
}

function dayOfDuty({ duties }: CaseState, duty: string): string | undefined {
  return duties.find(({ id }) => id === duty)?.due
}

function dueOn(due: string | null): Record<string, unknown> {
  return due === null ? {} : { due }
}

/** The authorities whose clock runs again; before acceptance it is the counter that goes on. */
function workingAgain(state: CaseState): readonly string[] {
  return state.acceptance === null ? [] : whoseCourt(state).authorities
}

/** The act goes into the ledger as a commitment to what happened: words and people stay out of it. */
function recordAct(
  { record, commit }: CommandContext,
  number: string,
  { version, event }: { readonly version: number; readonly event: CaseEvent },
): void {
  const content = commit(canonicalJson(JSON.parse(JSON.stringify(event)) as Canonical))
  record({ act: `cases.${event.type}`, subject: number, body: { version, on: event.on, content } })
}
