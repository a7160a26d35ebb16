/**
 * The line at the counters over the wire.
 */

import * as contract from '@guanjia/contract/counters'
import type { RouteOutput } from '@guanjia/contract/route'
import type { Principal } from '@guanjia/core/access'
import { accept, type Result } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { CountersPorts } from '../outreach-routes.ts'
import { clerkOf, dayOf } from './clerk.ts'
import { implementDraftRoutes } from './draft-routes.ts'
import { callNext, closeTicket, findInHand, giveNumber, readLine } from './queue-commands.ts'
import { readLineRule } from './queue-content.ts'
import { tellClerks } from './queue-news.ts'
import { queueTables, type TicketRow } from './queue-tables.ts'

type Ticket = RouteOutput<typeof contract.takeTicket>

interface Sent {
  readonly principal: Principal
  readonly correlationId: string
  readonly key: string | undefined
  readonly bodyHash: string | undefined
}

/** Answers the routes of the line and of what clerks have begun. */
export function implementQueueRoutes(ports: CountersPorts): void {
  const rule = readLineRule(ports.contentFolder)
  const { implement } = ports
  implement(
    contract.takeTicket,
    (input) => {
      const ticket = { id: ports.newId(), matter: input.body.matter, day: dayOf(ports) }
      return act(ports, { name: 'counters.take-ticket', subject: ticket.id, sent: input }, (context) =>
        giveNumber(context, ticket),
      )
    },
    {},
  )
  implement(
    contract.readQueue,
    async ({ principal }) => accept(await queueFor(ports, clerkOf(principal))),
    {},
  )
  implement(
    contract.callNext,
    (input) => {
      const clerkId = clerkOf(input.principal)
      const calling = { clerkId, counter: input.body.counter, day: dayOf(ports) }
      return act(ports, { name: 'counters.call-next', subject: calling.day, sent: input }, (context) =>
        callNext(context, calling),
      )
    },
    { 'ticket-in-hand': 409, 'nobody-waits': 409 },
  )
  implement(
    contract.closeTicket,
    (input) => {
      const { id } = input.params
      const { how } = input.body
      const closing = { id, clerkId: clerkOf(input.principal), how, day: dayOf(ports), rule }
      return act(ports, { name: 'counters.close-ticket', subject: id, sent: input }, (context) =>
        closeTicket(context, closing),
      )
    },
    { 'ticket-not-in-hand': 409 },
  )
  implementDraftRoutes(ports)
}

/** Runs the work of a command and shows the number it leaves. */
async function act<C extends string>(
  ports: CountersPorts,
  { name, subject, sent }: { readonly name: string; readonly subject: string; readonly sent: Sent },
  work: (context: CommandContext) => Promise<Result<TicketRow, C>>,
) {
  const { principal, correlationId, key, bodyHash } = sent
  return ports.runCommand(
    { name, subject, principal, correlationId, key, bodyHash, legal: false },
    async (context) => {
      const done = await work(context)
      if (!done.ok) return done
      await tellClerks(ports, context, done.value.id)
      return accept(shown(done.value))
    },
  )
}

async function queueFor(ports: CountersPorts, clerkId: string) {
  const { database } = ports
  const day = dayOf(ports)
  const inHand = await findInHand(database, clerkId, day)
  const waiting = await readLine(database, day)
  const served = await queueTables(database)
    .selectFrom('counter_ticket')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('day', '=', day)
    .where('clerk_id', '=', clerkId)
    .where('state', '=', 'served')
    .executeTakeFirstOrThrow()
  return {
    inHand: inHand === undefined ? null : shown(inHand),
    counter: inHand?.counter ?? null,
    waiting: waiting.map(shown),
    servedToday: Number(served.count),
  }
}

function shown({ id, number, matter, state, taken_at, called_at, times_called }: TicketRow): Ticket {
  return {
    id,
    number,
    matter,
    state,
    takenAt: taken_at.toISOString(),
    calledAt: called_at?.toISOString() ?? null,
    timesCalled: times_called,
  }
}
