/**
 * An event becomes notices: one row for each template, recipient and channel; those of all events that wait together are
 * written, told of and enqueued in one statement each. What stands in the portal has arrived with its
 * row; what goes out waits in its row for a job, at once or at the end of the quiet hours.
 */

import { createHash } from 'node:crypto'
import {
  channelsFor,
  maskMail,
  maskPhone,
  type NoticeChannel,
  type NoticeTemplate,
  noticeKey,
  sendingTime,
  serveNotice,
  writeNotice,
} from '@guanjia/core/notifications'
import type { Selectable } from 'kysely'
import type { Transaction } from '../platform/database/database.ts'
import type { OutboxEvent } from '../platform/events/outbox.ts'
import { enqueueNotices } from './notice-jobs.ts'
import {
  findPeople,
  findRecipients,
  messageOf,
  type People,
  type Recipient,
  signerOf,
} from './notice-recipients.ts'
import type { Confidence, NotificationsPorts } from './notifications-ports.ts'
import { type NotificationsTables, notificationsTables } from './notifications-tables.ts'
import { findReach, type PersonReach, type StoredPreference } from './preference-store.ts'

/** Subscribes to every event that the zone has a notice for. */
export function subscribeNotices(ports: NotificationsPorts): void {
  for (const [type, templates] of ports.content.templates) {
    ports.outbox.onAll(type, (events, tx) => tell(ports, tx, { type, events, templates }), `notices:${type}`)
  }
}

const nothingConfided: Confidence = { phone: null, values: {} }

interface Happened {
  readonly type: string
  readonly events: readonly OutboxEvent[]
  readonly templates: readonly NoticeTemplate[]
}

interface Happening {
  readonly event: OutboxEvent
  readonly templates: readonly NoticeTemplate[]
  readonly people: People
}

/** Whom a template tells of an event. */
interface Addressed {
  readonly telling: Telling
  readonly recipients: readonly Recipient[]
}

interface Telling {
  readonly event: OutboxEvent
  readonly template: NoticeTemplate
  readonly confidence: Confidence
}

async function tell(
  ports: NotificationsPorts,
  tx: Transaction,
  { type, events, templates }: Happened,
): Promise<void> {
  const addressed: Addressed[] = []
  const everybody = await findPeople(tx, type, events)
  for (const [place, event] of events.entries())
    addressed.push(...(await addressedOf(ports, tx, { event, templates, people: everybody[place] ?? {} })))
  const ids = addressed.flatMap(({ recipients }) => recipients.flatMap(({ personId }) => personId ?? []))
  const reachOf = await findReach(notificationsTables(tx), [...new Set(ids)])
  const rows = addressed.flatMap(({ telling, recipients }) =>
    recipients.flatMap((recipient) =>
      rowsFor(ports, telling, { recipient, reach: reachOf(recipient.personId) }),
    ),
  )
  await insertNotices(ports, tx, rows)
}

async function addressedOf(
  ports: NotificationsPorts,
  tx: Transaction,
  { event, templates, people }: Happening,
): Promise<readonly Addressed[]> {
  const { type, subject } = event
  const asked = { type, subject, personId: signerOf(event), messageId: messageOf(event) }
  const confidence = (await ports.confide(tx, asked)) ?? nothingConfided
  const found: Addressed[] = []
  for (const template of templates) {
    const recipients = await findRecipients(tx, template.to, { event, people, phone: confidence.phone })
    found.push({ telling: { event, template, confidence }, recipients })
  }
  return found
}

interface Reached {
  readonly recipient: Recipient
  readonly reach: PersonReach
}

/** One row for each channel that somebody is told on. */
function rowsFor(
  ports: NotificationsPorts,
  telling: Telling,
  { recipient: { personId, phone: given }, reach: { phone: known, preference } }: Reached,
): readonly NoticeRow[] {
  const recipient = { personId, phone: given ?? known }
  const ways = channelsFor(telling.template, preference, { ...recipient, mail: preference.mailAddress })
  return ways.map((channel) => noticeRow(ports, telling, { recipient, preference, channel }))
}

type NoticeRow = Omit<Selectable<NotificationsTables['notice']>, 'attempts' | 'read_at'>

interface Addressee {
  readonly recipient: Recipient
  readonly preference: StoredPreference
  readonly channel: NoticeChannel
}

