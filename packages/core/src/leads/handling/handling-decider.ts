/**
 * What a handler may do with a lead: every disposition takes two people, and what was coded is complete before a lead ends.
 */

import type { PlainDate } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { Coding, Disposition, Finding, HandlingEvent, Told } from './handling-event.ts'
import { type HandlingState, isOver } from './handling-state.ts'

/** What a handler wants. */
export type HandlingCommand =
  | { readonly type: 'code'; readonly coding: Coding }
  | { readonly type: 'propose'; readonly disposition: Disposition; readonly finding: Finding | null }
  | { readonly type: 'confirm' }
  | { readonly type: 'send-back' }
  | { readonly type: 'tell'; readonly what: Told }
  | { readonly type: 'send-on' }

/** Why not. */
export type HandlingRefusal =
  | 'lead-over'
  | 'disposition-waits'
  | 'nothing-proposed'
  | 'own-proposal'
  | 'lead-not-coded'
  | 'finding-missing'
  | 'finding-too-early'
  | 'nobody-to-tell'
  | 'told-before'
  | 'result-not-there'
  | 'not-transferred'

/** Who wants it, and when. */
export interface Handling {
  readonly on: PlainDate
  readonly by: string
}

type Decided = Result<HandlingEvent, HandlingRefusal>

/** The event that follows from a command, or why there is none. */
export function decideHandling(state: HandlingState, command: HandlingCommand, how: Handling): Decided {
  switch (command.type) {
    case 'code':
      return isOver(state) ? refuse('lead-over') : accept({ type: 'coded', coding: command.coding, ...how })
    case 'propose':
      return propose(state, command, how)
    case 'confirm':
      return answer(state, how, { type: 'confirmed', ...how })
    case 'send-back':
      return answer(state, how, { type: 'sent-back', ...how })
    case 'tell':
      return tell(state, command.what, how)
    case 'send-on':
      return sendOn(state, how)
  }
}

function sendOn(state: HandlingState, how: Handling): Decided {
  if (isOver(state)) return refuse('lead-over')
  const isTransferred = state.disposed?.disposition === 'transferred'
  return isTransferred ? accept({ type: 'sent-on', ...how }) : refuse('not-transferred')
}

function propose(
  state: HandlingState,
  { disposition, finding }: Extract<HandlingCommand, { readonly type: 'propose' }>,
  how: Handling,
): Decided {
  if (isOver(state)) return refuse('lead-over')
  if (state.proposal !== null) return refuse('disposition-waits')
  if (state.coding === null) return refuse('lead-not-coded')
  if (disposition === 'concluded' && finding === null) return refuse('finding-missing')
  if (disposition !== 'concluded' && finding !== null) return refuse('finding-too-early')
  return accept({ type: 'proposed', disposition, finding, ...how })
}

/** Whoever proposed does not answer; they may take it back by sending it back to themselves. */
function answer({ proposal }: HandlingState, { by }: Handling, event: HandlingEvent): Decided {
  if (proposal === null) return refuse('nothing-proposed')
  return event.type === 'confirmed' && proposal.by === by ? refuse('own-proposal') : accept(event)
}

function tell({ isNamed, told, disposed }: HandlingState, what: Told, how: Handling): Decided {
  if (!isNamed) return refuse('nobody-to-tell')
  if (told[what] !== undefined) return refuse('told-before')
  if (what === 'result' && disposed?.disposition !== 'concluded') return refuse('result-not-there')
  return accept({ type: 'told', what, ...how })
}
