/**
 * The mailbox over the wire.
 */

import * as contract from '@guanjia/contract/feedback'
import type { RouteInput } from '@guanjia/contract/route'
import { accept, refuse } from '@guanjia/core/kernel'
import { dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables } from '../store/feedback-tables.ts'
import { composeMail } from './composed-mail.ts'
import type { ConnectedMailbox } from './connected-mailbox.ts'
import { visitJob } from './mail-jobs.ts'
import { type MailOutcome, mailTables } from './mail-tables.ts'
import { setAsideIn } from './set-aside.ts'
import { mailSource } from './taking-command.ts'

const dayMs = 86_400_000
const days = 30

interface MailboxPorts extends FeedbackPorts {
  readonly connected: ConnectedMailbox | undefined
}

/** Answers the routes of the mailbox; without one they say so. */
export function implementMailboxRoutes(ports: MailboxPorts): void {
  const { implement, connected } = ports
  implement(contract.readMailbox, async ({ query }) => accept(await standing(ports, query.after)), {})
  implement(
    contract.visitMailbox,
    async () => (connected === undefined ? refuse('mailbox-not-connected') : visitNow(ports)),
    { 'mailbox-not-connected': 503 },
  )
  implement(
    contract.retryMail,
    async ({ params }) => {
      if (connected === undefined) return refuse('mailbox-not-connected')
      const again = await mailTables(ports.database)
        .updateTable('mail_receipt')
        .set({ outcome: 'waiting', attempts: 0, settled_at: null })
        .where('id', '=', params.id)
        .where('outcome', '=', 'set-aside')
        .returning('id')
        .executeTakeFirst()
      return again === undefined ? refuse('mail-not-set-aside') : visitNow(ports)
    },
    { 'mailbox-not-connected': 503, 'mail-not-set-aside': 409 },
  )
  implement(
    contract.deliverMail,
    async ({ body }) => {
      if (connected?.deliver === undefined) return refuse('mailbox-not-simulated')
      await connected.deliver(await written(body, connected.mailbox.address))
      return visitNow(ports)
    },
    { 'mailbox-not-simulated': 503 },
  )
}

async function visitNow({ database, jobs }: FeedbackPorts) {
  await database.transaction().execute((tx) => jobs.enqueue(tx, visitJob, {}, { key: visitJob }))
  return accept({})
}

type Letter = RouteInput<typeof contract.deliverMail>['body']

function written({ from, name, subject, words, file }: Letter, to: string): Promise<Buffer> {
  const attachments =
    file === undefined ? [] : [{ filename: file.name, content: Buffer.from(file.bytes, 'base64') }]
  const sender = name === undefined ? from : { name, address: from }
  return composeMail({ from: sender, to, subject, text: words, attachments })
}

async function standing(ports: MailboxPorts, after: string | undefined) {
  const { connected } = ports
  const name = connected?.mailbox.name ?? ''
  return {
    address: connected?.mailbox.address ?? null,
    isDemonstration: connected?.deliver !== undefined,
    ...(await lastLook(ports, name)),
    ...(await becomings(ports, name, after)),
    shownTheWay: await shownTheWay(ports),
  }
}

async function lastLook({ database }: MailboxPorts, mailbox: string) {
  const look = await mailTables(database)
    .selectFrom('mailbox_look')
    .select(['looked_at', 'failed_at', 'failure'])
    .where('mailbox', '=', mailbox)
    .executeTakeFirst()
  if (look === undefined) return { lookedAt: null, failedAt: null, failure: null }
  const { looked_at, failed_at, failure } = look
  return {
    lookedAt: looked_at?.toISOString() ?? null,
    failedAt: failed_at?.toISOString() ?? null,
    failure,
  }
}

interface Count {
  readonly outcome: Exclude<MailOutcome, 'elsewhere'>
  readonly count: number
}

async function becomings(ports: MailboxPorts, mailbox: string, after: string | undefined) {
  const counts = await countedIn(ports, mailbox)
  return {
    counts: counts.filter((each): each is Count => each.outcome !== 'elsewhere'),
    ...(await setAsideIn(ports, mailbox, after)),
  }
}

function countedIn({ database, clock }: MailboxPorts, mailbox: string) {
  return mailTables(database)
    .selectFrom('mail_receipt')
    .select(({ fn }) => ['outcome', fn.countAll<number>().as('count')])
    .where('mailbox', '=', mailbox)
    .where('taken_at', '>', new Date(clock.now().getTime() - days * dayMs))
    .groupBy('outcome')
    .execute()
}

async function shownTheWay(ports: MailboxPorts): Promise<number> {
  const since = dayOf(ports, new Date(ports.clock.now().getTime() - days * dayMs))
  const row = await feedbackTables(ports.database)
    .selectFrom('misconduct_stub')
    .select(({ fn }) => fn.sum<string>('count').as('count'))
    .where('source', '=', mailSource)
    .where('day', '>', since)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
