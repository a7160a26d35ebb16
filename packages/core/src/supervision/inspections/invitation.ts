/**
 * An invitation of a person of a partner organisation to one inspection: the only thing that opens anything to them, and it
 * opens that inspection alone.
 */

import type { PlainDate } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'

/** Why an invitation ended: taken back, its last day passed, the inspection closed. */
export const invitationEnds = ['withdrawn', 'period', 'closed'] as const

/** One of the ways in which an invitation ends. */
export type InvitationEnd = (typeof invitationEnds)[number]

/** What is known of an invitation. */
export interface Invitation {
  /** the first day of its inspection: before it nothing is opened */
  readonly from: PlainDate
  /** the last day on which it opens the inspection */
  readonly until: PlainDate
  readonly ended: boolean
}

/** Whether an invitation opens its inspection on a day: nothing has to run for it to begin or end, the day alone does it. */
export function invitationRuns({ from, until, ended }: Invitation, on: PlainDate): boolean {
  return !ended && from <= on && on <= until
}

/** The last day of an invitation: the one that was asked for, the last of the inspection where none was. */
export function invitationEnd(
  inspection: { readonly until: PlainDate },
  asked: PlainDate | undefined,
  on: PlainDate,
): Result<PlainDate, 'invitation-outlasts-inspection' | 'invitation-over-already'> {
  const until = asked ?? inspection.until
  if (until > inspection.until) return refuse('invitation-outlasts-inspection')
  return until < on ? refuse('invitation-over-already') : accept(until)
}
