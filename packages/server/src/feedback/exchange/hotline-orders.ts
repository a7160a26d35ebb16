/**
 * Work orders of the hotline come in: each is filed once however often it is sent, one that cannot be filed says why and
 * does not hold the others up.
 */

import { createHmac, timingSafeEqual } from 'node:crypto'
import { hotlineOrders } from '@guanjia/contract/feedback'
import type { Principal } from '@guanjia/core/access'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { output } from 'zod'
import { countMisconduct, type FilingRefusal, fileIssue } from '../commands/filing-command.ts'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables } from '../store/feedback-tables.ts'

type Package = output<typeof hotlineOrders>
type Order = Package['orders'][number]

/** What became of an order. */
export interface TakenOrder {
  readonly number: string
  readonly state: 'filed' | 'known' | 'refused'
  readonly issue: string | null
  readonly code: string | null
}

const hotlineSource = 'hotline-12345'

/** Who sends, and under which correlation. */
export interface Sender {
  readonly principal: Principal
  readonly correlationId: string
}

/** Reads a signed package; the signature is over the bytes as they were sent. */
export function openPackage(
  secret: string | undefined,
  { package: text, signature }: { readonly package: string; readonly signature: string },
): Result<Package, 'hotline-not-connected' | 'signature-wrong' | 'package-malformed'> {
  if (secret === undefined) return refuse('hotline-not-connected')
  const expected = createHmac('sha256', secret).update(text).digest()
  const given = Buffer.from(signature, 'hex')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return refuse('signature-wrong')
  const parsed = hotlineOrders.safeParse(jsonOf(text))
  return parsed.success ? accept(parsed.data) : refuse('package-malformed')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Takes every order of a package; only a calendar that is missing refuses the whole, since it would refuse each. */
export async function takeOrders(
  ports: FeedbackPorts,
  sender: Sender,
  { orders }: Package,
): Promise<Result<{ readonly orders: readonly TakenOrder[] }, 'calendar-not-published'>> {
  const taken: TakenOrder[] = []
  for (const order of orders) {
    const one = await takeOrder(ports, sender, order)
    if (one.code === 'calendar-not-published') return refuse('calendar-not-published')
    taken.push(one)
  }
  return accept({ orders: taken })
}

async function takeOrder(ports: FeedbackPorts, sender: Sender, order: Order): Promise<TakenOrder> {
  const { number } = order
  const known = await findOrder(ports, number)
  if (known !== undefined) return { number, state: 'known', issue: known, code: null }
  if (order.kind === 'misconduct') {
    const command = { ...sender, name: 'feedback.show-the-way', subject: hotlineSource, legal: false }
    await ports.runCommand(command, (context) => countMisconduct(ports, context, hotlineSource))
    return { number, state: 'refused', issue: null, code: 'misconduct-belongs-elsewhere' }
  }
  const filed = await fileOrder(ports, sender, { ...order, kind: order.kind })
  if (filed.ok) return { number, state: 'filed', issue: filed.value.number, code: null }
  // somebody sent the same order at the same moment
  const other = filed.code === 'order-known' ? await findOrder(ports, number) : undefined
  if (other !== undefined) return { number, state: 'known', issue: other, code: null }
  return { number, state: 'refused', issue: null, code: filed.code }
}

async function fileOrder(ports: FeedbackPorts, sender: Sender, order: Order) {
  const id = ports.newId()
  const { number, kind, topic, words, place, name, phone, calledAt } = order
  const filing = {
    id,
    kind,
    topic,
    words,
    place,
    name,
    phone,
    noticedAt: calledAt,
    source: hotlineSource,
    intake: 'exchange',
    externalNumber: number,
    askerId: null,
    recordedBy: null,
  } as const
  return ports.runCommand(
    { ...sender, name: 'feedback.take-order', subject: id, legal: true },
    async (context): Promise<Result<{ number: string }, FilingRefusal | 'order-known'>> => {
      const filed = await fileIssue(ports, context, filing)
      if (!filed.ok) return filed
      await feedbackTables(context.tx)
        .insertInto('hotline_order')
        .values({ number, issue_id: id, received_at: context.now, told_version: null, told_at: null })
        .execute()
      return accept({ number: filed.value.number })
    },
    (constraint) => (constraint === 'issue_from_outside_once' ? refuse('order-known') : undefined),
  )
}

async function findOrder({ database }: FeedbackPorts, number: string): Promise<string | undefined> {
  const row = await feedbackTables(database)
    .selectFrom('hotline_order')
    .innerJoin('issue', 'issue.id', 'hotline_order.issue_id')
    .select('issue.number')
    .where('hotline_order.number', '=', number)
    .executeTakeFirst()
  return row?.number
}
