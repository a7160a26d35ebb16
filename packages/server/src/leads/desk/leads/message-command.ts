/**
 * Answering the reporter. The words were sealed in the browser to the reporter and to every handler of the lead: sealed to
 * fewer, somebody would answer without the others knowing what; sealed to more, somebody would read along.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { decideHandling, type HandlingRefusal, type Told, type Wrap } from '@guanjia/core/leads'
import type { CommandContext } from '../../../platform/commands/command.ts'
import { type DeskRoom, dayOf, personOf } from '../desk-ports.ts'
import { keepEnvelope } from '../store/envelope-store.ts'
import { handlersFor, isSealedTo } from '../store/key-store.ts'
import { appendEvent, findLead, type HandledLead } from '../store/lead-store.ts'
import { actWithLeaves } from '../store/owed-leaves.ts'
import { handlingLeaf } from './handling-commands.ts'

/** A sealed message. */
export interface SealedMessage {
  readonly leadId: string
  readonly id: string
  readonly content: string
  readonly wraps: readonly Wrap[]
  readonly tells: Told | null
}

type TellRefusal = Extract<HandlingRefusal, 'nobody-to-tell' | 'told-before' | 'result-not-there'>

/** Why a message was not kept. */
export type MessageRefusal =
  | TellRefusal
  | 'sealed-to-others'
  | 'nobody-to-answer'
  | 'message-kept'
  | 'lead-changed'
  | 'not-found'

/** Keeps a message, and with it what it tells of. */
export async function keepMessage(
  room: DeskRoom,
  context: CommandContext,
  message: SealedMessage,
): Promise<Result<{ id: string }, MessageRefusal>> {
  const { leads } = room
  const lead = await findLead(leads, message.leadId)
  if (lead === undefined) return refuse('not-found')
  const reporter = lead.row.reporter_key_id
  if (reporter === null) return refuse('nobody-to-answer')
  const readers = [...(await handlersFor(leads, lead.row.about)), { keyId: reporter }]
  if (!isSealedTo(message.wraps, readers)) return refuse('sealed-to-others')
  const told = tellingOf(room, context, lead, message.tells)
  if (told?.ok === false) return told
  const event = told?.value
  const answered = {
    act: 'leads.answered',
    subject: message.leadId,
    sealed: { by: personOf(context).id },
  }
  const leaves = event === undefined ? [answered] : [handlingLeaf(message.leadId, event), answered]
  return await actWithLeaves(room, context, leaves, async (tx) => {
    if (event !== undefined && !(await appendEvent(tx, lead, event))) return refuse('lead-changed')
    const kept = await keepEnvelope(tx, {
      ...message,
      part: `message/${message.id}`,
      writtenOn: dayOf(room, context.now),
    })
    return kept ? accept({ id: message.id }) : refuse('message-kept')
  })
}

function tellingOf(room: DeskRoom, context: CommandContext, { state }: HandledLead, tells: Told | null) {
  if (tells === null) return undefined
  const how = { on: dayOf(room, context.now), by: personOf(context).id }
  const decided = decideHandling(state, { type: 'tell', what: tells }, how)
  return decided.ok ? decided : refuse(decided.code as TellRefusal)
}
