/**
 * Approving several at once: ordered, held back for some seconds, then issued one by one; until then nobody has heard of it.
 */

import { array, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { reason } from './case-parts.ts'

/** An order to approve, as its officer sees it. */
export const approvalOrder = object({
  id: uuid(),
  runsAt: iso.datetime(),
  issuedAt: iso.datetime().nullable(),
  cases: array(object({ id: uuid(), number: string() })),
  /** cases that were not approved after all, with the code of why */
  refused: array(object({ number: string(), code: string() })),
})

/** Orders an approval of several. */
export const orderApprovals = defineRoute({
  id: 'cases.order-approvals',
  method: 'POST',
  path: '/api/department/approvals',
  action: 'case.approve-together',
  summary:
    'Approves up to twenty cases of one service that ask for no second look, after a time to take it back',
  body: object({
    cases: array(object({ id: uuid(), version: int().min(1) }))
      .min(1)
      .max(20),
    reasons: reason,
    basis: reason,
  }),
  response: approvalOrder,
  success: 201,
  problems: ['cases-of-several-services', 'approval-needs-look', 'calendar-not-published'],
  idempotent: true,
})

/** Takes the order back. */
export const takeBackApprovals = defineRoute({
  id: 'cases.take-back-approvals',
  method: 'POST',
  path: '/api/department/approvals/:id/withdrawal',
  action: 'case.take-back-approvals',
  summary: 'Takes the order back before it is carried out; nobody hears of it',
  params: object({ id: uuid() }),
  response: object({ id: uuid() }),
  problems: ['approvals-issued-already'],
  idempotent: true,
})
