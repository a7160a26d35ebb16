/**
 * What supervision hands to the desk: a red light that a person decided may be a lead. Nothing goes back.
 */

import type { DeskRoom } from '../desk-ports.ts'
import { dayOf } from '../desk-ports.ts'

/** Keeps each suggestion once, however often the event comes. */
export function hearSuggestions(room: DeskRoom): void {
  room.outbox.on('supervision.suggestion-decided', async ({ subject, body, occurredAt }) => {
    const { node, decision, project } = body
    if (decision !== 'lead') return
    await room.leads
      .insertInto('leads.suggestion')
      .values({
        supervised_id: subject,
        node: String(node),
        project: String(project),
        decided_on: dayOf(room, occurredAt),
        taken_as: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}
