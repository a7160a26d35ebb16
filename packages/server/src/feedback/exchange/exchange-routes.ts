/**
 * The exchange with the hotline, over the wire.
 */

import * as contract from '@guanjia/contract/feedback'
import type { RouteOutput } from '@guanjia/contract/route'
import { accept } from '@guanjia/core/kernel'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { openPackage, takeOrders } from './hotline-orders.ts'
import { readReplies } from './hotline-replies.ts'

type Outcome = RouteOutput<typeof contract.listHotlineReplies>['replies'][number]['outcome']

/** Answers the routes of the exchange. */
export function implementExchangeRoutes(ports: FeedbackPorts): void {
  const { implement, hotlineSecret } = ports
  implement(
    contract.receiveHotlineOrders,
    async ({ body, principal, correlationId }) => {
      const opened = openPackage(hotlineSecret, body)
      return opened.ok ? takeOrders(ports, { principal, correlationId }, opened.value) : opened
    },
    {
      'hotline-not-connected': 503,
      'signature-wrong': 403,
      'package-malformed': 422,
      'calendar-not-published': 503,
    },
  )
  implement(
    contract.importHotlineOrders,
    ({ body, principal, correlationId }) => takeOrders(ports, { principal, correlationId }, body),
    { 'calendar-not-published': 503 },
  )
  implement(
    contract.listHotlineReplies,
    async () => {
      const replies = await readReplies(ports)
      return accept({
        version: '1' as const,
        replies: replies.map(({ version: _version, outcome, ...reply }) => ({
          ...reply,
          outcome: outcome as Outcome,
        })),
      })
    },
    {},
  )
}
