/**
 * What the routes of cases have in common: running a command for a request, and finding whose matter it is.
 */

import type { Principal, Resource } from '@guanjia/core/access'
import type { CaseState } from '@guanjia/core/cases'
import type { Result } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type CaseMoved, type CommandRefusal, commandCase, type Wanted } from '../case-commands.ts'
import type { CasesPorts } from '../cases-ports.ts'
import { type CaseRow, casesTables } from '../store/cases-tables.ts'

/** The parameters of a route about one case. */
export interface CaseParams {
  readonly id: string
}

/** What a request brings to a command. */
export interface Sent {
  readonly principal: Principal
  readonly correlationId: string
  readonly key: string | undefined
  readonly bodyHash: string | undefined
}

interface CommandSent extends Sent {
  readonly params: CaseParams
  readonly body: { readonly version: number }
}

/** Runs the work of a command for a request. */
export function act<T, C extends string>(
  { runCommand }: CasesPorts,
  { name, id, input, legal }: { name: string; id: string; input: Sent; legal: boolean },
  work: (context: CommandContext) => Promise<Result<T, C>>,
): Promise<Result<T, C | 'idempotency-key-reused'>> {
  const { principal, correlationId, key, bodyHash } = input
  return runCommand({ name, subject: id, principal, correlationId, key, bodyHash, legal }, work)
}

/** Carries out what a request wants of a case, over the version it has seen. */
export function actOnCase(
  ports: CasesPorts,
  name: string,
  input: CommandSent,
  want: (row: CaseRow, context: CommandContext) => Promise<Wanted> | Wanted,
): Promise<Result<CaseMoved, CommandRefusal | 'idempotency-key-reused'>> {
  const { id } = input.params
  const { version } = input.body
  return act(ports, { name, id, input, legal: true }, (context) =>
    commandCase(ports, context, { id, version, want: (row) => want(row, context) }),
  )
}

/** Finds whose case it is, which authorities work on it or were asked, and who proposed to revoke it. */
export function findCaseResource({ database }: CasesPorts) {
  return async ({ params }: { readonly params: CaseParams }): Promise<Resource | undefined> => {
    const row = await casesTables(database)
      .selectFrom('case_file')
      .select(['applicant_id', 'authorities', 'revocation_proposed_by', 'state'])
      .where('id', '=', params.id)
      .executeTakeFirst()
    if (row === undefined) return undefined
    const { applicant_id: ownerId, authorities, revocation_proposed_by: proposedById } = row
    const consulted = consultedIn(row.state)
    const handedIn = !['draft', 'discarded'].includes(row.state.situation.at)
    return { ownerId, authorities, consulted, handedIn, ...(proposedById === null ? {} : { proposedById }) }
  }
}

/** The same for whoever stands at the counter; a draft is nobody's but its applicant's. */
export function findCaseAtCounter(ports: CasesPorts) {
  const find = findCaseResource(ports)
  return async (request: { readonly params: CaseParams }): Promise<Resource | undefined> => {
    const found = await find(request)
    return found?.handedIn === true ? found : undefined
  }
}

/** The authorities that were asked something in a case and have not answered. */
export function consultedIn({ consultations }: CaseState): readonly string[] {
  return consultations.filter(({ closed }) => !closed).map(({ asked }) => asked)
}

/** The id of the person who sends, empty for nobody. */
export function idOf(principal: Principal): string {
  return principal.kind === 'person' ? principal.id : ''
}
