/**
 * Taking one mail: what it is, is decided before anything of it is kept. A report of misconduct leaves a count and nothing
 * else; everything that is taken is taken in one transaction with its receipt.
 */

import { anonymous, systemPrincipal } from '@guanjia/core/access'
import {
  cutWords,
  machineBehind,
  meaningOfMail,
  newSubject,
  plainSubject,
  withoutQuote,
} from '@guanjia/core/feedback'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CommandContext } from '../../platform/commands/command.ts'
import { countMisconduct, type FilingRefusal, fileIssue } from '../commands/filing-command.ts'
import { moveIssue } from '../commands/issue-commands.ts'
import { feedbackTables } from '../store/feedback-tables.ts'
import { lockIssue } from '../store/issue-store.ts'
import { insertFiles, keepFiles, type SortedFiles } from './attached-files.ts'
import { askForAnswer } from './mail-answers.ts'
import type { MailPorts } from './mail-ports.ts'
import { type PlacedMail, type Receiving, writeReceipt } from './mail-receipts.ts'
import { mailTables } from './mail-tables.ts'
import { findThread, type MailThread } from './mail-threads.ts'
import { keyOfMail, readMail, type WrittenMail } from './written-mail.ts'

/** The source of everything that comes by mail. */
export const mailSource = 'e-mail'

const mostWords = 2000

type TakingRefusal = FilingRefusal | 'mail-taken' | 'mail-known'

/** Takes a mail; refused where another run was first, or where its day cannot be counted yet. */
export async function takeMail(
  ports: MailPorts,
  mail: PlacedMail,
  raw: Buffer,
): Promise<Result<void, TakingRefusal>> {
  const read = await readMail(raw)
  if (!read.ok) return receive(ports, mail, { outcome: 'set-aside', reason: read.code })
  const written = read.value
  const machine = machineOf(ports, written)
  if (machine !== undefined) return receive(ports, mail, { outcome: 'automatic', reason: machine })
  const key = keyOfMail(written.messageId, raw)
  if (await isKnown(ports, key)) return receive(ports, mail, { outcome: 'known' })
  const thread = await findThread(ports, written)
  const { meaning, words } = understood(ports, written, thread)
  if (meaning.kind === 'misconduct') return showTheWay(ports, mail)
  const files = await keepFiles(ports, written.files)
  const taking: Taking = { mail, key, written, words, files }
  const taken =
    thread === undefined
      ? await file(ports, taking, { kind: meaning.kind, topic: meaning.topic })
      : await add(ports, taking, thread)
  return !taken.ok && taken.code === 'mail-known' ? receive(ports, mail, { outcome: 'known' }) : taken
}

async function receive(ports: MailPorts, mail: PlacedMail, receiving: Receiving) {
  const { newId, database, clock } = ports
  return writeReceipt({ newId, database, now: clock.now() }, mail, receiving)
}

/**
 * A mail above the limit is not registered; as much of it as of any other one is read, so that a report of misconduct
 * does not stay in the mailbox for being large.
 */
export async function refuseLargeMail(
  ports: MailPorts,
  mail: PlacedMail,
  opening: Buffer,
): Promise<Result<void, 'mail-taken'>> {
  const read = await readMail(opening)
  const isReport =
    read.ok && machineOf(ports, read.value) === undefined && (await isMisconduct(ports, read.value))
  return isReport ? showTheWay(ports, mail) : receive(ports, mail, { outcome: 'too-large' })
}

async function isMisconduct(ports: MailPorts, written: WrittenMail): Promise<boolean> {
  const { meaning } = understood(ports, written, await findThread(ports, written))
  return meaning.kind === 'misconduct'
}

function machineOf({ connected }: MailPorts, { head }: WrittenMail) {
  return machineBehind(head, connected.ownAddresses)
}

