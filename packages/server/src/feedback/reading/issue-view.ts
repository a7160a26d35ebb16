/**
 * One issue as staff sees it, and which acts are open to whoever looks.
 */

import { type Action, may, type Principal, type Resource } from '@guanjia/core/access'
import {
  type IssueClock,
  type IssueCommandType,
  type IssueSituation,
  type IssueState,
  isEscalated,
  issueClocks,
  spanDue,
} from '@guanjia/core/feedback'
import { mayPassOn, readNeedOf } from '../exchange/space-needs.ts'
import { authorityNamed, dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { readMailOf } from '../mail/mail-of-issue.ts'
import { feedbackTables, type IssueRow } from '../store/feedback-tables.ts'
import { resourceOf } from '../store/issue-resource.ts'
import { readStopOf } from '../tours/tour-reading.ts'
import { readHappenings, replyShown, stepsOf } from './happenings.ts'

const acts: readonly (readonly [IssueCommandType, Action, readonly IssueSituation[]])[] = [
  ['dispatch', 'feedback.dispatch', ['filed', 'returned']],
  ['signpost', 'feedback.dispatch', ['filed', 'returned']],
  ['merge', 'feedback.dispatch', ['filed', 'returned', 'in-hand']],
  ['urge', 'feedback.dispatch', ['in-hand', 'awaiting-sign-off']],
  ['call-back', 'feedback.dispatch', ['replied']],
  ['close-by-silence', 'feedback.dispatch', ['replied']],
  ['publish', 'feedback.dispatch', ['replied', 'closed']],
  ['contact', 'feedback.answer', ['in-hand']],
  ['reply', 'feedback.answer', ['in-hand']],
  ['return', 'feedback.answer', ['in-hand']],
  ['contribute', 'feedback.contribute', ['in-hand']],
  ['extend', 'feedback.lead', ['in-hand']],
  ['sign-off', 'feedback.sign-off', ['awaiting-sign-off']],
]

interface Looking {
  readonly principal: Principal
  readonly state: IssueState
  readonly resource: Resource
  readonly today: string
  readonly returnUntil: string | null
  readonly silentFrom: string | null
}

/** What a rule forbids although duty and situation would allow it. */
const shut: Partial<Record<IssueCommandType, (looking: Looking) => boolean>> = {
  return: ({ returnUntil, today }) => returnUntil === null || today > returnUntil,
  extend: ({ state }) => state.extension !== null || state.rule.extensionAtMost === 0,
  'close-by-silence': ({ silentFrom, today }) => silentFrom === null || today < silentFrom,
  publish: ({ state }) => state.isPublished || state.reply === null,
  contribute: ({ principal, state }) => {
    const own = principal.kind === 'person' ? principal.authorities : []
    return state.dispatch?.assisting.some((authority) => own.includes(authority)) !== true
  },
}

function openActs(looking: Looking): readonly IssueCommandType[] {
  const { principal, state, resource } = looking
  return acts
    .filter(
      ([type, action, situations]) =>
        situations.includes(state.situation) &&
        may(principal, action, resource) &&
        shut[type]?.(looking) !== true,
    )
    .map(([type]) => type)
}

/** The last day of the one return; null where there is none any more. */
function returnUntilOf({ zone }: FeedbackPorts, { situation, dispatch, reopenings, rule }: IssueState) {
  if (situation !== 'in-hand' || dispatch === null || dispatch.isDesignated || reopenings > 0) return null
  const due = spanDue(zone.calendar, dispatch.on, rule.returnWithin)
  return due.ok ? due.value.due : null
}

/** The first day on which silence may close it; null while calls are missing. */
function silentFromOf(
  { zone }: FeedbackPorts,
  { situation, reply, callBacks, isReachable, rule }: IssueState,
) {
  if (situation !== 'replied' || reply === null) return null
  if (isReachable && callBacks.length < rule.silence.callBacks) return null
  const { value, unit } = rule.silence.after
  const due = spanDue(zone.calendar, reply.on, { value: value + 1, unit })
  return due.ok ? due.value.due : null
}

/** The issue whole. */
export async function issueView(ports: FeedbackPorts, principal: Principal, id: string) {
  const tables = feedbackTables(ports.database)
  const row = await tables.selectFrom('issue').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const photos = await tables
    .selectFrom('issue_photo')
    .select('id')
    .where('issue_id', '=', id)
    .orderBy('kept_at')
    .execute()
  const mail = await readMailOf(ports.database, id)
  const need = await readNeedOf(ports.database, id, principal)
  const due = dueIn(ports, principal, row)
  return {
    ...saidIn(row, photos),
    asker: { name: row.asker_name, phone: row.asker_phone, mail: mail.address },
    documents: mail.documents,
    leftOut: mail.leftOut,
    ...standingOf(ports, row),
    ...due,
    need,
    stop: await readStopOf(ports.database, id),
    acts: need === null && mayPassOn(ports, principal, row) ? [...due.acts, 'pass-on'] : due.acts,
    happenings: await readHappenings(ports, id, 'staff'),
  }
}

/** What was said, by whom, where. */
function saidIn(row: IssueRow, photos: readonly { readonly id: string }[]) {
  const { latitude, longitude, public_question: question, public_answer: answer, state } = row
  const proofs = [...(state.reply?.evidence ?? []), ...(state.proposal?.evidence ?? [])]
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    kind: row.kind,
    source: row.source,
    externalNumber: row.external_number,
    topic: row.topic,
    words: row.words,
    place: row.place,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    photos: photos.map((photo) => photo.id).filter((photo) => !proofs.includes(photo)),
    published: question === null || answer === null ? null : { question, answer },
  }
}

/** How far it came. */
function standingOf(ports: FeedbackPorts, { situation, state }: IssueRow) {
  const { dispatch, proposal } = state
  return {
    situation,
    lead: dispatch === null ? null : authorityNamed(ports, dispatch.lead),
    assisting: (dispatch?.assisting ?? []).map((each) => authorityNamed(ports, each)),
    isDesignated: dispatch?.isDesignated ?? false,
    isComplex: state.isComplex,
    isEscalated: isEscalated(state),
    reopenings: state.reopenings,
    extensionAtMost: state.rule.extensionAtMost,
    proposal: proposal === null ? null : proposalShown(proposal),
    reply: replyShown(state),
    satisfied: state.satisfied,
    joined: [...state.joined],
    joinedWith: state.into,
    steps: stepsOf(state),
  }
}

function proposalShown({ on, outcome, words, evidence }: NonNullable<IssueState['proposal']>) {
  return { on, outcome, words, evidence: [...evidence] }
}

/** Who owes what until when, and what the reader may do about it. */
function dueIn(ports: FeedbackPorts, principal: Principal, row: IssueRow) {
  const { state } = row
  const today = dayOf(ports, ports.clock.now())
  const clocks = issueClocks(state, ports.zone.calendar, today)
  const returnUntil = returnUntilOf(ports, state)
  const silentFrom = silentFromOf(ports, state)
  const resource = resourceOf(row)
  return {
    returnUntil,
    silentFrom,
    clocks: clocks.ok ? clocks.value.map(clockShown) : [],
    acts: [...openActs({ principal, state, resource, today, returnUntil, silentFrom })],
  }
}

function clockShown({ days, ...clock }: IssueClock) {
  return { ...clock, days: days.map(({ date, counted, reason }) => ({ date, counted, reason })) }
}
