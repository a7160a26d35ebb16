/**
 * What the events of a need come to.
 */

import type { PlainDate } from '../../calendar/index.ts'
import type { NeedChannel, NeedEvent, NeedMark } from './need-event.ts'
import type { NeedRule } from './need-rule.ts'

/** Where a need stands. */
export const needSituations = [
  'filed',
  'transferred',
  'received',
  'proposed',
  'viewed',
  'leased',
  'rated',
  'not-found',
] as const

/** Where a need stands. */
export type NeedSituation = (typeof needSituations)[number]

/** When something was done. */
export interface NeedMoment {
  readonly on: PlainDate
  readonly at: string
}

/** A visit to a room, arranged and perhaps recorded. */
export interface Viewing {
  readonly room: string
  readonly viewAt: string
  readonly recorded: (NeedMoment & { readonly suits: boolean; readonly note: string }) | null
}

/** A need. */
export interface NeedState {
  readonly situation: NeedSituation
  readonly channel: NeedChannel
  readonly rule: NeedRule
  readonly department: string | null
  /** when the issue came in from which the need was passed on; left out where there was none */
  readonly heard?: NeedMoment
  readonly filed: NeedMoment
  readonly transferred: NeedMoment | null
  readonly received: NeedMoment | null
  /** first candidates */
  readonly proposed: NeedMoment | null
  readonly candidates: readonly string[]
  readonly viewings: readonly Viewing[]
  readonly lease: (NeedMoment & { readonly room: string; readonly areaSquareDecimetres: number }) | null
  readonly rating: (NeedMoment & { readonly mark: NeedMark }) | null
  readonly notFound: (NeedMoment & { readonly reason: string }) | null
  readonly urgings: number
  readonly lastOn: PlainDate
}

/** A need, or nothing yet. */
export type MaybeNeed = NeedState | undefined

type Later = Exclude<NeedEvent, { readonly type: 'filed' }>
type Change = Partial<NeedState>

type Evolution<T extends Later['type']> = (
  state: NeedState,
  event: Extract<Later, { readonly type: T }>,
) => Change

/** Day and moment alone. */
export function momentOf({ on, at }: NeedMoment): NeedMoment {
  return { on, at }
}

const evolutions: { readonly [T in Later['type']]: Evolution<T> } = {
  transferred: (_, { department, ...event }) => ({
    situation: 'transferred',
    transferred: momentOf(event),
    department,
  }),
  received: (_, event) => ({ situation: 'received', received: momentOf(event) }),
  proposed: ({ proposed }, { rooms, ...event }) => ({
    situation: 'proposed',
    proposed: proposed ?? momentOf(event),
    candidates: rooms,
  }),
  'viewing-arranged': ({ viewings }, { room, viewAt }) => ({
    viewings: [...viewings, { room, viewAt, recorded: null }],
  }),
  viewed: ({ viewings }, { viewing, suits, note, ...event }) => ({
    situation: 'viewed',
    viewings: viewings.map((each, place) =>
      place === viewing ? { ...each, recorded: { ...momentOf(event), suits, note } } : each,
    ),
  }),
  leased: (_, { room, areaSquareDecimetres, ...event }) => ({
    situation: 'leased',
    lease: { ...momentOf(event), room, areaSquareDecimetres },
  }),
  rated: (_, { mark, ...event }) => ({ situation: 'rated', rating: { ...momentOf(event), mark } }),
  urged: ({ urgings }) => ({ urgings: urgings + 1 }),
  'not-found': (_, { reason, ...event }) => ({
    situation: 'not-found',
    notFound: { ...momentOf(event), reason },
  }),
}

function changed(state: NeedState, event: Later): Change {
  const evolve = evolutions[event.type] as (state: NeedState, event: Later) => Change
  return evolve(state, event)
}

/** The need after an event. */
export function evolveNeed(state: MaybeNeed, event: NeedEvent): MaybeNeed {
  if (event.type !== 'filed')
    return state === undefined ? undefined : { ...state, ...changed(state, event), lastOn: event.on }
  const { channel, rule, heard, on, at } = event
  return {
    ...(heard === undefined ? {} : { heard: momentOf(heard) }),
    situation: 'filed',
    channel,
    rule,
    department: null,
    filed: { on, at },
    transferred: null,
    received: null,
    proposed: null,
    candidates: [],
    viewings: [],
    lease: null,
    rating: null,
    notFound: null,
    urgings: 0,
    lastOn: on,
  }
}
