/**
 * Opening a case: the service as it stands, on the facts given, and a number.
 */

import type { PlainDate, WorkingCalendar } from '@guanjia/core/calendar'
import {
  type CaseEvent,
  type CaseRefusal,
  fileNumber,
  handleCase,
  type ServiceSnapshot,
  takeSnapshot,
  withClockEnds,
} from '@guanjia/core/cases'
import { deriveFacts } from '@guanjia/core/catalogue'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../platform/commands/command.ts'
import { type CaseMoved, doerOf } from './case-commands.ts'
import { tellOf } from './case-news.ts'
import { type CasesPorts, dayOf } from './cases-ports.ts'
import { knownContact } from './store/case-people.ts'
import { insertCase, stateAfter } from './store/case-store.ts'
import type { CaseFacts } from './store/cases-tables.ts'

/** What is opened, for whom. */
export interface Opening {
  readonly id: string
  readonly service: string
  readonly applicantId: string
  readonly projectId?: string | undefined
  /** name of the project, so that nobody has to write it again */
  readonly projectTitle?: string
  readonly facts?: CaseFacts | undefined
  /** papers brought to the counter: the case is received in the same moment */
  readonly papers?: readonly string[]
}

/** Why nothing was opened. */
export type OpeningRefusal = 'service-unknown' | CaseRefusal

/** Opens a case, and receives it where somebody stands at the counter with it. */
export async function createCase(
  ports: CasesPorts,
  context: CommandContext,
  opening: Opening,
): Promise<Result<CaseMoved, OpeningRefusal>> {
  const { id, applicantId, projectId = null, facts = {}, papers } = opening
  const published = await ports.catalogue.current()
  if (published === undefined) return refuse('service-unknown')
  const source = { catalogue: published.catalogue, general: ports.content.general }
  // what follows from the facts given is computed, so that nobody is asked for it
  const known = deriveFacts(published.catalogue.derivedFacts, facts).facts
  const service = takeSnapshot(source, opening.service, known)
  if (!service.ok) return service
  const on = dayOf(ports, context.now)
  const events = firstEvents(ports.zone.calendar, {
    dated: { on, by: doerOf(context) },
    applicantId,
    service: service.value,
    papers,
  })
  if (!events.ok) return events
  const number = await nextNumber(ports, context, on)
  const channel = papers === undefined ? 'online' : 'counter'
  const answers = { ...(await knownContact(context, applicantId)), ...titleOf(opening), ...facts }
  const state = await insertCase(
    context,
    { id, number, projectId, channel, answers },
    { events: events.value, counting: { calendar: ports.zone.calendar, on } },
  )
  if (!state.ok) return state
  const row = { id, number, version: 0, applicant_id: applicantId }
  await tellOf(ports, context, { row, events: events.value, state: state.value })
  const { situation, statuses } = state.value
  const version = events.value.length
  return accept({ id, number, version, situation: situation.at, status: statuses.at(-1) ?? 0 })
}

interface First {
  readonly dated: { readonly on: PlainDate; readonly by: string }
  readonly applicantId: string
  readonly service: ServiceSnapshot
  readonly papers: readonly string[] | undefined
}

/** The case is opened, and received where papers are there; what the house keeps is awaited from it. */
function firstEvents(
  calendar: WorkingCalendar,
  { dated, applicantId, service, papers }: First,
): Result<readonly CaseEvent[], CaseRefusal> {
  const awaits = service.requirements.filter(({ source }) => source === 'kept').map(({ id }) => id)
  const open = { ...dated, type: 'open', applicant: applicantId, service, awaits } as const
  const opened = handleCase(undefined, open, calendar)
  if (!opened.ok || papers === undefined) return opened
  const receive = { ...dated, type: 'receive', channel: 'counter', papers } as const
  const received = handleCase(stateAfter(undefined, opened.value), receive, calendar)
  if (!received.ok) return received
  return accept(withClockEnds(undefined, [...opened.value, ...received.value], calendar))
}

function titleOf({ projectTitle }: Opening): CaseFacts {
  return projectTitle === undefined ? {} : { 'project.title': projectTitle }
}

async function nextNumber({ content }: CasesPorts, { tx }: CommandContext, day: string): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('guanjia.case_number') as next`.execute(tx)
  const { template, division, system } = content.number
  return fileNumber(template, { division, system, day, sequence: rows[0]?.next ?? 0 })
}
