/**
 * Tasks that the register raises itself: what comes again and again is a fault of the procedure.
 */

import { array, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { authority, said, wording } from './issue-parts.ts'

/** The tasks. */
export const listImprovements = defineRoute({
  id: 'feedback.list-improvements',
  method: 'GET',
  path: '/api/voice/improvements',
  action: 'feedback.list',
  summary: 'Process improvements that recurring issues have raised, open ones first',
  response: object({
    atLeast: int(),
    tasks: array(
      object({
        id: uuid(),
        topic: wording,
        lead: authority,
        /** numbers of the issues that raised it */
        issues: array(string()),
        raisedOn: iso.date(),
        doneOn: iso.date().nullable(),
        measure: string().nullable(),
      }),
    ),
  }),
})

/** Done. */
export const finishImprovement = defineRoute({
  id: 'feedback.finish-improvement',
  method: 'POST',
  path: '/api/voice/improvements/:id/measure',
  action: 'feedback.improve',
  summary: 'Says what was changed in the procedure; the next recurrence raises a new task',
  params: object({ id: uuid() }),
  body: object({ measure: said.max(1000) }),
  response: object({ id: uuid(), doneOn: iso.date() }),
  problems: ['improvement-done-already'],
  idempotent: true,
})
