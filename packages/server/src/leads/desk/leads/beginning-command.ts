/**
 * Leads that begin at the desk: a suggestion of the lights that a handler takes over, and retaliation against a reporter. Both
 * are records of their own, without a link that anybody but the desk sees.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { Wrap } from '@guanjia/core/leads'
import type { Transaction } from 'kysely'
import type { CommandContext } from '../../../platform/commands/command.ts'
import { authoritiesOf, type DeskRoom, dayOf, personOf } from '../desk-ports.ts'
import type { DeskTables } from '../store/desk-tables.ts'
import { keepEnvelope } from '../store/envelope-store.ts'
import { handlersFor, isSealedTo } from '../store/key-store.ts'
import { findLead } from '../store/lead-store.ts'
import { actWithLeaves } from '../store/owed-leaves.ts'

/** A lead as a handler seals it. */
export interface DeskLead {
  readonly id: string
  readonly origin: 'light' | 'retaliation'
  readonly about: string
  readonly suggestion: { readonly supervisedId: string; readonly node: string } | null
  readonly follows: string | null
  readonly content: string
  readonly wraps: readonly Wrap[]
}

/** Why it was not begun. */
export type BeginningRefusal =
  | 'suggestion-not-open'
  | 'lead-not-there'
  | 'origin-incomplete'
  | 'authority-not-listed'
  | 'own-authority'
  | 'sealed-to-others'
  | 'lead-kept'

/** Begins a lead. */
export async function beginLead(
  room: DeskRoom,
  context: CommandContext,
  lead: DeskLead,
): Promise<Result<{ id: string }, BeginningRefusal>> {
  const refused = await refusalOf(room, context, lead)
  if (refused !== undefined) return refuse(refused)
  const leaf = { act: 'leads.begun', subject: lead.id, sealed: { by: personOf(context).id } }
  return await actWithLeaves(room, context, [leaf], async (tx) => {
    const on = dayOf(room, context.now)
    if (!(await insertLead(tx, lead, on))) return refuse('lead-kept')
    await keepEnvelope(tx, {
      ...lead,
      leadId: lead.id,
      id: crypto.randomUUID(),
      part: 'content',
      writtenOn: on,
    })
    const isTaken = lead.suggestion === null || (await takeSuggestion(tx, lead.suggestion, lead.id))
    // nothing of a lead remains whose suggestion somebody else took at the same moment
    if (!isTaken) throw new Error('a suggestion was taken by two at once')
    return accept({ id: lead.id })
  })
}

async function refusalOf(
  room: DeskRoom,
  context: CommandContext,
  lead: DeskLead,
): Promise<BeginningRefusal | undefined> {
  const { about, suggestion, follows, wraps } = lead
  const { authorities } = personOf(context)
  if (!hasItsOrigin(lead)) return 'origin-incomplete'
  if (!authoritiesOf(room).some(({ id }) => id === about)) return 'authority-not-listed'
  if (authorities.includes(about)) return 'own-authority'
  if (!isSealedTo(wraps, await handlersFor(room.leads, about))) return 'sealed-to-others'
  if (suggestion !== null && !(await isOpen(room, suggestion))) return 'suggestion-not-open'
  return follows === null || (await maySee(room, follows, authorities)) ? undefined : 'lead-not-there'
}

async function maySee({ leads }: DeskRoom, id: string, authorities: readonly string[]): Promise<boolean> {
  const lead = await findLead(leads, id)
  return lead !== undefined && !authorities.includes(lead.row.about)
}

/** A suggestion for a lead from the lights, an earlier lead for retaliation, and never both. */
function hasItsOrigin({ origin, suggestion, follows }: DeskLead): boolean {
  return origin === 'light'
    ? suggestion !== null && follows === null
    : follows !== null && suggestion === null
}

type Suggestion = NonNullable<DeskLead['suggestion']>

async function isOpen({ leads }: DeskRoom, { supervisedId, node }: Suggestion): Promise<boolean> {
  const found = await leads
    .selectFrom('leads.suggestion')
    .select('node')
    .where('supervised_id', '=', supervisedId)
    .where('node', '=', node)
    .where('taken_as', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

async function insertLead(
  tx: Transaction<DeskTables>,
  { id, origin, about, follows }: DeskLead,
  on: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('leads.lead')
    .values({
      id,
      kind: 'anonymous',
      about,
      sealed_by: 'browser',
      received_on: on,
      receipt_hash: null,
      reporter_key_id: null,
      reporter_public_key: null,
      reporter_wrapped_key: null,
      published_on: null,
      origin,
      follows,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

async function takeSuggestion(
  tx: Transaction<DeskTables>,
  { supervisedId, node }: Suggestion,
  leadId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('leads.suggestion')
    .set({ taken_as: leadId })
    .where('supervised_id', '=', supervisedId)
    .where('node', '=', node)
    .where('taken_as', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
