/**
 * Routes of approving several at once, and the job behind them.
 */

import * as contract from '@guanjia/contract/cases'
import type { RouteOutput } from '@guanjia/contract/route'
import type { Resource } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import type { CasesPorts } from '../cases-ports.ts'
import { act } from '../routes/case-acts.ts'
import {
  type ApprovalToIssue,
  approvalJob,
  issueApprovals,
  orderApprovals,
  takeBackApprovals,
} from './approval-commands.ts'
import { type ApprovalRow, approvalsTables } from './approvals-tables.ts'

type Order = RouteOutput<typeof contract.orderApprovals>

const shownForMs = 60 * 60_000

/** Answers the routes and takes on the job. */
export function implementApprovalRoutes(ports: CasesPorts): void {
  const { implement } = ports
  implement(
    contract.orderApprovals,
    (input) => {
      const id = ports.newId()
      return act(ports, { name: 'cases.order-approvals', id, input, legal: false }, async (context) => {
        const ordered = await orderApprovals(ports, context, { id, ...input.body })
        return ordered.ok ? accept(shownOrder(ordered.value)) : ordered
      })
    },
    { 'cases-of-several-services': 422, 'approval-needs-look': 409, 'calendar-not-published': 503 },
  )
  implement(
    contract.takeBackApprovals,
    (input) => {
      const { id } = input.params
      return act(ports, { name: 'cases.take-back-approvals', id, input, legal: false }, (context) =>
        takeBackApprovals(context, id),
      )
    },
    { 'approvals-issued-already': 409 },
    findOrderOwner(ports),
  )
  ports.jobs.handle<ApprovalToIssue>(approvalJob, (order) => issueApprovals(ports, order))
}

function findOrderOwner({ database }: CasesPorts) {
  return ({ params }: { readonly params: { readonly id: string } }): Promise<Resource | undefined> =>
    approvalsTables(database)
      .selectFrom('approval_order')
      .select('officer_id as ownerId')
      .where('id', '=', params.id)
      .executeTakeFirst()
}

/** The orders of an officer that wait, or were carried out within the hour. */
export async function readApprovals({ database, clock }: CasesPorts, officerId: string): Promise<Order[]> {
  const rows = await approvalsTables(database)
    .selectFrom('approval_order')
    .selectAll()
    .where('officer_id', '=', officerId)
    .where('taken_back_at', 'is', null)
    .where('ordered_at', '>', new Date(clock.now().getTime() - shownForMs))
    .orderBy('ordered_at', 'desc')
    .execute()
  return rows.map(shownOrder)
}

function shownOrder({ id, cases, runs_at, issued_at, refused }: ApprovalRow): Order {
  return {
    id,
    runsAt: new Date(runs_at).toISOString(),
    issuedAt: issued_at === null ? null : new Date(issued_at).toISOString(),
    cases: cases.map((each) => ({ id: each.id, number: each.number })),
    refused: [...refused],
  }
}
