/**
 * A case as it is shown, and what happened to it.
 */

import type * as contract from '@guanjia/contract/cases'
import type { RouteOutput } from '@guanjia/contract/route'
import type { Principal } from '@guanjia/core/access'
import type { TimeLimit } from '@guanjia/core/calendar'
import {
  type CaseEvent,
  type CaseState,
  caseClocks,
  lightOfLimit,
  missingResults,
  openCorrection,
  openDeadlines,
  proofsOfDuty,
  whoseCourt,
  withClockEnds,
} from '@guanjia/core/cases'
import { accept, type Result } from '@guanjia/core/kernel'
import type { AccessTables } from '../access/index.ts'
import { authorityWording } from './authority-names.ts'
import { type CasesPorts, dayOf } from './cases-ports.ts'
import { eventDays } from './event-days.ts'
import { paperOf } from './papers/paper-kind.ts'
import { readEvents } from './store/case-store.ts'
import { type CaseRow, casesTables } from './store/cases-tables.ts'

type View = RouteOutput<typeof contract.readCase>
type Clock = NonNullable<View['clocks']['committed']>
type Requirement = View['service']['requirements'][number]
type Timeline = RouteOutput<typeof contract.readCaseTimeline>

/** The row of a case that a route has found before. */
export async function loadCase({ database }: CasesPorts, id: string): Promise<CaseRow> {
  return casesTables(database)
    .selectFrom('case_file')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** The case with its clocks as of now. */
export async function viewCase(
  ports: CasesPorts,
  id: string,
  principal: Principal,
): Promise<Result<View, 'calendar-not-published'>> {
  const row = await loadCase(ports, id)
  const { state } = row
  const on = dayOf(ports, ports.clock.now())
  const clocks = caseClocks(state, ports.zone.calendar, on)
  if (!clocks.ok) return clocks
  const deadlines = openDeadlines(state, ports.zone.calendar, on)
  if (!deadlines.ok) return deadlines
  const { committed, statutory, wholeProcess } = clocks.value
  const court = whoseCourt(state)
  return accept({
    ...headOf(row, await nameOf(ports, row.applicant_id)),
    authorityNames: authorityNames(ports, state),
    own: principal.kind === 'person' && principal.id === row.applicant_id,
    service: serviceOf(state),
    court: { who: court.who, authorities: [...court.authorities] },
    clocks: {
      committed: clockOf(committed),
      statutory: clockOf(statutory),
      wholeProcess: wholeProcess ?? null,
    },
    deadlines: deadlines.value.map((deadline) => ({ ...deadline })),
    ...partsOf(state),
  })
}

function headOf(row: CaseRow, applicant: string) {
  const { state } = row
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    project: row.project_id,
    situation: row.situation,
    status: row.status,
    statuses: [...state.statuses],
    applicant,
    openedAt: row.opened_at.toISOString(),
    receivedOn: state.receivedOn,
    acceptedFrom: state.acceptance?.from ?? null,
    answers: row.answers,
    answersVersion: row.answers_version,
  }
}

async function nameOf({ database }: CasesPorts, personId: string): Promise<string> {
  const { name } = await database
    .withTables<AccessTables>()
    .selectFrom('person')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return name
}

function authorityNames({ zone }: CasesPorts, { service, consultations }: CaseState) {
  const ids = new Set([...service.authorities, ...consultations.map(({ asked }) => asked)])
  return Object.fromEntries([...ids].map((id) => [id, authorityWording(zone.zone, id)]))
}

function clockOf(limit: TimeLimit | undefined): Clock | null {
  if (limit === undefined) return null
  const { granted, used, remaining, due, days } = limit
  return {
    granted,
    used,
    remaining,
    due: due ?? null,
    light: lightOfLimit(limit),
    days: days.map((each) => ({ ...each })),
  }
}

function serviceOf(state: CaseState): View['service'] {
  const { service, promises } = state
  return {
    id: service.id,
    name: service.name,
    catalogueVersion: service.catalogueVersion,
    authorities: [...service.authorities],
    committed: service.committed,
    statutory: service.statutory,
    requirements: service.requirements.map(({ id, name, source, mayFollow }) => {
      const announced = state.announced?.includes(id) === true
      return { id, name, source, mayFollow, announced, state: requirementState(state, id, source) }
    }),
    specialProcedures: service.specialProcedures.map(({ id, name, limit }) => ({ id, name, limit })),
    promises: service.promises.map(({ replaces, ...promise }) => ({
      ...promise,
      replaces: [...replaces],
      signed: promises.some(({ id }) => id === promise.id),
    })),
  }
}

function requirementState(state: CaseState, id: string, source: Requirement['source']): Requirement['state'] {
  if (state.papers.includes(id)) return 'handed-in'
  if (state.promises.some(({ replaces }) => replaces.includes(id))) return 'promised'
  if (source === 'register') return 'by-register'
  if (source === 'kept') return missingResults(state).includes(id) ? 'missing' : 'found'
  return state.follow.some(({ requirement }) => requirement === id) ? 'follows' : 'missing'
}

function partsOf(state: CaseState) {
  const { decision, duties, reviews, consultations, specialProcedures, suspensions = [] } = state
  const correction = openCorrection(state)
  return {
    correction:
      correction === undefined
        ? null
        : {
            id: correction.id,
            due: correction.due,
            within: correction.within,
            gaps: correction.gaps.map((gap) => ({ ...gap })),
          },
    reviews: reviews.map((each) => ({ ...each, conditions: [...each.conditions] })),
    consultations: consultations.map(({ id, asked, question, due, answer, closed }) => {
      return { id, asked, question, due, answer, closed }
    }),
    specialProcedures: specialProcedures.map((each) => ({ ...each })),
    suspensions: suspensions.map((each) => ({ ...each })),
    decision:
      decision === null
        ? null
        : {
            outcome: decision.outcome,
            on: decision.on,
            reasons: decision.reasons,
            basis: decision.basis,
            remedies: decision.remedies,
            deliveredOn: decision.deliveredOn,
          },
    duties: duties.map(({ id, kind, what, due, state: dutyState, rectifyBy, returned = null }) => {
      return {
        id,
        kind,
        what,
        due,
        state: dutyState,
        rectifyBy,
        returned,
        proofs: [...proofsOfDuty(state, id)],
      }
    }),
  }
}

/** Everything that happened, without who of the staff did it and without the snapshot of the service. */
export async function readTimeline(
  { database, zone: { calendar } }: CasesPorts,
  id: string,
): Promise<Timeline> {
  const events = await readEvents(casesTables(database), id)
  const counted = withClockEnds(
    undefined,
    events.map(({ body }) => body),
    calendar,
  )
  return {
    events: events.map(({ version, type, body, at }, place) => ({
      version,
      type,
      on: body.on,
      at: at.toISOString(),
      body: shownBody(body),
      paper: paperOf(body) ?? null,
      days: eventDays(body, counted[place] ?? body, calendar),
    })),
  }
}

function shownBody(event: CaseEvent): Record<string, unknown> {
  const { type: _type, on: _on, by: _by, ...body } = event
  if (event.type === 'opened') return { service: event.service.id }
  if (event.type === 'revoked') return { ground: event.ground }
  return body
}
