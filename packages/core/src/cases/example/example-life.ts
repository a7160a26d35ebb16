/**
 * The life of the example permit, event by event, for tests that begin in the middle of it.
 */

import { plainDate } from '../../calendar/index.ts'
import type { CaseCommand } from '../case-command.ts'
import { handleCase } from '../case-decider.ts'
import type { CaseEvent } from '../case-event.ts'
import { replayCase } from '../case-evolution.ts'
import { exampleCalendar, examplePermit } from './example-service.ts'

/** A day of 2023, as `04-20`. */
export const day = (text: string) => plainDate(`2023-${text}`)

/** Day and doer. */
export const says = (on: string, by: string) => ({ on: day(on), by })

/** Opened by the applicant. */
export const opened: CaseEvent = {
  ...says('04-20', 'applicant'),
  type: 'opened',
  applicant: 'applicant',
  service: examplePermit,
  awaits: [],
}

/** Opened while the result of another service is missing. */
export const awaiting: CaseEvent = { ...opened, awaits: ['M202'] } as CaseEvent
const allPapers = ['application', 'award', 'drawings']

/** Handed in with every paper. */
export const received: CaseEvent = {
  ...says('04-21', 'applicant'),
  type: 'received',
  channel: 'online',
  papers: allPapers,
}

/** Handed in with these papers only. */
export const receivedInPart = (...papers: string[]): CaseEvent => ({ ...received, papers }) as CaseEvent

/** What a correction asks for. */
export const gaps = [{ requirement: 'award', what: '请补交中标通知书' }]

/** The one notice of all gaps. */
export const asked: CaseEvent = {
  ...says('04-24', 'clerk'),
  type: 'correction-requested',
  correction: 'k1',
  gaps,
  due: day('05-10'),
}

/** The answer to it. */
export const answered: CaseEvent = {
  ...says('04-25', 'applicant'),
  type: 'correction-answered',
  correction: 'k1',
  papers: ['award'],
}

/** Accepted as complete. */
export const accepted: CaseEvent = {
  ...says('04-24', 'clerk'),
  type: 'accepted',
  ground: 'complete',
  from: day('04-24'),
  follow: [],
}

/** Given to its two departments. */
export const begun: CaseEvent = {
  ...says('04-24', 'clerk'),
  type: 'review-begun',
  authorities: ['approval', 'housing'],
}

/** A department that agrees. */
export const agreed = (authority: string): CaseEvent => ({
  ...says('04-25', authority),
  type: 'opinion-given',
  authority,
  opinion: 'agree',
  reasons: '符合条件',
  conditions: [],
})

/** A case in the review. */
export const inReview = [opened, received, accepted, begun]

/** A case that waits for its decision. */
export const allAgreed = [...inReview, agreed('approval'), agreed('housing')]

/** A promise to bring the award letter later. */
export const promised: CaseEvent = { ...says('04-20', 'applicant'), type: 'promise-signed', promise: 'C1' }

/** A case that waits for its decision on that promise. */
export const onPromise = [
  opened,
  promised,
  receivedInPart('application', 'drawings'),
  accepted,
  begun,
  agreed('approval'),
  agreed('housing'),
]

/** The command that grants. */
export const grant = {
  ...says('04-26', 'head'),
  type: 'issue-decision',
  decision: 'd1',
  outcome: 'granted',
  reasons: '符合法定条件',
  basis: '建筑法第八条',
  remedies: null,
  lateBecause: null,
  conditions: [],
  milestones: [],
} as const
const { conditions: _conditions, milestones: _milestones, ...said } = grant

/** A plain grant. */
export const granted: CaseEvent = { ...said, type: 'decision-issued', duties: [] }
const duty = { id: 'C1', kind: 'paper-late', what: '中标通知书后补', due: day('05-12') } as const

/** A grant that leaves a duty. */
export const grantedOnPromise: CaseEvent = { ...said, type: 'decision-issued', duties: [duty] }

/** A special procedure begins. */
export const started = (procedure: string, kind: string, on: string): CaseEvent => ({
  ...says(on, 'approval'),
  type: 'special-procedure-started',
  procedure,
  kind,
  reason: '技术复杂',
  expected: day('05-30'),
})

/** The duty lapses. */
export const lapsed: CaseEvent = {
  ...says('05-15', 'system'),
  type: 'duty-lapsed',
  duty: 'C1',
  rectifyBy: day('05-22'),
}

/** Its rectification fails. */
export const failed: CaseEvent = { ...says('05-23', 'system'), type: 'rectification-failed', duty: 'C1' }

/** Its revocation is proposed. */
export const proposed: CaseEvent = {
  ...says('05-24', 'officer'),
  type: 'revocation-proposed',
  ground: 'duty-not-made-up',
  reasons: '逾期未补正',
}

/** A row of a table of the procedure: what it does, what had happened, what is wanted, and what comes of it. */
export type Row = readonly [string, readonly CaseEvent[], CaseCommand, unknown]

/** The events that follow, or the code of the refusal. */
export function outcomeOf(given: readonly CaseEvent[], when: CaseCommand): unknown {
  const answer = handleCase(replayCase(given), when, exampleCalendar)
  return answer.ok ? answer.value : answer.code
}
