/**
 * What the routes of this room have in common: running a command for a request, and finding whose project it is.
 */

import type { Result } from '@guanjia/core/kernel'
import type { CommandContext, OnConflict } from '../platform/commands/command.ts'
import type { Caller } from '../platform/http/handler.ts'
import { findProjectPeople, findProjectPeopleAt } from './project-queries.ts'
import type { ProjectsRoom } from './projects-ports.ts'

interface Sent extends Pick<Caller, 'principal' | 'correlationId'> {
  readonly key: string | undefined
  readonly bodyHash: string | undefined
}

interface Act {
  readonly name: string
  readonly subject: string
  readonly input: Sent
  /** whether it binds somebody, and so needs a leaf in the ledger */
  readonly legal?: boolean
}

/** Runs a command for a request. */
export function act<T, C extends string>(
  room: ProjectsRoom,
  { name, subject, input, legal = false }: Act,
  work: (context: CommandContext) => Promise<Result<T, C>>,
  onConflict?: OnConflict<C>,
): Promise<Result<T, C | 'idempotency-key-reused'>> {
  const { principal, correlationId, key, bodyHash } = input
  return room.runCommand({ name, subject, principal, correlationId, key, bodyHash, legal }, work, onConflict)
}

interface Dated {
  readonly params: { readonly id: string }
  readonly body: { readonly at: string }
}

/** Finds whose project a record is about: what was written down without network may arrive after a hand-over. */
export function findPeopleThen({ database, clock }: ProjectsRoom) {
  return ({ params, body }: Dated) =>
    findProjectPeopleAt(database, params.id, { at: new Date(body.at), now: clock.now() })
}

/** Finds whose project a request is about. */
export function findPeople({ database }: ProjectsRoom) {
  return ({ params }: { readonly params: { readonly id: string } }) => findProjectPeople(database, params.id)
}