async function isKnown({ database }: MailPorts, key: string): Promise<boolean> {
  const row = await mailTables(database)
    .selectFrom('mail_receipt')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

/** What it says, and what that means; the subject of its thread says nothing, another one is judged with the words. */
function understood({ mail }: MailPorts, written: WrittenMail, thread: MailThread | undefined) {
  const subject =
    thread === undefined
      ? plainSubject(written.subject)
      : newSubject(written.subject, [thread.subject, mail.untitled])
  const text = thread === undefined ? written.text : withoutQuote(written.text)
  const files = written.files.map(({ name }) => name)
  const said = [subject, text].filter((part) => part !== '').join('\n\n')
  const whole = text === '' ? [subject, mail.empty].filter((part) => part !== '').join('\n\n') : said
  return {
    meaning: meaningOfMail({ subject, text, files }, mail.vocabulary),
    words: cutWords(whole, { characters: mostWords, note: mail.cut }),
  }
}

/** The count and the receipt stand or fall together; the receipt goes when the mail is out of its mailbox. */
async function showTheWay(ports: MailPorts, mail: PlacedMail): Promise<Result<void, 'mail-taken'>> {
  const { newId, runCommand } = ports
  const command = {
    name: 'feedback.show-the-way',
    subject: mailSource,
    principal: systemPrincipal('feedback'),
    correlationId: newId(),
    legal: false,
  }
  const shown = await runCommand(command, async (context) => {
    const at = { newId, database: context.tx, now: context.now }
    const written = await writeReceipt(at, mail, { outcome: 'elsewhere' })
    return written.ok ? countMisconduct(ports, context, mailSource) : written
  })
  return shown.ok || shown.code === 'mail-taken' ? (shown as Result<void, 'mail-taken'>) : accept(undefined)
}

interface Taking {
  readonly mail: PlacedMail
  readonly key: string
  readonly written: WrittenMail
  readonly words: string
  readonly files: SortedFiles
}

interface Once {
  readonly outcome: keyof typeof commandNames
  readonly issueId: string
  /** the issue in whose thread the mail is */
  readonly mailOf: string
  readonly taking: Taking
}

const commandNames = { filed: 'feedback.take-mail', added: 'feedback.supplement' } as const

/** Runs the work of a command that leaves a receipt; a mail with the same key was taken a moment ago. */
async function takeOnce(
  ports: MailPorts,
  { outcome, issueId, mailOf, taking }: Once,
  work: (context: CommandContext) => Promise<Result<unknown, FilingRefusal>>,
): Promise<Result<void, TakingRefusal>> {
  const { newId, runCommand } = ports
  const name = commandNames[outcome]
  const command = { name, subject: issueId, principal: anonymous, correlationId: newId(), legal: true }
  const taken = await runCommand(
    command,
    async (context): Promise<Result<null, TakingRefusal>> => {
      const worked = await work(context)
      if (!worked.ok) return worked
      const at = { newId, database: context.tx, now: context.now }
      const { mail, key, files } = taking
      const written = await writeReceipt(at, mail, { outcome, key, issueId: mailOf })
      if (!written.ok) return written
      await insertFiles(ports, context, { issueId, kept: files.kept })
      return accept(null)
    },
    (constraint) => (constraint === 'mail_receipt_once' ? refuse('mail-known') : undefined),
  )
  return taken.ok ? accept(undefined) : (taken as Result<void, TakingRefusal>)
}

async function file(
  ports: MailPorts,
  taking: Taking,
  { kind, topic }: { readonly kind: 'appeal' | 'suggestion' | 'complaint'; readonly topic: string },
) {
  const { written, words, mail, files } = taking
  const id = ports.newId()
  const filing = {
    id,
    kind,
    topic,
    words,
    name: written.name,
    noticedAt: mail.receivedAt.toISOString(),
    source: mailSource,
    intake: 'mail',
    askerId: null,
    recordedBy: null,
    isReachable: true,
  } as const
  return takeOnce(ports, { outcome: 'filed', issueId: id, mailOf: id, taking }, async (context) => {
    const filed = await fileIssue(ports, context, filing)
    if (!filed.ok) return filed
    const { head, messageId, subject } = written
    await mailTables(context.tx)
      .insertInto('issue_mail')
      .values({
        issue_id: id,
        address: head.from,
        subject: plainSubject(subject),
        message_id: messageId ?? null,
      })
      .execute()
    const { leftOut } = files
    await askForAnswer(ports, context, { issueId: id, mailOf: id, about: 'filed', version: 1, leftOut })
    return filed
  })
}

/** Adds to an issue; the words stand beside its event. Where something was left out, the sender is told. */
async function add(ports: MailPorts, taking: Taking, { issueId, mailOf }: MailThread) {
  const { words, files } = taking
  return takeOnce(ports, { outcome: 'added', issueId, mailOf, taking }, async (context) => {
    const row = await lockIssue(context, issueId)
    const moved = await moveIssue(ports, context, { row, wish: { type: 'supplement' } })
    if (!moved.ok) return moved
    const { version } = moved.value
    await feedbackTables(context.tx)
      .insertInto('issue_supplement')
      .values({ issue_id: issueId, version, words, mail_of: mailOf })
      .execute()
    const { leftOut } = files
    if (leftOut.length > 0)
      await askForAnswer(ports, context, { issueId, mailOf, about: 'added', version, leftOut })
    return moved
  })
}
