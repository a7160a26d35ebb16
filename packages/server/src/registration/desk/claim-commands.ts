/**
 * Whose desk a waiting case lies on: claimed, given back, handed over. Each of them is a human act and leaves a leaf.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { ApplicationRefusal } from '@guanjia/core/registration'
import { findHolders } from '../../access/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import { findApplicationPeople, handle, lockApplication, writeApplication } from '../application-store.ts'
import { registrationTables } from '../registration-tables.ts'

type Desk<Type extends 'claim' | 'release' | 'hand-over', More extends string = never> = Promise<
  Result<{ stage: 'with-officer' }, ApplicationRefusal<Type> | More>
>

/** The person who acts; routes of the desk let nobody else in. */
export function officerOf({ principal }: Pick<CommandContext, 'principal'>): string {
  return principal.kind === 'person' ? principal.id : ''
}

function isLead({ principal }: CommandContext): boolean {
  return principal.kind === 'person' && principal.roles.includes('registrar-lead')
}

/** Takes a waiting case. */
export async function claimApplication(context: CommandContext, id: string): Desk<'claim'> {
  const loaded = await lockApplication(context, id)
  const officer = officerOf(context)
  const handled = handle(loaded, { type: 'claim', officer })
  if (!handled.ok) return handled
  await writeApplication(context, loaded, handled.value, { officer })
  const body = { officer: context.commit(officer) }
  context.record({ act: 'registration.claimed', subject: loaded.row.number, body })
  return accept({ stage: 'with-officer' })
}

/** Gives a case back to the queue; a lead may do it for somebody who is away. */
export async function releaseClaim(context: CommandContext, id: string): Desk<'release'> {
  const loaded = await lockApplication(context, id)
  const officer = officerOf(context)
  const handled = handle(loaded, { type: 'release', officer, isLead: isLead(context) })
  if (!handled.ok) return handled
  await writeApplication(context, loaded, handled.value, { officer: null })
  const body = { officer: context.commit(officer) }
  context.record({ act: 'registration.claim-released', subject: loaded.row.number, body })
  return accept({ stage: 'with-officer' })
}

/** Hands a case over to another registrar, never to somebody it concerns. */
export async function handOverClaim(
  context: CommandContext,
  { id, to }: { readonly id: string; readonly to: string },
): Desk<'hand-over', 'registrar-unknown'> {
  const loaded = await lockApplication(context, id)
  const officer = officerOf(context)
  const handled = handle(loaded, { type: 'hand-over', officer, to, isLead: isLead(context) })
  if (!handled.ok) return handled
  const tables = registrationTables(context.tx)
  const holders = [
    ...(await findHolders(tables, 'registrar')),
    ...(await findHolders(tables, 'registrar-lead')),
  ]
  const { owner, signers } = await findApplicationPeople(context.tx, id)
  if (!holders.includes(to) || to === owner || signers.includes(to)) return refuse('registrar-unknown')
  await writeApplication(context, loaded, handled.value, { officer: to })
  const body = { officer: context.commit(officer), to: context.commit(to) }
  context.record({ act: 'registration.claim-handed-over', subject: loaded.row.number, body })
  context.emit({
    type: 'registration.handed-over',
    subject: id,
    body: { number: loaded.row.number, officerId: to, dueAt: loaded.row.due_at?.toISOString() ?? '' },
  })
  return accept({ stage: 'with-officer' })
}
