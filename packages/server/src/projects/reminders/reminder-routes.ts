/**
 * Reminders over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import { scopeOf } from '../board/board-routes.ts'
import { act } from '../project-acts.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { previewReminders, sendReminders, undoReminders } from './reminder-commands.ts'

const notAsked = { 'project-not-stewarded': 422, 'calendar-not-published': 503 } as const

/** Answers the routes of reminders. */
export function implementReminderRoutes(room: ProjectsRoom): void {
  const { implement, database, clock } = room
  implement(
    contract.previewReminders,
    ({ principal, body }) =>
      previewReminders(room, database, {
        scope: scopeOf(principal),
        projects: body.projects,
        now: clock.now(),
        steward: principal.kind === 'person' ? principal.name : '',
      }),
    notAsked,
  )
  implement(
    contract.sendReminders,
    (input) =>
      act(room, { name: 'stewards.send-reminders', subject: 'reminders', input }, (context) =>
        sendReminders(room, context, { scope: scopeOf(input.principal), messages: input.body.messages }),
      ),
    { ...notAsked, 'recipient-not-concerned': 422, 'recipient-named-twice': 422 },
  )
  implement(
    contract.undoReminders,
    (input) =>
      act(room, { name: 'stewards.undo-reminders', subject: input.body.batch, input }, (context) =>
        undoReminders(context, input.body.batch),
      ),
    { 'reminders-unknown': 404, 'reminders-sent': 409 },
  )
}
