/**
 * A mail as it was written: who, what about, which words, with what attached. Text is taken from the plain part, or from
 * the HTML without its scripts and styles; nothing is fetched from anywhere.
 */

import { createHash } from 'node:crypto'
import { type MailHead, plainMailText } from '@guanjia/core/feedback'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type Attachment, type HeaderValue, type ParsedMail, simpleParser } from 'mailparser'

/** A file that came with a mail. */
export interface AttachedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** A mail. */
export interface WrittenMail {
  readonly head: MailHead
  /** the name that the sender gives, at most 60 characters */
  readonly name: string | undefined
  readonly subject: string
  readonly text: string
  /** as our answer may repeat it; undefined where it is none that a head can hold */
  readonly messageId: string | undefined
  /** the mails that it answers */
  readonly references: readonly string[]
  readonly files: readonly AttachedFile[]
}

/** Why a mail cannot be read. */
export type MailFault = 'mail-unreadable' | 'sender-missing'

const mostHtml = 300_000
const mostReferences = 30
const mostNameCharacters = 60
const mostFileCharacters = 120
const mostTypeCharacters = 80
const addressForm = /^[^\s@<>()",;:\\[\]]{1,64}@[^\s@<>()",;:\\[\]]{1,189}$/
const messageIdForm = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/

const reading = {
  skipTextToHtml: true,
  keepCidLinks: true,
  checksumAlgo: false,
  ignoreEmbedded: true,
  maxHtmlLengthToParse: mostHtml,
  maxChildNodes: 200,
} as const

/** Reads a mail. */
export async function readMail(raw: Buffer): Promise<Result<WrittenMail, MailFault>> {
  try {
    return writtenIn(await withText(await simpleParser(raw, reading)))
  } catch {
    return refuse('mail-unreadable')
  }
}

/** HTML beside files or pictures, or without a plain part that says something, is read as if it were the whole mail. */
async function withText(parsed: ParsedMail): Promise<ParsedMail> {
  const { html, text = '', textConversionError } = parsed
  if (typeof html !== 'string' || text.trim() !== '' || textConversionError !== undefined) return parsed
  const { text: read = '', textConversionError: fault } = await simpleParser(
    `Content-Type: text/html; charset=utf-8\r\n\r\n${html}`,
    reading,
  )
  return { ...parsed, text: read, ...(fault !== undefined && { textConversionError: fault }) }
}

function writtenIn(parsed: ParsedMail): Result<WrittenMail, MailFault> {
  const { subject = '', text = '', messageId, attachments, textConversionError } = parsed
  const { address, name } = senderOf(parsed)
  if (!addressForm.test(address)) return refuse('sender-missing')
  // a text that is too long or too deep to be read is looked at by people, not registered empty
  if (textConversionError !== undefined) return refuse('mail-unreadable')
  return accept({
    head: headOf(parsed, address),
    name: name === '' ? undefined : name,
    subject,
    text: plainMailText(text),
    messageId: repeatable(messageId),
    references: referencesOf(parsed),
    files: attachments.map(fileOf),
  })
}

/** The first sender; an answer goes to nobody else. */
function senderOf({ from }: ParsedMail) {
  const first = from?.value[0]
  const name = shortLine(first?.name ?? '', mostNameCharacters)
  return { address: (first?.address ?? '').trim().toLowerCase(), name }
}

function headOf({ headers }: ParsedMail, from: string): MailHead {
  const line = (name: string) => lineOf(headers.get(name))
  return {
    from,
    returnPath: line('return-path'),
    autoSubmitted: line('auto-submitted'),
    precedence: line('precedence'),
    listId: headers.has('list') ? 'list' : '',
    contentType: line('content-type'),
    autoReply: line('x-autoreply') || line('x-autorespond'),
  }
}

/** A line of the head as text, however it was understood. */
function lineOf(value: HeaderValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return lineOf(value[0])
  if ('text' in value && typeof value.text === 'string') return value.text === '' ? '<>' : value.text
  return 'value' in value && typeof value.value === 'string' ? value.value : ''
}

function referencesOf({ inReplyTo, references = [] }: ParsedMail): readonly string[] {
  const all = [inReplyTo ?? '', ...(typeof references === 'string' ? [references] : references)]
  const ids = all.flatMap((text) => text.match(/<[^<>\s]{3,250}>/g) ?? [])
  return [...new Set(ids)].slice(0, mostReferences)
}

function repeatable(messageId: string | undefined): string | undefined {
  return messageId !== undefined && messageIdForm.test(messageId) ? messageId : undefined
}

function fileOf({ filename, content, contentType }: Attachment, place: number): AttachedFile {
  const name = shortLine(filename ?? '', mostFileCharacters).replace(/[/\\]/g, '_')
  return {
    name: name === '' ? `附件${place + 1}（${shortLine(contentType, mostTypeCharacters)}）` : name,
    bytes: content,
  }
}

function shortLine(text: string, most: number): string {
  return [...plainMailText(text).replace(/\s+/g, ' ')].slice(0, most).join('')
}

/** The key under which a mail is known however often it is delivered. */
export function keyOfMail(messageId: string | undefined, raw: Buffer): string {
  return createHash('sha256')
    .update(messageId ?? raw)
    .digest('hex')
}

/** The key of a mail that another one answers. */
export function keyOfReference(messageId: string): string {
  return createHash('sha256').update(messageId).digest('hex')
}