function noticeRow(
  ports: NotificationsPorts,
  { event, template, confidence }: Telling,
  to: Addressee,
): NoticeRow {
  const { content, zone, clock } = ports
  const { recipient, preference, channel } = to
  const { language } = preference
  const now = clock.now()
  const time = sendingTime(content.quietHours, { channel, urgency: template.urgency }, now.getTime())
  const { utcOffsetMinutes } = zone
  const signature = content.signatures[language]
  const written = writeNotice(
    template,
    { subject: event.subject, values: { ...event.body, ...confidence.values, ...confidence.words } },
    { channel, language, utcOffsetMinutes, signature },
  )
  // what does not fit into its SMS is shown to the operators; a hole in the words is a fault of the house and stops here
  if (!written.ok && written.code !== 'sms-too-long' && written.code !== 'value-too-long')
    throw new Error(`the notice ${template.id} cannot be written: ${written.code}`)
  const address = channel === 'sms' ? recipient.phone : preference.mailAddress
  return {
    id: ports.newId(),
    key: noticeKey({ eventId: event.id, templateId: template.id, recipient: nameOf(recipient), channel }),
    template: template.id,
    event_type: event.type,
    subject: event.subject,
    person_id: recipient.personId,
    channel,
    language,
    ...(written.ok
      ? { ...written.value, text: withoutSecrets(written.value.text, confidence) }
      : { title: template.words[language].title, text: '', link: '' }),
    ...addressOf(channel, written.ok ? address : null, address),
    ...stateOf(channel, { now, time, code: written.ok ? null : written.code }),
    ...serviceOf(ports, template, { ...to, now }),
    created_at: now,
    correlation_id: event.correlationId,
  }
}

/** The words as they wait, with a mark where a secret stands: it is looked up again when they are sent. */
function withoutSecrets(text: string, { values }: Confidence): string {
  return Object.entries(values).reduce((rest, [name, value]) => rest.replaceAll(value, `{${name}}`), text)
}

/** A contact is known by its number, which does not go into a key. */
function nameOf({ personId, phone }: Recipient): string {
  return personId ?? createHash('sha256').update(String(phone)).digest('hex').slice(0, 32)
}

function addressOf(channel: NoticeChannel, address: string | null, known: string | null) {
  if (channel === 'in-app' || known === null) return { address: null, masked_address: null }
  return { address, masked_address: channel === 'sms' ? maskPhone(known) : maskMail(known) }
}

interface Timing {
  readonly now: Date
  readonly time: ReturnType<typeof sendingTime>
  /** why it could not be written, or null */
  readonly code: string | null
}

function stateOf(channel: NoticeChannel, { now, time, code }: Timing) {
  const due_at = new Date(time.at)
  const waiting = { due_at, sent_at: null, last_error: null, deferred_because: null }
  if (code !== null) return { ...waiting, state: 'given-up' as const, last_error: code }
  if (channel === 'in-app') return { ...waiting, state: 'sent' as const, sent_at: now }
  if (time.because === undefined) return { ...waiting, state: 'queued' as const }
  return { ...waiting, state: 'deferred' as const, deferred_because: time.because }
}

/** The portal serves a decision on who has agreed to it; where it does not, the list of messages says so. */
function serviceOf(
  { content, zone }: NotificationsPorts,
  template: NoticeTemplate,
  { channel, preference, now }: Addressee & { readonly now: Date },
): { served_at: Date | null; service_because: string[] | null } {
  if (!template.service || channel !== 'in-app') return { served_at: null, service_because: null }
  const served = serveNotice({
    channel,
    agreed: preference.electronicService,
    arrivedAt: now.getTime(),
    utcOffsetMinutes: zone.utcOffsetMinutes,
    basis: content.serviceBasis,
  })
  if (!served.ok)
    return { served_at: null, service_because: ['未同意电子送达，以窗口领取或邮寄的日期为送达日期'] }
  return { served_at: new Date(served.value.servedAt), service_because: [...served.value.because] }
}

/** What is there under its key already was told before, and is not told again. */
async function insertNotices(
  ports: NotificationsPorts,
  tx: Transaction,
  rows: readonly NoticeRow[],
): Promise<void> {
  if (rows.length === 0) return
  const inserted = await notificationsTables(tx)
    .insertInto('notice')
    .values(rows.map((row) => ({ ...row, service_because: jsonOf(row.service_because), read_at: null })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning(['id', 'person_id', 'channel', 'state', 'due_at'])
    .execute()
  const arrived = inserted.filter(({ channel }) => channel === 'in-app')
  if (arrived.length > 0) await ports.live.publish(tx, ...arrived.map(arrivalOf))
  const queued = inserted.filter(({ channel, state }) => channel !== 'in-app' && state === 'queued')
  await enqueueNotices(ports, tx, queued)
}

function arrivalOf({ id, person_id }: Pick<NoticeRow, 'id' | 'person_id'>) {
  return { topic: `person:${person_id}`, type: 'notifications.arrived', id }
}

/** The driver would take a list for an array of PostgreSQL. */
function jsonOf(because: string[] | null): string | null {
  return because === null ? null : JSON.stringify(because)
}
