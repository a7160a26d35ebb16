/**
 * The mail as a page shows it to a browser that cannot calculate: opened here in memory with the code that was typed.
 */

import { webcrypto } from 'node:crypto'
import type { Mailbox, MailboxBox, MailboxStatus } from '@guanjia/contract/leads/intake'
import { mailboxStatus } from '@guanjia/contract/leads/intake'
import {
  mostMessageBytes,
  type Opener,
  openEnvelope,
  parseReceiptCode,
  receiptSecrets,
  sealEnvelope,
} from '@guanjia/core/leads'
import { findMail } from '../../store/mail.ts'
import { putMessage } from '../../store/taking-in.ts'
import { openReporter } from '../filing/reporter.ts'
import type { IntakePorts } from '../intake-ports.ts'
import { mailboxOf } from './mailbox.ts'

/** The mail of a code. */
export interface OpenedMail {
  readonly code: string
  readonly page: number
  readonly status: MailboxStatus
  readonly messages: readonly {
    readonly by: 'reporter' | 'handler'
    readonly on: string
    readonly text: string
  }[]
}

/** Opens the mail of a code as it was typed; undefined where nothing lies under it, or it is no code. */
export async function openMail(ports: IntakePorts, typed: string, page = 0): Promise<OpenedMail | undefined> {
  const code = parseReceiptCode(typed)
  // a code with a slip in it goes the same way as one that nobody has
  const { lookup } = await receiptSecrets(webcrypto, code.ok ? code.value : 'none')
  const mailbox = await mailboxOf(ports, lookup, page)
  const reporter = code.ok ? await openReporter(code.value, mailbox) : undefined
  if (!code.ok || reporter === undefined) return undefined
  const told = await openBox(mailbox, mailbox.status, reporter)
  if (told === undefined) return undefined
  const status = mailboxStatus.parse(JSON.parse(told))
  const messages = await Promise.all(
    status.messages.map(async ({ id, by, on }) => {
      const box = mailbox.messages.find((candidate) => candidate.id === id)
      return { by, on, text: (box && (await openBox(mailbox, box, reporter))) ?? '' }
    }),
  )
  return { code: code.value, page, status, messages }
}

async function openBox(
  { leadId }: Mailbox,
  { id, content, sealed }: MailboxBox,
  reporter: Opener,
): Promise<string | undefined> {
  const envelope = { content, wraps: [{ keyId: reporter.keyId, sealed }] }
  const plain = await openEnvelope(webcrypto, { leadId, part: `message/${id}` }, envelope, reporter)
  return plain && new TextDecoder().decode(plain)
}

/** Seals and keeps a message that came as it was written; says nothing of whether the code is anybody's. */
export async function sayPlainly(ports: IntakePorts, typed: string, words: string): Promise<void> {
  const plain = new TextEncoder().encode(words)
  const code = parseReceiptCode(typed)
  const { lookup } = await receiptSecrets(webcrypto, code.ok ? code.value : 'none')
  const mail = await findMail(ports.database, await ports.hashReceipt(lookup))
  if (mail === undefined || plain.length === 0 || plain.length > mostMessageBytes) return
  const { readers } = (await openMail(ports, typed))?.status ?? { readers: [] }
  const id = ports.newId()
  const { leadId, reporter } = mail
  const place = { leadId, part: `message/${id}` } as const
  const envelope = await sealEnvelope(webcrypto, place, plain, [...readers, reporter])
  await putMessage(ports.database, { id, leadId, writtenOn: ports.today(), envelope })
  ports.pressure.note('filed')
}
