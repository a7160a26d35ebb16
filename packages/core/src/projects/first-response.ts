/**
 * The clock of the first response: when an applicant asks, a steward answers within so many minutes of the office's hours.
 */

import {
  type DueInstant,
  type OfficeHours,
  officeMinutesAfter,
  type WorkingCalendar,
} from '../calendar/index.ts'
import type { Result } from '../kernel/index.ts'
import type { Contact } from './contact.ts'

/** A question of an applicant and the first answer to it. */
export interface Exchange {
  readonly asked: Contact
  /** the first contact of a steward after it; undefined while nobody has answered */
  readonly answered: Contact | undefined
}

/**
 * Pairs questions with answers: a question opens an exchange unless one is open already; the next contact of a steward
 * ends it.
 *
 * @param contacts - of one project, in any order
 */
export function exchangesOf(contacts: readonly Contact[]): readonly Exchange[] {
  const exchanges: Exchange[] = []
  let open: Contact | undefined
  for (const contact of contacts.toSorted((one, other) => one.at - other.at)) {
    if (contact.by === 'applicant') open ??= contact
    else if (open !== undefined) {
      exchanges.push({ asked: open, answered: contact })
      open = undefined
    }
  }
  return open === undefined ? exchanges : [...exchanges, { asked: open, answered: undefined }]
}

/**
 * By when a question must be answered.
 *
 * @param withinMinutes - whole minutes of office hours, more than 0; a figure of content
 */
export function responseDue(
  calendar: WorkingCalendar,
  hours: OfficeHours,
  question: { readonly asked: Contact; readonly withinMinutes: number },
): Result<DueInstant, 'calendar-not-published'> {
  return officeMinutesAfter(calendar, hours, { start: question.asked.at, minutes: question.withinMinutes })
}
