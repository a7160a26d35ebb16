/**
 * Sends what waits: a job for each notice that is due, and every minute a look for those whose time has come. A notice goes
 * out at least once under its own id, by which gateways and mail boxes know a second one; what fails is tried again by the
 * zone's rule and in the end left to the operators.
 */

import { afterFailure } from '@guanjia/core/notifications'
import type { Transaction } from '../platform/database/database.ts'
import type { JobRun } from '../platform/jobs/job-run.ts'
import type { NotificationsPorts } from './notifications-ports.ts'
import { type NotificationsTables, notificationsTables } from './notifications-tables.ts'

const sendJob = 'notifications.send'
const lookJob = 'notifications.look'
const mostAtOnce = 500
const graceMs = 60_000

interface SendPayload {
  readonly noticeId: string
}

type Outgoing = Pick<
  NotificationsTables['notice'],
  | 'id'
  | 'event_type'
  | 'subject'
  | 'person_id'
  | 'channel'
  | 'language'
  | 'title'
  | 'text'
  | 'link'
  | 'address'
  | 'correlation_id'
> & { readonly attempts: number }

/** A notice that is due. */
type DueNotice = Pick<Outgoing, 'id'> & { readonly due_at: Date }

/**
 * Has notices sent once the transaction has committed, the one due earliest first; a notice that waits already is not sent
 * twice.
 */
export async function enqueueNotices(
  { jobs }: Pick<NotificationsPorts, 'jobs'>,
  tx: Transaction,
  notices: readonly DueNotice[],
): Promise<void> {
  const due = notices.map(({ id, due_at: dueSince }) => ({
    payload: { noticeId: id } satisfies SendPayload,
    key: `notice-${id}`,
    dueSince,
  }))
  await jobs.enqueueAll(tx, sendJob, due)
}

/** Answers the jobs of this room. */
export function handleNoticeJobs(ports: NotificationsPorts): void {
  const { jobs } = ports
  jobs.handle<SendPayload>(sendJob, ({ noticeId }, run) => send(ports, noticeId, run))
  jobs.handle(lookJob, () => lookForDue(ports))
  jobs.every(lookJob, '* * * * *')
}

async function lookForDue(ports: NotificationsPorts): Promise<void> {
  const now = ports.clock.now()
  await ports.database.transaction().execute(async (tx) => {
    const due = await notificationsTables(tx)
      .selectFrom('notice')
      .select(['id', 'due_at'])
      .where(({ or, and, eb }) =>
        or([
          and([eb('state', 'in', ['deferred', 'failed']), eb('due_at', '<=', now)]),
          // its own job has it; a minute later that job was lost
          and([eb('state', '=', 'queued'), eb('due_at', '<', new Date(now.getTime() - graceMs))]),
        ]),
      )
      .orderBy('due_at')
      .orderBy('created_at')
      .limit(mostAtOnce)
      .execute()
    await enqueueNotices(ports, tx, due)
  })
}

async function send(ports: NotificationsPorts, noticeId: string, run: JobRun): Promise<void> {
  const notice = await findDue(ports, noticeId)
  if (notice === undefined) return
  try {
    await sendOut(ports, notice)
  } catch (error) {
    await noteFailure(ports, notice, error)
    return
  }
  await run.once('sent', async (tx) => {
    await notificationsTables(tx)
      .updateTable('notice')
      .set({ state: 'sent', sent_at: ports.clock.now(), address: null, text: '', last_error: null })
      .where('id', '=', noticeId)
      .execute()
  })
}

async function findDue({ database, clock }: NotificationsPorts, id: string): Promise<Outgoing | undefined> {
  return notificationsTables(database)
    .selectFrom('notice')
    .select(['event_type', 'subject', 'person_id'])
    .select(['id', 'channel', 'language', 'title', 'text', 'link', 'address', 'correlation_id', 'attempts'])
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'deferred', 'failed'])
    .where('due_at', '<=', clock.now())
    .executeTakeFirst()
}

async function sendOut(ports: NotificationsPorts, notice: Outgoing): Promise<void> {
  const { sendMessage, content, origin } = ports
  const text = await wholeText(ports, notice)
  const { id, channel, language, title, link, address, correlation_id: correlationId } = notice
  if (channel === 'in-app' || address === null) throw new Error('there is no address to send to')
  const isMail = channel === 'mail'
  await sendMessage({
    id,
    channel,
    recipient: address,
    subject: isMail ? title : '',
    text: isMail ? `${text}\n\n${origin}${link}\n\n${content.closing[language]}\n` : text,
    correlationId,
  })
}

/** The words with the secrets of this moment: a link made anew meanwhile takes the place of the old one. */
async function wholeText({ database, confide }: NotificationsPorts, notice: Outgoing): Promise<string> {
  const { event_type: type, subject, person_id: personId, text } = notice
  if (!/\{\w+\}/.test(text)) return text
  const { values = {} } = (await confide(database, { type, subject, personId, messageId: null })) ?? {}
  return text.replace(/\{(\w+)\}/g, (_mark, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`there is no ${name} to send any more`)
    return value
  })
}

async function noteFailure(
  { database, clock, content }: NotificationsPorts,
  notice: Outgoing,
  error: unknown,
): Promise<void> {
  const { state, attempts, nextAt } = afterFailure(content.retry, notice.attempts, clock.now().getTime())
  const words = error instanceof Error ? error.message : String(error)
  // a driver may quote the address it could not reach
  const unnamed = notice.address === null ? words : words.replaceAll(notice.address, '***')
  await notificationsTables(database)
    .updateTable('notice')
    .set({
      state,
      attempts,
      last_error: unnamed.slice(0, 200),
      ...(nextAt === undefined ? { address: null, text: '' } : { due_at: new Date(nextAt) }),
    })
    .where('id', '=', notice.id)
    .where('state', '!=', 'sent')
    .execute()
}
