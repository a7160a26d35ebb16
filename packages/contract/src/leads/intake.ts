/**
 * What the intake of leads takes from a browser that seals by itself. It is an origin and a process of its own: none of this
 * is a route of the house. Everything that was said is cipher text here; ids and lengths are checked, nothing is read.
 */

import { array, boolean, enum as choice, int, object, type output, string, uuid } from 'zod'

const base64 = (most: number) =>
  string()
    .max(most)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)
const keyId = string().regex(/^[0-9a-f]{32}$/)
const wrap = object({ keyId, sealed: base64(200) })
const contentLetters = 5_700_000

const work = object({ stamp: string().max(200), number: int().min(0) })
const lookup = string().regex(/^[0-9a-f]{64}$/)
const envelope = object({ content: base64(contentLetters), wraps: array(wrap).min(1).max(60) })

/** A report, sealed in the browser. */
export const sealedReport = object({
  work,
  lookup,
  id: uuid(),
  kind: choice(['anonymous', 'real-name']),
  about: string().regex(/^[a-z-]{1,40}$/),
  reporter: object({ keyId, publicKey: base64(100), wrappedKey: base64(400) }),
  envelope,
  /** who it was, in two shares; with a name alone */
  identity: object({
    content: base64(contentLetters),
    handlerWraps: array(wrap).min(1).max(60),
    keeperWraps: array(wrap).min(1).max(60),
  }).optional(),
})

/** A look into the mailbox of a receipt code; the code itself stays in the browser. */
export const mailboxLook = object({ work, lookup, page: int().min(0).max(99).default(0) })

/** A message to the handlers. */
export const sealedMessage = object({ work, lookup, id: uuid(), envelope })

/** A message as the mailbox shows it: cipher text, and its key for the reporter. */
export const box = object({ id: uuid(), content: base64(10_000), sealed: base64(200) })

/** The mailbox: as long for a code that nobody has as for one that somebody has. */
export const mailbox = object({
  leadId: uuid(),
  keyId,
  publicKey: string(),
  wrappedKey: string(),
  /** `MailboxStatus`, sealed to the reporter */
  status: box,
  messages: array(box),
})

/** What stands in the sealed status. */
export const mailboxStatus = object({
  receivedOn: string(),
  step: choice(['received', 'in-work', 'over']),
  /** SHA-256 of the sealed report, as it goes into the ledger */
  digest: string(),
  publishedOn: string().nullable(),
  /** whether there are earlier messages */
  isMore: boolean(),
  messages: array(object({ id: string(), by: choice(['reporter', 'handler']), on: string() })),
  readers: array(object({ keyId, publicKey: string() })),
})

export type SealedReport = output<typeof sealedReport>
export type SealedMessage = output<typeof sealedMessage>
export type Mailbox = output<typeof mailbox>
export type MailboxBox = output<typeof box>
export type MailboxStatus = output<typeof mailboxStatus>
