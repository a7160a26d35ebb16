/**
 * Orders over the wire.
 */

import * as contract from '@guanjia/contract/supervision'
import { accept } from '@guanjia/core/kernel'
import { act, type SupervisionRoom } from '../supervision-ports.ts'
import { answerOrder, closeOrder, decideSuggestion, findOrderPeople, issueOrder } from './order-commands.ts'
import { listOrdersOf } from './order-list.ts'
import { openOrderPaper } from './order-paper.ts'

/** Answers the routes of orders. */
export function implementOrderRoutes(room: SupervisionRoom): void {
  const { implement, database } = room
  const findPeople = ({ params }: { readonly params: { readonly id: string } }) =>
    findOrderPeople(database, params.id)
  implement(
    contract.issueOrder,
    (input) =>
      act(room, { name: 'supervision.issue-order', subject: input.params.id, input }, (context) =>
        issueOrder(room, context, { orderId: input.params.id, ...input.body }),
      ),
    { 'order-unknown': 404, 'order-issued': 409, 'answer-day-passed': 422, 'level-skipped': 422 },
  )
  implement(
    contract.answerOrder,
    (input) =>
      act(room, { name: 'supervision.answer-order', subject: input.params.id, input }, (context) =>
        answerOrder(context, { orderId: input.params.id, answer: input.body.answer }),
      ),
    { 'order-unknown': 404, 'order-not-issued': 409, 'order-closed': 409, 'order-superseded': 409 },
    findPeople,
  )
  implement(
    contract.closeOrder,
    (input) =>
      act(room, { name: 'supervision.close-order', subject: input.params.id, input }, (context) =>
        closeOrder(context, { orderId: input.params.id, finding: input.body.finding }),
      ),
    { 'order-unknown': 404, 'order-not-answered': 409, 'order-closed': 409, 'order-superseded': 409 },
    findPeople,
  )
  implement(
    contract.listOrders,
    async ({ principal, language }) => accept({ orders: await listOrdersOf(room, principal, language) }),
    {},
  )
  implement(
    contract.decideSuggestion,
    (input) =>
      act(room, { name: 'supervision.decide-suggestion', subject: input.params.id, input }, (context) =>
        decideSuggestion(context, {
          supervisedId: input.params.id,
          node: input.params.node,
          ...input.body,
        }),
      ),
    { 'suggestion-unknown': 404, 'suggestion-decided': 409 },
  )
  const render = openOrderPaper(room)
  implement(
    contract.printOrder,
    ({ params }) => render(params.id),
    { 'order-unknown': 404, 'order-not-issued': 409 },
    findPeople,
  )
}
