/**
 * How far the handling of a lead is: the events of its desk, folded.
 */

import type { PlainDate } from '../../calendar/index.ts'
import type { Coding, Disposition, Finding, HandlingEvent, LeadOrigin, Told } from './handling-event.ts'

/** A lead as it came in. */
export interface ReceivedLead {
  readonly receivedOn: PlainDate
  readonly isNamed: boolean
  readonly origin: LeadOrigin
}

/** A disposition that a handler proposed and another one has to confirm. */
export interface Proposal {
  readonly disposition: Disposition
  readonly finding: Finding | null
  readonly on: PlainDate
  readonly by: string
}

/** How far it is. */
export interface HandlingState extends ReceivedLead {
  readonly coding: Coding | null
  readonly proposal: Proposal | null
  /** as confirmed, the last one */
  readonly disposed: (Proposal & { readonly confirmedOn: PlainDate }) | null
  readonly told: Readonly<Partial<Record<Told, PlainDate>>>
  readonly sentOn: PlainDate | null
}

/** What comes next, in one word. */
export type HandlingSituation = 'received' | 'proposed' | Disposition

/** The state after everything that happened. */
export function replayHandling(lead: ReceivedLead, events: readonly HandlingEvent[]): HandlingState {
  const fresh: HandlingState = {
    ...lead,
    coding: null,
    proposal: null,
    disposed: null,
    told: {},
    sentOn: null,
  }
  return events.reduce(evolve, fresh)
}

/** The state after one more event. */
export function evolve(state: HandlingState, event: HandlingEvent): HandlingState {
  switch (event.type) {
    case 'coded':
      return { ...state, coding: event.coding }
    case 'proposed': {
      const { disposition, finding, on, by } = event
      return { ...state, proposal: { disposition, finding, on, by } }
    }
    case 'confirmed': {
      const { proposal } = state
      return proposal === null
        ? state
        : { ...state, proposal: null, disposed: { ...proposal, confirmedOn: event.on } }
    }
    case 'sent-back':
      return { ...state, proposal: null }
    case 'told':
      return { ...state, told: { ...state.told, [event.what]: event.on } }
    case 'sent-on':
      return { ...state, sentOn: event.on }
  }
}

/** What comes next, in one word. */
export function situationOf({ proposal, disposed }: HandlingState): HandlingSituation {
  return proposal === null ? (disposed?.disposition ?? 'received') : 'proposed'
}

/** Whether nothing more can be decided: it was concluded, or sent on to whoever is competent. */
export function isOver({ disposed, sentOn }: HandlingState): boolean {
  return disposed?.disposition === 'concluded' || sentOn !== null
}
