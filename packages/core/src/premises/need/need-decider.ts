/**
 * A need for space as a decider: visit, transfer, receipt, candidates, viewing, lease, the firm's mark. What has happened
 * and a command give the event that follows, or the situation that forbids it.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { NeedDated, NeedEvent, NeedHappening } from './need-event.ts'
import type { MaybeNeed, NeedSituation, NeedState } from './need-state.ts'

/** Why a command is not carried out. */
export const needRefusals = [
  'need-filed-already',
  'need-not-filed',
  'need-dated-before-last-event',
  'need-over',
  'need-transferred-already',
  'need-not-transferred',
  'need-received-already',
  'need-not-received',
  'candidates-missing',
  'room-not-proposed',
  'viewing-not-arranged',
  'viewing-recorded-already',
  'room-not-viewed',
  'need-not-leased',
  'need-reason-missing',
] as const

/** A code of `needRefusals`. */
export type NeedRefusal = (typeof needRefusals)[number]

/** What is wanted of a need: what happens if nothing forbids it. */
export type NeedCommand = NeedDated & NeedHappening

type Answer = Result<NeedEvent, NeedRefusal>
type Guard<T extends NeedHappening['type']> = (
  state: NeedState,
  command: Extract<NeedHappening, { readonly type: T }>,
) => NeedRefusal | undefined

const over: readonly NeedSituation[] = ['leased', 'rated', 'not-found']

const inHand = (state: NeedState): NeedRefusal | undefined => {
  if (state.transferred === null) return 'need-not-transferred'
  return state.received === null ? 'need-not-received' : undefined
}

const said = (reason: string): NeedRefusal | undefined =>
  reason.trim() === '' ? 'need-reason-missing' : undefined

/** What forbids each command while the need is open. */
const guards: { readonly [T in Exclude<NeedHappening['type'], 'filed' | 'rated'>]: Guard<T> } = {
  transferred: ({ transferred }) => (transferred === null ? undefined : 'need-transferred-already'),
  received: ({ transferred, received }) => {
    if (transferred === null) return 'need-not-transferred'
    return received === null ? undefined : 'need-received-already'
  },
  proposed: (state, { rooms }) => inHand(state) ?? (rooms.length === 0 ? 'candidates-missing' : undefined),
  'viewing-arranged': ({ candidates }, { room }) =>
    candidates.includes(room) ? undefined : 'room-not-proposed',
  viewed: ({ viewings }, { viewing, note }) => {
    const found = viewings[viewing]
    if (found === undefined) return 'viewing-not-arranged'
    return found.recorded === null ? said(note) : 'viewing-recorded-already'
  },
  leased: (state, { room }) => {
    const isSuitable = state.viewings.some((each) => each.room === room && each.recorded?.suits === true)
    return inHand(state) ?? (isSuitable ? undefined : 'room-not-viewed')
  },
  urged: (state, { reason }) => (state.transferred === null ? 'need-not-transferred' : said(reason)),
  'not-found': (state, { reason }) => inHand(state) ?? said(reason),
}

function forbidden(state: NeedState, command: NeedCommand): NeedRefusal | undefined {
  if (command.type === 'filed') return 'need-filed-already'
  if (command.on < state.lastOn) return 'need-dated-before-last-event'
  if (command.type === 'rated') return state.situation === 'leased' ? undefined : 'need-not-leased'
  if (over.includes(state.situation)) return 'need-over'
  const guard = guards[command.type] as (state: NeedState, command: NeedHappening) => NeedRefusal | undefined
  return guard(state, command)
}

/** What follows from a command; nothing is changed here. */
export function handleNeed(state: MaybeNeed, command: NeedCommand): Answer {
  if (state === undefined) return command.type === 'filed' ? accept(command) : refuse('need-not-filed')
  const code = forbidden(state, command)
  return code === undefined ? accept(command) : refuse(code)
}
