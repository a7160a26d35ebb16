/**
 * How each event changes a case. Nothing is judged here: what the decider let through has happened.
 */

import type { PlainDate } from '../calendar/index.ts'
import { assert } from '../kernel/index.ts'
import type { CaseEvent, CaseEventType, Dated, EventOf, FollowingPaper } from './case-event.ts'
import type { CaseSituation, CaseState, Duty, MaybeCase, Review, Suspension } from './case-state.ts'
import { statusesAfter } from './national-status.ts'
import { statusesOf } from './status-report.ts'

type Change = Partial<CaseState>

type Changes = {
  readonly [Type in Exclude<CaseEventType, 'opened'>]: (
    before: CaseState,
    event: Dated & EventOf<Type>,
  ) => Change
}

const inReview: CaseSituation = { at: 'in-review' }
const accepted: CaseSituation = { at: 'accepted' }

/** The situation work goes on in when a hold after acceptance is over. */
function atWork({ reviews }: CaseState): CaseSituation {
  return reviews.length === 0 ? accepted : inReview
}

function withPapers({ papers }: CaseState, more: readonly string[]): readonly string[] {
  return [...new Set([...papers, ...more])]
}

function endCorrection(
  before: CaseState,
  { correction, on }: { readonly correction: string } & Dated,
  end: 'answered' | 'taken-back',
): Change {
  const corrections = before.corrections.map((each) =>
    each.id === correction ? { ...each, end, endedOn: on } : each,
  )
  if (before.acceptance !== null) return { corrections, situation: atWork(before) }
  // a notice that was taken back leaves the time to give one as it was
  const since = end === 'answered' ? on : (lastAnswerOn(before) ?? before.receivedOn ?? on)
  return { corrections, situation: { at: 'received', since, isCorrected: true } }
}

function lastAnswerOn({ corrections }: CaseState) {
  return corrections.findLast(({ end }) => end === 'answered')?.endedOn
}

/** Papers to follow, some of them with new days. */
function withDays({ follow }: CaseState, moved: readonly FollowingPaper[]): readonly FollowingPaper[] {
  return follow.map((paper) => moved.find(({ requirement }) => requirement === paper.requirement) ?? paper)
}

function endedSuspensions({ suspensions = [] }: CaseState, on: PlainDate): readonly Suspension[] {
  return suspensions.map((each) => ({ ...each, endedOn: each.endedOn ?? on }))
}

function changeReview(
  { reviews }: CaseState,
  { authority, opinion, reasons, conditions }: EventOf<'opinion-given'>,
): readonly Review[] {
  return reviews.map((review) =>
    review.authority === authority ? { authority, opinion, reasons, conditions } : review,
  )
}

function changeDuty({ duties }: CaseState, id: string, change: Partial<Duty>): readonly Duty[] {
  return duties.map((duty) => (duty.id === id ? { ...duty, ...change } : duty))
}

function isPromised({ kind }: Duty): boolean {
  return kind !== 'attached-condition'
}

function situationAfterDecision(
  { outcome }: EventOf<'decision-issued'>,
  duties: readonly Duty[],
): CaseSituation {
  if (outcome === 'refused') return { at: 'refused' }
  return duties.some(isPromised) ? { at: 'granted-on-promise' } : { at: 'granted' }
}

function makeUp(before: CaseState, { duty, on }: EventOf<'duty-made-up'>): Change {
  const duties = changeDuty(before, duty, { state: 'made-up', madeUpOn: on, returned: null })
  const isWhole = duties.filter(isPromised).every(({ state }) => state === 'made-up')
  if (before.situation.at !== 'granted-on-promise' || !isWhole) return { duties }
  return { duties, situation: { at: 'granted' } }
}

/** A promise that is not kept after all leaves the grant where it was: on promise. */
function giveBack(before: CaseState, event: EventOf<'duty-returned'>): Change {
  const { duty, rectifyBy, on, reasons } = event
  const state = rectifyBy === null ? 'open' : 'lapsed'
  const duties = changeDuty(before, duty, { state, rectifyBy, madeUpOn: null, returned: { on, reasons } })
  const isPromise = duties.some((each) => each.id === duty && isPromised(each))
  if (before.situation.at !== 'granted' || !isPromise) return { duties }
  return { duties, situation: { at: 'granted-on-promise' } }
}

const intake = {
  received: (_, { on, papers, later = [] }) => ({
    situation: { at: 'received', since: on, isCorrected: false },
    receivedOn: on,
    papers,
    announced: later,
  }),
  'correction-requested': (before, { correction, gaps, due, on, by }) => ({
    situation: { at: 'correcting', correction },
    corrections: [
      ...before.corrections,
      {
        id: correction,
        by,
        on,
        due,
        gaps,
        within: before.acceptance === null ? 'completeness-check' : 'review',
        endedOn: null,
        end: null,
      },
    ],
  }),
  'correction-taken-back': (before, event) => endCorrection(before, event, 'taken-back'),
  'correction-answered': (before, event) => ({
    ...endCorrection(before, event, 'answered'),
    papers: withPapers(before, event.papers),
  }),
  accepted: (_, { on, from, ground, follow }) => ({
    situation: accepted,
    acceptance: { on, from, ground },
    follow,
  }),
  declined: (_, { ground, on }) => ({ situation: { at: 'declined', ground }, endedOn: on }),
  withdrawn: (before, { ground, on }) => ({
    situation: { at: 'withdrawn', ground },
    endedOn: on,
    corrections: before.corrections.map((each) =>
      each.end === null ? { ...each, end: 'not-answered', endedOn: on } : each,
    ),
    specialProcedures: before.specialProcedures.map((each) => ({ ...each, endedOn: each.endedOn ?? on })),
    suspensions: endedSuspensions(before, on),
  }),
  discarded: (_, { on }) => ({ situation: { at: 'discarded' }, endedOn: on }),
  'paper-supplied': (before, { requirement }) => ({
    papers: withPapers(before, [requirement]),
    follow: before.follow.filter((each) => each.requirement !== requirement),
  }),
  'prerequisite-supplied': ({ awaits }, { service }) => ({ awaits: awaits.filter((id) => id !== service) }),
  'promise-signed': ({ promises, service }, { promise, on }) => ({
    promises: [
      ...promises,
      ...service.promises.filter(({ id }) => id === promise).map((offer) => ({ ...offer, signedOn: on })),
    ],
  }),
  'promise-taken-back': (before, { promise, follow = [] }) => ({
    promises: before.promises.filter(({ id }) => id !== promise),
    follow: withDays(before, follow),
  }),
} satisfies Partial<Changes>

