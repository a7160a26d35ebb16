/**
 * Activities of the observers over the wire.
 */

import * as contract from '@guanjia/contract/feedback'
import { accept, refuse } from '@guanjia/core/kernel'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { actFor, issueProblemStatuses } from '../routes/issue-acts.ts'
import { announce, keepMinutes, raiseIssue, signInByCode, signInFromList } from './activity-commands.ts'
import { readActivities, readActivity } from './activity-reading.ts'
import { ownTerm } from './observer-routes.ts'
import { findAppointment } from './observer-terms.ts'

/** Answers the routes of activities. */
export function implementActivityRoutes(ports: FeedbackPorts): void {
  const { implement } = ports
  implement(contract.listActivities, async () => accept(await readActivities(ports)), {})
  implement(
    contract.readActivity,
    async ({ params }) => {
      const found = await readActivity(ports, params.id)
      return found === undefined ? refuse('activity-unknown') : accept(found)
    },
    { 'activity-unknown': 404 },
  )
  implementSigningIn(ports)
  implementWritingUp(ports)
}

function implementSigningIn(ports: FeedbackPorts): void {
  const { implement, runCommand } = ports
  implement(
    contract.signInToActivity,
    async ({ principal, correlationId, key, bodyHash, body }) => {
      const term = await ownTerm(ports, principal)
      const command = { name: 'feedback.sign-in-to-activity', subject: term.id, legal: false }
      return runCommand({ ...command, principal, correlationId, key, bodyHash }, (context) =>
        signInByCode(ports, context, { code: body.code, term }),
      )
    },
    { 'activity-unknown': 404, 'activity-not-open': 409 },
    findAppointment(ports),
  )
  implement(
    contract.noteAttendance,
    ({ principal, correlationId, key, bodyHash, params, body }) => {
      const command = { name: 'feedback.note-attendance', subject: params.id, legal: false }
      return runCommand({ ...command, principal, correlationId, key, bodyHash }, (context) =>
        signInFromList(ports, context, { id: params.id, observer: body.observer }),
      )
    },
    { 'activity-unknown': 404, 'observer-not-serving': 409 },
  )
}

function implementWritingUp(ports: FeedbackPorts): void {
  const { implement, runCommand } = ports
  implement(
    contract.announceActivity,
    ({ principal, correlationId, key, bodyHash, body }) => {
      const id = ports.newId()
      const command = { name: 'feedback.announce-activity', subject: id, legal: false }
      return runCommand({ ...command, principal, correlationId, key, bodyHash }, (context) =>
        announce(ports, context, { id, ...body }),
      )
    },
    { 'activity-kind-not-listed': 422, 'activity-ends-before-it-begins': 422 },
  )
  implement(
    contract.keepMinutes,
    ({ principal, correlationId, key, bodyHash, params, body }) => {
      const command = { name: 'feedback.keep-minutes', subject: params.id, legal: false }
      return runCommand({ ...command, principal, correlationId, key, bodyHash }, (context) =>
        keepMinutes(context, { id: params.id, words: body.words }),
      )
    },
    { 'activity-unknown': 404, 'activity-not-open': 409 },
  )
  implement(
    contract.raiseIssueAtActivity,
    (input) => {
      const id = ports.newId()
      const activityId = input.params.id
      return actFor(ports, { name: 'feedback.raise-issue', subject: id, sent: input }, (context) =>
        raiseIssue(ports, context, { id, activityId, ...input.body }),
      )
    },
    {
      ...issueProblemStatuses,
      'activity-unknown': 404,
      'observer-not-serving': 409,
      'topic-not-listed': 422,
      'source-not-open-here': 422,
      'photo-not-kept': 422,
    },
  )
}
