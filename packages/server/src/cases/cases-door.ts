/**
 * What rooms above may do with cases: open one for an applicant, sign and take back its promises, and read those of a
 * project. Everything goes through the same decider as what people send.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import type { CaseState } from '@guanjia/core/cases'
import type { Result } from '@guanjia/core/kernel'
import type { CommandContext } from '../platform/commands/command.ts'
import type { Database } from '../platform/database/database.ts'
import { type CaseMoved, type CommandRefusal, commandCase } from './case-commands.ts'
import type { CasesPorts } from './cases-ports.ts'
import { type RunningClock, readRunningClocks } from './clocks/running-clocks.ts'
import type { CreditStanding } from './credit-register.ts'
import { createCase, type Opening, type OpeningRefusal } from './open-command.ts'
import { promiseConditions } from './promise-conditions.ts'
import { type CaseFacts, casesTables } from './store/cases-tables.ts'

/** A case as rooms above see it. */
export interface CaseOnFile {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly projectId: string | null
  readonly applicantId: string
  readonly state: CaseState
}

/** A running case in one line. */
export interface RunningCase {
  readonly number: string
  /** id of the service */
  readonly service: string
  readonly openedAt: Date
  /** hash of the version of the catalogue it began with */
  readonly catalogueVersion: string
}

/** Running cases of some services: how many there are, and the newest of them. */
export interface RunningCases {
  readonly total: number
  readonly listed: readonly RunningCase[]
}

/** A promise of a case. */
export interface PromiseOf {
  readonly caseId: string
  readonly promise: string
}

/** The door. */
export interface CasesDoor {
  readonly open: (context: CommandContext, opening: Opening) => Promise<Result<CaseMoved, OpeningRefusal>>
  /** `facts`: what is known besides the answers of the case */
  readonly signPromise: (
    context: CommandContext,
    promise: PromiseOf & { readonly facts: CaseFacts },
  ) => Promise<Result<CaseMoved, CommandRefusal>>
  readonly takeBackPromise: (
    context: CommandContext,
    promise: PromiseOf,
  ) => Promise<Result<CaseMoved, CommandRefusal>>
  /** ids of the requirements that a commitment stands in for */
  readonly replacedBy: (commitment: string) => readonly string[]
  /** ids of the commitments that are made for a service */
  readonly promisesOf: (service: string) => Promise<readonly string[]>
  readonly standingOf: (personId: string) => Promise<CreditStanding>
  readonly find: (database: Database, caseId: string) => Promise<CaseOnFile | undefined>
  readonly ofProject: (database: Database, projectId: string) => Promise<readonly CaseOnFile[]>
  /** cases of these services that wait for somebody, at most so many of them listed */
  readonly runningOf: (database: Database, services: readonly string[], most: number) => Promise<RunningCases>
  /** the clocks that run on a day, for whoever watches them */
  readonly readClocks: (
    database: Database,
    on: PlainDate,
  ) => Promise<Result<readonly RunningClock[], 'calendar-not-published'>>
}

/** Opens the door over the ports of the room. */
export function openCasesDoor(ports: CasesPorts): CasesDoor {
  const ordered = { version: undefined }
  return {
    open: (context, opening) => createCase(ports, context, opening),
    signPromise: (context, { caseId: id, promise, facts }) =>
      commandCase(ports, context, {
        ...ordered,
        id,
        want: async (row) => ({
          type: 'sign-promise',
          promise,
          ...(await promiseConditions(ports, { ...row, answers: { ...row.answers, ...facts } }, promise)),
        }),
      }),
    takeBackPromise: (context, { caseId: id, promise }) =>
      commandCase(ports, context, { ...ordered, id, want: () => ({ type: 'take-back-promise', promise }) }),
    replacedBy: (commitment) => ports.content.general.replacedBy.get(commitment) ?? [],
    promisesOf: async (service) => {
      const published = await ports.catalogue.current()
      const all = published?.catalogue.path.commitments ?? []
      return all.filter((commitment) => commitment.service === service).map(({ id }) => id)
    },
    standingOf: (personId) => ports.credit.standingOf(personId),
    find: async (database, caseId) => (await onFile(database, { id: caseId }))[0],
    ofProject: (database, projectId) => onFile(database, { project_id: projectId }),
    runningOf,
    readClocks: (database, on) => readRunningClocks(ports, database, on),
  }
}

async function runningOf(
  database: Database,
  services: readonly string[],
  most: number,
): Promise<RunningCases> {
  const running = casesTables(database)
    .selectFrom('case_file')
    .where('service', 'in', services.length === 0 ? [''] : services)
    .where('court', '<>', 'nobody')
  const { total } = await running
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await running
    .select(['number', 'service', 'opened_at', 'state'])
    .orderBy('opened_at', 'desc')
    .orderBy('number', 'desc')
    .limit(most)
    .execute()
  const listed = rows.map(({ number, service, opened_at: openedAt, state }) => ({
    number,
    service,
    openedAt,
    catalogueVersion: state.service.catalogueVersion,
  }))
  return { total: Number(total), listed }
}

async function onFile(
  database: Database,
  { id, project_id }: { readonly id?: string; readonly project_id?: string },
): Promise<readonly CaseOnFile[]> {
  const rows = await casesTables(database)
    .selectFrom('case_file')
    .select(['id', 'number', 'version', 'project_id', 'applicant_id', 'state'])
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .$if(project_id !== undefined, (query) => query.where('project_id', '=', project_id ?? ''))
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    version: row.version,
    projectId: row.project_id,
    applicantId: row.applicant_id,
    state: row.state,
  }))
}
