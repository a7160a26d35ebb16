/**
 * What a look into a mailbox brings: always the same number of boxes of the same length, after the same time, whether
 * anybody has the code or not. Only the code itself tells which, by opening them.
 */

import { type Mailbox, type MailboxStatus, mailboxLook, sealedMessage } from '@guanjia/contract/leads/intake'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { findMail, type Mail, shownMessages } from '../../store/mail.ts'
import { readersOf } from '../../store/reader-keys.ts'
import { putMessage } from '../../store/taking-in.ts'
import type { IntakePorts } from '../intake-ports.ts'
import { nobody, sealBox } from './boxes.ts'

/** Why a look or a message was not taken; neither says anything about the code. */
export type MailRefusal = 'malformed' | 'work-missing'

/** The look of a browser that calculates. */
export async function lookSealed(ports: IntakePorts, said: unknown): Promise<Result<Mailbox, MailRefusal>> {
  const read = mailboxLook.safeParse(said)
  if (!read.success) return refuse('malformed')
  if (!(await ports.stamps.accept(read.data.work))) return refuse('work-missing')
  return accept(await inConstantTime(() => mailboxOf(ports, read.data.lookup, read.data.page)))
}

/** Takes a message that the browser sealed; the answer is the same where nobody has the code. */
export async function saySealed(ports: IntakePorts, said: unknown): Promise<Result<null, MailRefusal>> {
  const read = sealedMessage.safeParse(said)
  if (!read.success) return refuse('malformed')
  const { work, lookup, id, envelope } = read.data
  if (!(await ports.stamps.accept(work))) return refuse('work-missing')
  return await inConstantTime(async () => {
    const mail = await findMail(ports.database, await ports.hashReceipt(lookup))
    if (mail === undefined) {
      ports.pressure.note('looked-in-vain')
      return accept(null)
    }
    const { handlers } = await readersOf(ports.database, mail.about)
    const wanted = new Set([mail.reporter.keyId, ...handlers.map(({ keyId }) => keyId)])
    const given = envelope.wraps.map(({ keyId }) => keyId)
    if (given.length !== wanted.size || !given.every((keyId) => wanted.has(keyId))) return refuse('malformed')
    await putMessage(ports.database, { id, leadId: mail.leadId, writtenOn: ports.today(), envelope })
    ports.pressure.note('filed')
    return accept(null)
  })
}

/** The mailbox of a look-up word. */
export async function mailboxOf(ports: IntakePorts, lookup: string, page: number): Promise<Mailbox> {
  const empty = await emptyMailbox(ports)
  const mail = await findMail(ports.database, await ports.hashReceipt(lookup), page)
  if (mail === undefined) ports.pressure.note('looked-in-vain')
  return mail === undefined ? empty : await filled(ports, empty, mail)
}

/** Boxes for nobody: made for every look, so that a look in vain is as much work as any. */
async function emptyMailbox({ newId }: IntakePorts): Promise<Mailbox> {
  const [leadId, stranger] = [newId(), await nobody()]
  const ids = Array.from({ length: shownMessages + 1 }, newId)
  const [status, ...messages] = await Promise.all(
    ids.map((id) => sealBox(leadId, id, new Uint8Array(1), stranger)),
  )
  if (status === undefined) throw new Error('there is a box for the status')
  return { leadId, ...stranger, status, messages }
}

async function filled(ports: IntakePorts, empty: Mailbox, mail: Mail): Promise<Mailbox> {
  const { leadId, reporter, messages } = mail
  const status: MailboxStatus = {
    ...mail.status,
    isMore: mail.isMore,
    messages: messages.map(({ id, by, on }) => ({ id, by, on })),
    readers: [...(await readersOf(ports.database, mail.about)).handlers],
  }
  const plain = new TextEncoder().encode(JSON.stringify(status))
  return {
    leadId,
    ...reporter,
    status: await sealBox(leadId, ports.newId(), plain, reporter),
    messages: [
      ...messages.map(({ id, content, sealed }) => ({ id, content, sealed })),
      ...empty.messages.slice(messages.length),
    ],
  }
}

const constantMs = 400

/** Gives the answer when the time is over, not when the work is; work that takes longer is answered after whole times more. */
export async function inConstantTime<T>(work: () => Promise<T>, milliseconds = constantMs): Promise<T> {
  const started = performance.now()
  const [outcome] = await Promise.allSettled([work()])
  const passed = performance.now() - started
  const whole = Math.max(1, Math.ceil(passed / milliseconds)) * milliseconds
  await new Promise((resolve) => setTimeout(resolve, whole - passed))
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}
