/**
 * Following one's issue and having the last word, over the wire.
 */

import * as contract from '@guanjia/contract/feedback'
import { type IssueEventOf, isOver, issueClocks, type Satisfied } from '@guanjia/core/feedback'
import { accept } from '@guanjia/core/kernel'
import { commandIssue, type IssueWish } from '../commands/issue-commands.ts'
import { authorityNamed, dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { readHappenings, replyShown, stepsOf } from '../reading/happenings.ts'
import { findOwnIssue } from '../reading/issue-look.ts'
import { feedbackTables, type IssueRow } from '../store/feedback-tables.ts'
import { actFor, issueProblemStatuses } from './issue-acts.ts'

const lookStatuses = { 'issue-not-found': 404, 'too-many-guesses': 429 } as const
const mostOwn = 100

/** Answers the routes of following. */
export function implementFollowingRoutes(ports: FeedbackPorts): void {
  const { implement } = ports
  implement(
    contract.followIssue,
    async ({ principal, body }) => {
      const found = await findOwnIssue(ports, principal, body)
      return found.ok ? accept(await followed(ports, found.value)) : found
    },
    lookStatuses,
  )
  implement(
    contract.answerIssue,
    async (input) => {
      const { principal, body } = input
      const found = await findOwnIssue(ports, principal, body)
      if (!found.ok) return found
      const { id } = found.value
      return actFor(ports, { name: 'feedback.answer-reply', subject: id, sent: input }, (context) =>
        commandIssue(ports, context, { id, version: undefined, wish: lastWord(body.satisfied, body.words) }),
      )
    },
    { ...issueProblemStatuses, ...lookStatuses },
  )
  implement(
    contract.listOwnIssues,
    async ({ principal }) => {
      const issues = principal.kind === 'person' ? await ownIssues(ports, principal.id) : []
      return accept({ issues, count: issues.length })
    },
    {},
  )
}

/** The lowest mark that confirms. */
export const lowestGoodMark = 3

/** A mark of three or more confirms, less opens again. */
export function lastWord(mark: number, reason = ''): IssueWish {
  const satisfied = mark as Satisfied
  return mark >= lowestGoodMark ? { type: 'confirm', satisfied } : { type: 'reopen', satisfied, reason }
}

async function followed(ports: FeedbackPorts, row: IssueRow) {
  const { state, id } = row
  const clocks = issueClocks(state, ports.zone.calendar, dayOf(ports, ports.clock.now()))
  const topic = ports.content.topics.find((each) => each.id === row.topic)
  const happenings = await readHappenings(ports, id, 'asker')
  return {
    number: row.number,
    kind: row.kind,
    topic: topic?.name ?? { 'zh-CN': row.topic, en: row.topic },
    words: row.words,
    situation: row.situation,
    joinedWith: state.into,
    lead: state.dispatch === null ? null : authorityNamed(ports, state.dispatch.lead).name,
    clocks: clocks.ok ? clocks.value.map(({ days: _days, ...clock }) => clock) : [],
    steps: stepsOf(state),
    happenings,
    reply: replyShown(state),
    way: await wayOf(ports, row),
    mayAnswer: state.situation === 'replied' && !isOver(state),
  }
}

/** The way elsewhere of an issue that was not taken on. */
async function wayOf({ database, content }: FeedbackPorts, { id, situation }: IssueRow) {
  if (situation !== 'signposted') return null
  const event = await feedbackTables(database)
    .selectFrom('issue_event')
    .select('body')
    .where('issue_id', '=', id)
    .where('type', '=', 'signposted')
    .executeTakeFirstOrThrow()
  const { ground } = event.body as IssueEventOf<'signposted'>
  return content.grounds.find((each) => each.id === ground)?.where ?? null
}

async function ownIssues({ database }: FeedbackPorts, personId: string) {
  const rows = await feedbackTables(database)
    .selectFrom('issue')
    .select(['id', 'number', 'words', 'situation', 'filed_at', 'next_due'])
    .where('asker_id', '=', personId)
    .orderBy('filed_at', 'desc')
    .limit(mostOwn)
    .execute()
  return rows.map(({ filed_at, next_due, ...row }) => ({
    ...row,
    filedAt: filed_at.toISOString(),
    next: next_due,
  }))
}
