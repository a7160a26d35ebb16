/**
 * Messages to people outside the house: e-mail and SMS behind one port. The development drivers write them into a table
 * that the demonstration shows.
 */

import { createTransport } from 'nodemailer'
import type { Database } from '../database/database.ts'

/** A message to one person. */
export interface Message {
  /** the same id is sent once */
  readonly id: string
  readonly channel: 'mail' | 'sms'
  /** e-mail address or telephone number */
  readonly recipient: string
  /** empty for SMS */
  readonly subject: string
  readonly text: string
  readonly correlationId: string
  /** of an e-mail that the house writes by itself in answer to one */
  readonly answers?: AnsweredMail
}

/** The mail that is answered. */
export interface AnsweredMail {
  /** its Message-ID with the angle brackets, where it had one that a head can hold */
  readonly messageId: string | undefined
  /** where an answer to our answer is to go */
  readonly replyTo: string
}

/** Sends a message, or throws so that its job tries again. */
export type SendMessage = (message: Message) => Promise<void>

/** The way each channel goes out. */
export type MessageDrivers = Readonly<Record<Message['channel'], SendMessage>>

/** Sends each message by the driver of its channel. */
export function messageSender(drivers: MessageDrivers): SendMessage {
  return (message) => drivers[message.channel](message)
}

/** The development driver: the message lands in `sent_message`, to be read on the outbox page. */
export function keepInTable(database: Database, now: () => Date): SendMessage {
  return async ({ id, channel, recipient, subject, text, correlationId }) => {
    await database
      .insertInto('sent_message')
      .values({ id, channel, recipient, subject, text, correlation_id: correlationId, sent_at: now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** E-mail by SMTP; the id becomes the Message-ID, so that a mail sent twice is shown once. */
export function sendBySmtp(url: string, from: string): SendMessage {
  const transport = createTransport(url)
  const host = new URL(url).hostname
  return async ({ id, recipient, subject, text, answers }) => {
    const messageId = `<${id}@${host}>`
    await transport.sendMail({ from, to: recipient, subject, text, messageId, ...threadOf(answers) })
  }
}

/** The lines that keep an answer in its thread, and answering machines from answering it (RFC 3834). */
function threadOf(answers: AnsweredMail | undefined) {
  if (answers === undefined) return {}
  const { messageId, replyTo } = answers
  return {
    replyTo,
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
    ...(messageId === undefined ? {} : { inReplyTo: messageId, references: messageId }),
  }
}

/** SMS by a gateway that takes JSON over HTTPS; the id travels along as its idempotency key. */
export function sendBySmsGateway(url: string, token: string): SendMessage {
  return async ({ id, recipient, text }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': id,
      },
      body: JSON.stringify({ to: recipient, text }),
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`)
  }
}
