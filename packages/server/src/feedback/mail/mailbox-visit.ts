/**
 * A visit to the mailbox: what was begun is ended, then what is new is taken, each mail for itself. What breaks at one mail
 * is noted and holds no other up; what breaks at the mailbox ends the visit, and the next one goes on.
 */

import type { ListedMail, MailSettling, MailVisit } from '../../platform/mailbox/mailbox.ts'
import { faultSentence } from './fault-sentence.ts'
import { answerDirectly } from './mail-answers.ts'
import type { MailPorts } from './mail-ports.ts'
import {
  forgetOldNumbers,
  highestSeen,
  noteAnswered,
  noteFailure,
  type PlacedMail,
  readUnsettled,
} from './mail-receipts.ts'
import { type MailOutcome, type MailReceipt, mailTables } from './mail-tables.ts'
import { refuseLargeMail, takeMail } from './taking-command.ts'
import { readMail } from './written-mail.ts'

const mostNew = 200

/** How a mail is left in its mailbox. */
const settlings: Readonly<Record<Exclude<MailOutcome, 'waiting'>, MailSettling>> = {
  filed: 'read',
  added: 'read',
  known: 'read',
  automatic: 'read',
  'too-large': 'read',
  elsewhere: 'removed',
  'set-aside': 'flagged',
}

interface Visiting {
  readonly ports: MailPorts
  readonly visit: MailVisit
  readonly place: Pick<PlacedMail, 'mailbox' | 'uidValidity'>
}

/** Takes what is there; throws where the mailbox cannot be worked in. */
export function visitMailbox(ports: MailPorts): Promise<void> {
  const { mailbox } = ports.connected
  return mailbox.visit(async (visit) => {
    const place = { mailbox: mailbox.name, uidValidity: visit.uidValidity }
    const visiting = { ports, visit, place }
    await forgetOldNumbers(ports, place)
    for (const receipt of await readUnsettled(ports, place)) {
      const { uid, size, arrived_at: receivedAt, outcome } = receipt
      if (outcome === 'waiting') await take(visiting, { uid, size, receivedAt })
    }
    const fresh = await visit.list((await highestSeen(ports, place)) + 1)
    for (const listed of fresh.slice(0, mostNew)) await take(visiting, listed)
    await settleAll(visiting, await readUnsettled(ports, place))
  })
}

/** Settles each for itself: one that the mailbox does not let be marked holds no other up, and is told at the end. */
async function settleAll(visiting: Visiting, receipts: readonly MailReceipt[]): Promise<void> {
  const failures: unknown[] = []
  for (const receipt of receipts)
    try {
      await settle(visiting, receipt)
    } catch (error) {
      failures.push(error)
    }
  if (failures.length > 0) throw failures[0]
}

async function take({ ports, visit, place }: Visiting, listed: ListedMail): Promise<void> {
  const mail = { ...place, ...listed }
  const { mailBytes } = ports.mail.limits
  const isLarge = listed.size > mailBytes
  const part = isLarge ? { first: mailBytes } : 'whole'
  const raw = await readOr(
    () => visit.read(listed.uid, part),
    () => noteFailure(ports, mail, 'mailbox-failed'),
  )
  // somebody took it out of the mailbox
  if (raw === undefined) return forget(ports, mail)
  try {
    const taken = isLarge ? await refuseLargeMail(ports, mail, raw) : await takeMail(ports, mail, raw)
    if (!taken.ok && taken.code !== 'mail-taken') await noteFailure(ports, mail, taken.code)
  } catch (error) {
    ports.log.warn(`a mail could not be taken: ${faultSentence(error)}`)
    await noteFailure(ports, mail, 'mail-failed')
  }
}

/** A mail at which the mailbox breaks again and again is set aside too, so that those behind it have their turn. */
async function readOr(read: () => ReturnType<MailVisit['read']>, onFailure: () => Promise<void>) {
  try {
    return await read()
  } catch (error) {
    await onFailure()
    throw error
  }
}

async function forget({ database }: MailPorts, { mailbox, uidValidity, uid }: PlacedMail): Promise<void> {
  await mailTables(database)
    .deleteFrom('mail_receipt')
    .where('mailbox', '=', mailbox)
    .where('uid_validity', '=', uidValidity)
    .where('uid', '=', uid)
    .where('outcome', '=', 'waiting')
    .execute()
}

/** Answers where nothing was filed, marks the mail in its mailbox, and notes that; again where it broke in between. */
async function settle({ ports, visit }: Visiting, receipt: MailReceipt): Promise<void> {
  const { id, uid, outcome, answered_at: answeredAt } = receipt
  if (outcome === 'waiting') return
  if ((outcome === 'elsewhere' || outcome === 'too-large') && answeredAt === null) {
    const mayBeMarked = await answer(ports, visit, { ...receipt, outcome })
    if (!mayBeMarked) return
  }
  await visit.settle(uid, settlings[outcome])
  const tables = mailTables(ports.database)
  // of a report of misconduct not even its number stays
  if (outcome === 'elsewhere') await tables.deleteFrom('mail_receipt').where('id', '=', id).execute()
  else
    await tables
      .updateTable('mail_receipt')
      .set({ settled_at: ports.clock.now() })
      .where('id', '=', id)
      .execute()
}

type Unfiled = MailReceipt & { readonly outcome: 'elsewhere' | 'too-large' }

/** Whether the mail may be marked: it was answered, or there is nobody to answer. */
async function answer(ports: MailPorts, visit: MailVisit, receipt: Unfiled): Promise<boolean> {
  const head = await visit.read(receipt.uid, 'head')
  const read = head === undefined ? undefined : await readMail(head)
  if (read === undefined || !read.ok || !ports.answerLimit.admits(read.value)) return true
  const { head: from, messageId } = read.value
  const { id, outcome: about, size } = receipt
  try {
    await answerDirectly(ports, { id, about, to: { address: from.from, messageId }, size })
    await noteAnswered(ports, receipt)
    ports.answerLimit.note(read.value)
    return true
  } catch (error) {
    ports.log.warn(`an answer to a mail could not be sent: ${faultSentence(error)}`)
    return false
  }
}
