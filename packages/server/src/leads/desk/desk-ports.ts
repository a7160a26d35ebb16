/**
 * What the desk needs of the platform, its own connection to the schema of leads, and its content.
 *
 * Two connections cannot share a transaction. So a command first does everything that may be refused, and writes to the schema
 * of leads as the last thing, together with the leaves that this owes to the ledger: `store/owed-leaves.ts`.
 */

import type { Person, Principal } from '@guanjia/core/access'
import { localMoment, type PlainDate } from '@guanjia/core/calendar'
import type { Result } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Caller } from '../../platform/http/handler.ts'
import type { Ports } from '../../platform/ports.ts'
import type { HandlingContent } from './handling-content.ts'
import type { DeskDatabase } from './store/desk-tables.ts'

/** The platform's doors, and how people are called. */
export interface DeskPorts
  extends Pick<
    Ports,
    | 'implement'
    | 'database'
    | 'clock'
    | 'runCommand'
    | 'zone'
    | 'contentFolder'
    | 'outbox'
    | 'jobs'
    | 'newId'
    | 'demonstration'
  > {
  readonly leads: DeskDatabase
  /** where the intake is reached; undefined where this house has none */
  readonly intakeOrigin: string | undefined
  /** reports that others turned away, by month, the newest first */
  readonly countTurnedAway: (
    database: Database,
    atMost: number,
  ) => Promise<readonly { readonly month: string; readonly count: number }[]>
  /** name of a person, for those who may see it */
  readonly namePerson: (database: Database, id: string) => Promise<string>
}

/** The doors and the content. */
export interface DeskRoom extends DeskPorts {
  readonly content: HandlingContent
  /** units of the public list that a report may be about, besides the authorities */
  readonly units: readonly { readonly id: string; readonly name: string }[]
}

/** The day in the zone at a moment. */
export function dayOf({ zone }: Pick<DeskPorts, 'zone'>, at: Date): PlainDate {
  return localMoment(at.getTime(), zone.utcOffsetMinutes).date
}

/** The person who acts: the table of permissions lets nobody else in. */
export function personOf({ principal }: { readonly principal: Principal }): Person {
  if (principal.kind !== 'person') throw new Error(`${principal.kind} sits at no desk of leads`)
  return principal
}

interface Listed {
  readonly id: string
  readonly name: { readonly 'zh-CN': string }
}

/** The authorities of the zone. */
export function authoritiesOf({ zone }: Pick<DeskPorts, 'zone'>): readonly Listed[] {
  const listed = zone.zone['authorities']
  return Array.isArray(listed) ? (listed as readonly Listed[]) : []
}

/** The name of what a lead is about: a unit of the public list, or an authority; its id where neither lists it. */
export function aboutName(room: Pick<DeskRoom, 'zone' | 'units'>, id: string): string {
  const unit = room.units.find((each) => each.id === id)?.name
  return unit ?? authoritiesOf(room).find((each) => each.id === id)?.name['zh-CN'] ?? id
}

/** The names of several people, by id. */
export async function namesOf(
  { namePerson, database }: Pick<DeskPorts, 'namePerson' | 'database'>,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  return new Map(await Promise.all(wanted.map(async (id) => [id, await namePerson(database, id)] as const)))
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

/** Runs a command of the desk: each of them leaves a leaf, without content. */
export function act<T, C extends string>(
  { runCommand }: Pick<DeskPorts, 'runCommand'>,
  { name, subject, input }: Act,
  work: (context: CommandContext) => Promise<Result<T, C>>,
): Promise<Result<T, C | 'idempotency-key-reused'>> {
  const { principal, correlationId, key, bodyHash } = input
  return runCommand({ name, subject, principal, correlationId, key, bodyHash, legal: true }, work)
}
