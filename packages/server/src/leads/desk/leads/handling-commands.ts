/**
 * Acts on a lead: codes and days.
 */

import { type Result, refuse } from '@guanjia/core/kernel'
import {
  type Coding,
  decideHandling,
  type HandlingCommand,
  type HandlingEvent,
  type HandlingRefusal,
} from '@guanjia/core/leads'
import type { CommandContext } from '../../../platform/commands/command.ts'
import { authoritiesOf, type DeskRoom, dayOf, personOf } from '../desk-ports.ts'
import type { DeskLeaf } from '../store/desk-leaf.ts'
import { appendEvent, findLead, withEvent } from '../store/lead-store.ts'
import { actWithLeaves } from '../store/owed-leaves.ts'
import { type HandlingView, handlingView } from './handling-view.ts'

/** Why an act was not done. */
export type ActRefusal =
  | HandlingRefusal
  | 'code-unknown'
  | 'lead-changed'
  | 'calendar-not-published'
  | 'not-found'

/** Does what a handler wants with a lead. */
export async function handleLead(
  room: DeskRoom,
  context: CommandContext,
  { leadId, command }: { readonly leadId: string; readonly command: HandlingCommand },
): Promise<Result<HandlingView, ActRefusal>> {
  const { id: by } = personOf(context)
  const lead = await findLead(room.leads, leadId)
  if (lead === undefined) return refuse('not-found')
  if (command.type === 'code' && !isListed(room, command.coding)) return refuse('code-unknown')
  const on = dayOf(room, context.now)
  const decided = decideHandling(lead.state, command, { on, by })
  if (!decided.ok) return decided
  const view = await handlingView(room, withEvent(lead, decided.value), { on, viewer: by })
  if (!view.ok) return view
  return await actWithLeaves(room, context, [handlingLeaf(leadId, decided.value)], async (tx) =>
    (await appendEvent(tx, lead, decided.value)) ? view : refuse('lead-changed'),
  )
}

/** A leaf for what was done: its kind alone, for how a lead was disposed of concerns nobody outside. */
export function handlingLeaf(subject: string, { type, by }: HandlingEvent): DeskLeaf {
  return { act: `leads.${type}`, subject, sealed: { by } }
}

function isListed(room: DeskRoom, { types, field, department }: Coding): boolean {
  const { content } = room
  const known = (list: readonly { readonly id: string }[], id: string) => list.some((one) => one.id === id)
  return (
    types.every((type) => known(content.types.list, type)) &&
    known(content.fields.list, field) &&
    known(authoritiesOf(room), department)
  )
}
