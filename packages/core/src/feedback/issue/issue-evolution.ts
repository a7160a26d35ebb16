/**
 * What an event makes of an issue.
 */

import { assert } from '../../kernel/index.ts'
import type { IssueEvent, IssueEventOf, IssueEventType } from './issue-event.ts'
import type { IssueState, MaybeIssue } from './issue-state.ts'

type Change = Partial<IssueState>
type Changes = {
  readonly [Type in Exclude<IssueEventType, 'filed'>]: (
    before: IssueState,
    event: IssueEventOf<Type>,
  ) => Change
}

/** A moment of the loop is reached once, by whatever reaches it first. */
function reach(
  { moments }: IssueState,
  which: 'found' | 'responded',
  at: string,
): Pick<IssueState, 'moments'> {
  return { moments: { ...moments, [which]: moments[which] ?? at } }
}

const changes: Changes = {
  dispatched: (before, { on, at, lead, assisting, isComplex, isDesignated }) => ({
    situation: 'in-hand',
    dispatch: { on, lead, assisting, isDesignated },
    isComplex,
    countedFrom: before.rule.countFrom === 'dispatch' ? on : before.filedOn,
    contactedOn: null,
    ...reach(before, 'found', at),
  }),
  returned: ({ returns }) => ({ situation: 'returned', returns: returns + 1, countedFrom: null }),
  contacted: (before, { on, at }) => ({
    contactedOn: before.contactedOn ?? on,
    ...reach(before, 'responded', at),
  }),
  contributed: ({ contributions }, { authority, words, on }) => ({
    contributions: [...contributions, { authority, words, on }],
  }),
  extended: (_, { workingDays, reason }) => ({ extension: { workingDays, reason } }),
  urged: ({ urgings }, { on, reason }) => ({ urgings: [...urgings, { on, reason }] }),
  'reply-proposed': (_, { outcome, words, evidence, on, by }) => ({
    situation: 'awaiting-sign-off',
    proposal: { outcome, words, evidence, on, by },
  }),
  'reply-sent-back': () => ({ situation: 'in-hand', proposal: null }),
  replied: (before, { outcome, words, evidence, on, at, signedOffBy }) => ({
    situation: 'replied',
    proposal: null,
    reply: { outcome, words, evidence, on, signedOffBy },
    callBacks: [],
    ...reach(before, 'responded', at),
  }),
  'called-back': ({ callBacks }, { on, isReached }) => ({ callBacks: [...callBacks, { on, isReached }] }),
  confirmed: (_, { satisfied }) => ({ satisfied }),
  reopened: ({ reopenings }, { satisfied, on }) => ({
    situation: 'in-hand',
    satisfied,
    reopenings: reopenings + 1,
    countedFrom: on,
    extension: null,
  }),
  closed: ({ moments }, { ground, at }) => ({
    situation: 'closed',
    ground,
    moments: { ...moments, handled: at },
  }),
  merged: (_, { into }) => ({ situation: 'merged', into }),
  joined: ({ joined }, { issue }) => ({ joined: [...joined, issue] }),
  signposted: () => ({ situation: 'signposted' }),
  supplemented: () => ({}),
  published: () => ({ isPublished: true }),
}

function filed({ kind, source, topic, rule, isReachable, on, noticedAt }: IssueEventOf<'filed'>): IssueState {
  return {
    situation: 'filed',
    kind,
    source,
    topic,
    rule,
    isReachable,
    filedOn: on,
    lastOn: on,
    dispatch: null,
    returns: 0,
    isComplex: false,
    countedFrom: null,
    contactedOn: null,
    contributions: [],
    extension: null,
    urgings: [],
    proposal: null,
    reply: null,
    callBacks: [],
    satisfied: null,
    reopenings: 0,
    ground: null,
    into: null,
    joined: [],
    isPublished: false,
    moments: { noticed: noticedAt, found: null, responded: null, handled: null },
  }
}

/** The issue after one more event. */
export function evolveIssue(before: MaybeIssue, event: IssueEvent): IssueState {
  if (event.type === 'filed') return filed(event)
  assert(before !== undefined, 'an issue is filed first')
  const change = changes[event.type] as (before: IssueState, event: IssueEvent) => Change
  return { ...before, ...change(before, event), lastOn: event.on }
}

/** The issue after all its events; undefined where there are none. */
export function replayIssue(events: readonly IssueEvent[]): MaybeIssue {
  return events.reduce<MaybeIssue>(evolveIssue, undefined)
}
