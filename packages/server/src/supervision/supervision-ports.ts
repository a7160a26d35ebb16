/**
 * What this room needs of the platform and of the rooms below, and its own content.
 */

import { localMoment, type PlainDate } from '@guanjia/core/calendar'
import type { Result } from '@guanjia/core/kernel'
import type { RunningClock } from '../cases/index.ts'
import type { OpenIssueClock } from '../feedback/index.ts'
import type { CommandContext, OnConflict } from '../platform/commands/command.ts'
import type { Database } from '../platform/database/database.ts'
import type { Caller } from '../platform/http/handler.ts'
import type { Ports } from '../platform/ports.ts'
import type { CampaignsContent } from './campaigns/campaigns-content.ts'
import type { ConsultationsContent } from './consultations/consultations-content.ts'
import type { ExchangeContent } from './exchange/exchange-content.ts'
import type { InspectionsContent, PartnersContent } from './inspections/inspections-content.ts'
import type { LightsContent } from './lights-content.ts'
import type { ObligationsContent } from './obligations/obligations-content.ts'
import type { RecommendationsContent } from './recommendations/recommendations-content.ts'
import type { TasksContent } from './tasks/tasks-content.ts'

/** Where a project is stuck, by its id: the sentence of its own network. */
export type FindStuck = (database: Database, now: Date) => Promise<ReadonlyMap<string, string>>

/** A project that a steward sees through. */
export interface RunningProject {
  readonly id: string
  readonly number: string
  readonly name: string
}

/** What a room below tells of the clocks that run in it on a day. */
type ReadClocks<Clock> = (
  database: Database,
  on: PlainDate,
) => Promise<Result<readonly Clock[], 'calendar-not-published'>>

/** The platform's doors, and what the rooms of projects, cases and issues tell. */
export interface SupervisionPorts
  extends Pick<
    Ports,
    | 'implement'
    | 'database'
    | 'clock'
    | 'runCommand'
    | 'zone'
    | 'newId'
    | 'contentFolder'
    | 'jobs'
    | 'outbox'
    | 'live'
    | 'demonstration'
    | 'keysFolder'
    | 'signing'
    | 'files'
  > {
  readonly findStuck: FindStuck
  readonly listProjects: (database: Database) => Promise<readonly RunningProject[]>
  readonly readCaseClocks: ReadClocks<RunningClock>
  readonly readIssueClocks: ReadClocks<OpenIssueClock>
}

/** The doors and the content. */
export interface SupervisionRoom extends SupervisionPorts {
  readonly lights: LightsContent
  readonly tasks: TasksContent
  readonly obligations: ObligationsContent
  readonly campaigns: CampaignsContent
  readonly partners: PartnersContent
  readonly exchange: ExchangeContent
  readonly consultations: ConsultationsContent
  readonly inspections: InspectionsContent
  readonly recommendations: RecommendationsContent
}

/** What a look at the lights needs of a command. */
export type Looking = Pick<CommandContext, 'tx' | 'now' | 'emit' | 'record'>

/** The day in the zone at a moment. */
export function dayOf({ zone }: Pick<SupervisionRoom, 'zone'>, at: Date): PlainDate {
  return localMoment(at.getTime(), zone.utcOffsetMinutes).date
}

/** The year of the zone at a moment: numbers of the new year begin with its first hour there. */
export function yearOf(room: Pick<SupervisionRoom, 'zone'>, at: Date): string {
  return dayOf(room, at).slice(0, 4)
}

/** The person a command is run by; what is recorded here is recorded by nobody else. */
export function personOf({ principal }: Pick<CommandContext, 'principal'>): string {
  if (principal.kind !== 'person') throw new Error(`${principal.kind} records nothing of a node`)
  return principal.id
}

interface Sent extends Pick<Caller, 'principal' | 'correlationId'> {
  readonly key: string | undefined
  readonly bodyHash: string | undefined
}

interface Act {
  readonly name: string
  readonly subject: string
  readonly input: Sent
}

/** Runs a command of supervision: each of them binds somebody, so each leaves a leaf. */
export function act<T, C extends string>(
  room: SupervisionRoom,
  { name, subject, input }: Act,
  work: (context: CommandContext) => Promise<Result<T, C>>,
  onConflict?: OnConflict<C>,
): Promise<Result<T, C | 'idempotency-key-reused'>> {
  const { principal, correlationId, key, bodyHash } = input
  const command = { name, subject, principal, correlationId, key, bodyHash, legal: true }
  return room.runCommand(command, work, onConflict)
}
