/**
 * A bad rating of a case becomes an issue at the department that led the case: once, however often the news comes.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { assert, refuse } from '@guanjia/core/kernel'
import { object, string } from 'zod'
import { fileIssue } from '../commands/filing-command.ts'
import { moveIssue } from '../commands/issue-commands.ts'
import type { BadRating, FeedbackPorts } from '../feedback-ports.ts'
import { lockIssue } from '../store/issue-store.ts'

const fileJob = 'feedback.file-bad-rating'
const rated = object({ caseId: string() })
const mostWords = 2000

/** Subscribes to bad ratings. */
export function fileBadRatings(ports: FeedbackPorts): void {
  const { outbox, jobs } = ports
  outbox.on(
    'cases.rated-badly',
    (event, tx) => jobs.enqueue(tx, fileJob, { caseId: event.subject }),
    'feedback.bad-ratings',
  )
  jobs.handle(fileJob, async (payload) => {
    const { caseId } = rated.parse(payload)
    const rating = await ports.findBadRating(ports.database, caseId)
    assert(rating !== undefined, 'a rating that was told of is there')
    const filed = await file(ports, rating)
    // a day that cannot be counted keeps the rating waiting until the calendar is published
    if (!filed.ok && filed.code !== 'rating-known') throw new Error(filed.code)
  })
}

function file(ports: FeedbackPorts, { caseNumber, service, applicantId, comment, lead }: BadRating) {
  const id = ports.newId()
  const words = ports.content.badRating
    .replace('{number}', caseNumber)
    .replace('{service}', service)
    .replace('{comment}', comment ?? '')
    .slice(0, mostWords)
  const filing = {
    id,
    kind: 'complaint',
    source: 'bad-rating',
    intake: 'reaction',
    topic: 'procedure',
    words,
    askerId: applicantId,
    recordedBy: null,
    externalNumber: caseNumber,
  } as const
  return ports.runCommand(
    {
      name: 'feedback.file-bad-rating',
      subject: id,
      principal: systemPrincipal('feedback'),
      correlationId: ports.newId(),
      legal: true,
    },
    async (context) => {
      const filed = await fileIssue(ports, context, filing)
      if (!filed.ok) return filed
      const row = await lockIssue(context, id)
      return moveIssue(ports, context, {
        row,
        wish: { type: 'dispatch', lead, assisting: [], isComplex: false },
      })
    },
    (constraint) => (constraint === 'issue_from_outside_once' ? refuse('rating-known') : undefined),
  )
}