const review = {
  'review-begun': (_, { authorities }) => ({
    situation: inReview,
    reviews: authorities.map((authority) => ({ authority, opinion: null, reasons: null, conditions: [] })),
  }),
  'opinion-given': (before, event) => ({ reviews: changeReview(before, event) }),
  'consultation-opened': ({ consultations }, { consultation, by, on, asked, question, due }) => ({
    consultations: [
      ...consultations,
      { id: consultation, by, on, asked, question, due, answer: null, closed: false },
    ],
  }),
  'consultation-answered': ({ consultations }, { consultation, answer }) => ({
    consultations: consultations.map((each) =>
      each.id === consultation ? { ...each, answer, closed: true } : each,
    ),
  }),
  'consultation-closed': ({ consultations }, { consultation }) => ({
    consultations: consultations.map((each) => (each.id === consultation ? { ...each, closed: true } : each)),
  }),
  'joint-review-held': (_, { on }) => ({ jointReviewOn: on }),
  'special-procedure-started': ({ specialProcedures }, { procedure, kind, reason, expected, on }) => ({
    specialProcedures: [
      ...specialProcedures,
      { id: procedure, kind, reason, expected, startedOn: on, endedOn: null },
    ],
  }),
  'special-procedure-ended': ({ specialProcedures }, { procedure, on }) => ({
    specialProcedures: specialProcedures.map((each) =>
      each.id === procedure ? { ...each, endedOn: on } : each,
    ),
  }),
  'limit-extended': (_, { on, workingDays, reason }) => ({ extension: { on, workingDays, reason } }),
  suspended: ({ suspensions = [] }, { suspension, ground, reason, expected, on }) => ({
    suspensions: [...suspensions, { id: suspension, ground, reason, expected, startedOn: on, endedOn: null }],
  }),
  resumed: (before, { on, follow }) => ({
    suspensions: endedSuspensions(before, on),
    follow: withDays(before, follow),
  }),
} satisfies Partial<Changes>

const afterwards = {
  'decision-issued': (_, event) => {
    const duties = event.duties.map(
      (draft): Duty => ({
        ...draft,
        on: event.on,
        state: 'open',
        extended: false,
        madeUpOn: null,
        rectifyBy: null,
      }),
    )
    const decision = { ...event, deliveredOn: null }
    return { situation: situationAfterDecision(event, duties), duties, decision, endedOn: event.on }
  },
  delivered: ({ decision }, { on }) => ({
    decision: decision === null ? null : { ...decision, deliveredOn: on },
  }),
  'duty-made-up': makeUp,
  'duty-returned': giveBack,
  'duty-extended': (before, { duty, due }) => ({ duties: changeDuty(before, duty, { due, extended: true }) }),
  'duty-lapsed': (before, { duty, rectifyBy }) => ({
    duties: changeDuty(before, duty, { state: 'lapsed', rectifyBy }),
  }),
  'rectification-failed': (before, { duty }) => ({ duties: changeDuty(before, duty, { state: 'failed' }) }),
  'revocation-proposed': ({ situation }, { by, ground }) => ({
    situation: {
      at: 'revocation-proposed',
      by,
      ground,
      from: situation.at === 'granted-on-promise' ? 'granted-on-promise' : 'granted',
    },
  }),
  'revocation-dropped': ({ situation }) =>
    situation.at === 'revocation-proposed' ? { situation: { at: situation.from } } : {},
  revoked: () => ({ situation: { at: 'revoked' } }),
  'calendar-revised': () => ({}),
} satisfies Partial<Changes>

const changes: Changes = { ...intake, ...review, ...afterwards }

function opened({ service, applicant, awaits, on }: EventOf<'opened'>): CaseState {
  return {
    situation: { at: 'draft' },
    service,
    applicant,
    lastOn: on,
    receivedOn: null,
    papers: [],
    acceptance: null,
    follow: [],
    corrections: [],
    reviews: [],
    consultations: [],
    jointReviewOn: null,
    specialProcedures: [],
    extension: null,
    awaits,
    promises: [],
    decision: null,
    endedOn: null,
    duties: [],
    statuses: [],
  }
}

/** The case after one more event. */
export function evolveCase(before: MaybeCase, event: CaseEvent): CaseState {
  if (event.type === 'opened') return opened(event)
  assert(before !== undefined, 'a case is opened first')
  const change = changes[event.type] as (before: CaseState, event: CaseEvent) => Change
  const after = { ...before, ...change(before, event), lastOn: event.on }
  return { ...after, statuses: statusesAfter(before.statuses, statusesOf(event, { before, after })) }
}

/** The case after all its events; undefined where there are none. */
export function replayCase(events: readonly CaseEvent[]): MaybeCase {
  return events.reduce<MaybeCase>(evolveCase, undefined)
}
