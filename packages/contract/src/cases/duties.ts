/**
 * After the decision: duties, and taking a grant away again.
 */

import { array, boolean, enum as choice, int, iso, object, record, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { caseCommand, day, light, partId, reason } from './case-parts.ts'

/** Duties that are owed, and those that were made up or led to a revocation. */
export const listDuties = defineRoute({
  id: 'cases.list-duties',
  method: 'GET',
  path: '/api/department/duties',
  action: 'case.list-department',
  summary:
    'Duties owed to the authorities that whoever asks works for, the most pressing first; settled ones after them',
  response: object({
    duties: array(
      object({
        caseId: uuid(),
        number: string(),
        applicant: string(),
        service: record(string(), string()),
        duty: string(),
        kind: choice(['paper-late', 'condition-promised', 'attached-condition']),
        what: string(),
        state: choice(['open', 'lapsed', 'failed', 'made-up']),
        due: iso.date(),
        /** last day of the rectification, once it has lapsed */
        rectifyBy: iso.date().nullable(),
        /** working days to the day that counts now, negative once it is over; null where none runs */
        remaining: int().nullable(),
        /** what became of the permit where the duty was not made up */
        revocation: choice(['proposed', 'revoked']).nullable(),
        extended: boolean(),
        /** last day on which what was made up may be returned; null where it is not made up, or taken */
        returnBy: iso.date().nullable(),
        light,
      }),
    ),
  }),
})

/** Makes a duty up. */
export const makeUpDuty = caseCommand({
  id: 'cases.make-up-duty',
  path: '/api/cases/:id/duties/made-up',
  action: 'case.submit',
  summary:
    'Makes a duty up with the evidence attached to it; in the rectification that follows its lapse, still',
  body: { duty: partId },
})

/** Returns what was made up. */
export const returnDuty = caseCommand({
  id: 'cases.return-duty',
  path: '/api/cases/:id/duties/return',
  action: 'case.decide',
  summary:
    'Returns what a duty was made up with, with the reasons: it is open again, or in rectification once its day has passed. After the time for the one notice of gaps it counts as taken',
  body: { duty: partId, reasons: reason },
})

/** Extends a duty. */
export const extendDuty = caseCommand({
  id: 'cases.extend-duty',
  path: '/api/cases/:id/duties/extension',
  action: 'case.decide',
  summary: 'Extends the day of a duty, once, by no more than it was given',
  body: { duty: partId, due: day, reason },
})

/** First half of a revocation. */
export const proposeCaseRevocation = caseCommand({
  id: 'cases.propose-revocation',
  path: '/api/cases/:id/revocation',
  action: 'case.decide',
  summary: 'Proposes to revoke the decision; the head confirms',
  body: { ground: choice(['duty-not-made-up', 'unlawfully-granted', 'deception']), reasons: reason },
})

/** Drops a proposal. */
export const dropCaseRevocation = caseCommand({
  id: 'cases.drop-revocation',
  path: '/api/cases/:id/revocation/drop',
  action: 'case.decide',
  summary: 'Drops a proposed revocation, with the reason',
  body: { reason },
})

/** Second half of a revocation. */
export const confirmCaseRevocation = caseCommand({
  id: 'cases.confirm-revocation',
  path: '/api/cases/:id/revocation/confirm',
  action: 'case.confirm-revocation',
  summary: 'Revokes the decision; never by the person who proposed it',
  body: {},
})
