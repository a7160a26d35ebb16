/**
 * Power over one's own matters, given to a colleague for named acts until a day.
 */

import { isAction, parseIdentityNumber } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../platform/commands/command.ts'
import type { AccessDatabase, AccessTables } from './access-tables.ts'
import { admitNamedPerson } from './person-store.ts'

const dayMs = 86_400_000

/** What is given to whom, for how long. */
export interface NewDelegation {
  readonly id: string
  readonly name: string
  readonly identityNumber: string
  /** id for a delegate who is not known here yet */
  readonly delegateId: string
  readonly scope: readonly string[]
  /** natural days from now */
  readonly days: number
}

/**
 * Gives a delegation. Whoever it is given to need not be known here: it waits for them to sign in, and the answer does not
 * tell whether they ever did.
 */
export async function giveDelegation(
  context: CommandContext,
  wanted: NewDelegation,
): Promise<
  Result<{ id: string; until: string }, 'identity-number-wrong' | 'scope-unknown' | 'not-for-oneself'>
> {
  if (!wanted.scope.every((name) => isAction(name) && name.startsWith('registration.')))
    return refuse('scope-unknown')
  const tables = context.tx.withTables<AccessTables>()
  const today = context.now.toISOString().slice(0, 10)
  if (!parseIdentityNumber(wanted.identityNumber, today).ok) return refuse('identity-number-wrong')
  const toId = await admitNamedPerson(tables, wanted, wanted.delegateId)
  const fromId = context.principal.kind === 'person' ? context.principal.id : ''
  if (toId === fromId) return refuse('not-for-oneself')
  const until = new Date(context.now.getTime() + wanted.days * dayMs)
  const row = {
    id: wanted.id,
    from_person: fromId,
    to_person: toId,
    scope: [...wanted.scope],
    until,
    ended_at: null,
  }
  await tables.insertInto('delegation').values(row).execute()
  const people = { from: context.commit(fromId), to: context.commit(toId) }
  const body = { ...people, scope: [...wanted.scope], until: until.toISOString() }
  context.record({ act: 'access.delegation-given', subject: wanted.id, body })
  return accept({ id: wanted.id, until: until.toISOString() })
}

/** Ends a delegation; ending it twice does no harm. */
export async function endDelegation(
  context: CommandContext,
  id: string,
): Promise<Result<{ id: string }, 'delegation-unknown'>> {
  const ended = await context.tx
    .withTables<AccessTables>()
    .updateTable('delegation')
    .set({ ended_at: context.now })
    .where('id', '=', id)
    .returning('from_person')
    .executeTakeFirst()
  if (ended === undefined) return refuse('delegation-unknown')
  const body = { from: context.commit(ended.from_person) }
  context.record({ act: 'access.delegation-ended', subject: id, body })
  return accept({ id })
}

/** Who gave a delegation; undefined when there is none of this id. */
export async function findDelegationGiver(database: AccessDatabase, id: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('delegation')
    .select('from_person')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.from_person
}
