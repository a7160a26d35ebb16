/**
 * What the room of space is handed, and what it asks of the zone.
 */

import type { Principal } from '@guanjia/core/access'
import { localMoment, type PlainDate } from '@guanjia/core/calendar'
import type { Result } from '@guanjia/core/kernel'
import type { CommandContext } from '../platform/commands/command.ts'
import type { Database } from '../platform/database/database.ts'
import type { Ports } from '../platform/ports.ts'
import type { Carrier, PremisesContent } from './content/premises-content.ts'
import type { SpaceLinks } from './renewals/space-links.ts'

/** An issue of the register that asks for space. */
export interface SpaceIssue {
  readonly id: string
  readonly number: string
  readonly filedAt: Date
}

/** What rooms beside hand in. */
export interface PremisesDoors {
  /** an issue that somebody may pass on as it stands; undefined where there is none */
  readonly findIssueToPassOn: (
    database: Database,
    asked: { readonly id: string; readonly principal: Principal },
  ) => Promise<SpaceIssue | undefined>
}

/** The platform's doors and this room's own. */
export interface PremisesPorts extends Ports, PremisesDoors {
  readonly content: PremisesContent
  /** links by which firms follow their needs */
  readonly needLinks: SpaceLinks
  /** links by which carriers renew their offers */
  readonly renewalLinks: SpaceLinks
}

/** The zone's day at an instant. */
export function dayOf({ zone }: Pick<Ports, 'zone'>, instant: Date): PlainDate {
  return localMoment(instant.getTime(), zone.utcOffsetMinutes).date
}

interface Named {
  readonly id: string
  readonly name: { readonly 'zh-CN': string; readonly en: string }
}

/** An authority by name; its id where the zone lists none of that id. */
export function authorityNamed({ zone }: Pick<Ports, 'zone'>, id: string): Named {
  const listed = zone.zone['authorities']
  const found = Array.isArray(listed)
    ? (listed as readonly Named[]).find((each) => each.id === id)
    : undefined
  return found === undefined ? { id, name: { 'zh-CN': id, en: id } } : { id, name: found.name }
}

/** A carrier; its id where the content lists none of that id any more. */
export function carrierOf({ content }: Pick<PremisesPorts, 'content'>, id: string): Omit<Carrier, 'phone'> {
  const found = content.carriers.find((each) => each.id === id)
  return found === undefined
    ? { id, name: { 'zh-CN': id, en: id }, street: '' }
    : { id, name: found.name, street: found.street }
}

const ofCarrier = 'carrier:'

/** How the people of a carrier are known among those who work for somebody. */
export function carrierAuthority(carrier: string): string {
  return `${ofCarrier}${carrier}`
}

/** The carrier that a principal works for, as the content lists it. */
export function ownCarrier(ports: Pick<PremisesPorts, 'content'>, principal: Principal): Carrier | undefined {
  if (principal.kind !== 'person') return undefined
  return ports.content.carriers.find(({ id }) => principal.authorities.includes(carrierAuthority(id)))
}

/** What a request brings to a command. */
export interface SentByRequest {
  readonly principal: Principal
  readonly correlationId: string
  readonly key: string | undefined
  readonly bodyHash: string | undefined
}

/** Runs the work of a command for a request. */
export function actFor<T, C extends string>(
  { runCommand }: Pick<PremisesPorts, 'runCommand'>,
  { name, subject, sent }: { readonly name: string; readonly subject: string; readonly sent: SentByRequest },
  work: (context: CommandContext) => Promise<Result<T, C>>,
): Promise<Result<T, C | 'idempotency-key-reused'>> {
  const { principal, correlationId, key, bodyHash } = sent
  return runCommand({ name, subject, principal, correlationId, key, bodyHash, legal: true }, work)
}
