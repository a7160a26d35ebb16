/**
 * Answers by mail. What goes to askers of the register is asked for in the transaction that gives the reason, and sent once
 * under its own id, to whoever wrote the mail that it answers; who is shown another way is answered at once, and their
 * address is kept nowhere.
 */

import type { IssueEventOf } from '@guanjia/core/feedback'
import { object, string } from 'zod'
import type { Transaction } from '../../platform/database/database.ts'
import { feedbackTables, type IssueRow } from '../store/feedback-tables.ts'
import { answerWords, leftOutWords, sizeText, wayWords } from './answer-words.ts'
import { findMailsAnswered, findReplyOfOther } from './joined-mails.ts'
import type { MailAnswer } from './mail-content.ts'
import type { MailPorts } from './mail-ports.ts'
import { type LeftOut, type MailTables, mailTables } from './mail-tables.ts'

const answerJob = 'feedback.answer-mail'
const toAnswer = object({ answerId: string() })
const told = ['feedback.replied', 'feedback.signposted'] as const
const dayMs = 86_400_000

type About = MailTables['issue_mail_answer']['about']

/** What is to be answered. */
export interface Answering {
  /** the issue that gives the reason */
  readonly issueId: string
  /** the issue whose mail is answered */
  readonly mailOf: string
  readonly about: About
  /** its version */
  readonly version: number
  readonly leftOut: readonly LeftOut[]
}

interface At {
  readonly tx: Transaction
  readonly now: Date
}

/** Has an answer sent once the transaction has committed; one to the same mail about the same version is asked for once. */
export async function askForAnswer(
  { newId, jobs }: Pick<MailPorts, 'newId' | 'jobs'>,
  { tx, now }: At,
  { issueId, mailOf, about, version, leftOut }: Answering,
): Promise<void> {
  const answer = await mailTables(tx)
    .insertInto('issue_mail_answer')
    .values({
      id: newId(),
      issue_id: issueId,
      mail_of: mailOf,
      about,
      version,
      left_out: JSON.stringify(leftOut),
      asked_at: now,
      sent_at: null,
    })
    .onConflict((conflict) => conflict.columns(['issue_id', 'version', 'mail_of']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (answer !== undefined) await jobs.enqueue(tx, answerJob, { answerId: answer.id })
}

/** Subscribes to what askers by mail wait for, and sends. */
export function sendMailAnswers(ports: MailPorts): void {
  const { outbox, jobs, clock } = ports
  for (const type of told)
    outbox.on(
      type,
      async ({ subject: issueId, body }, tx) => {
        const about = type === 'feedback.replied' ? ('replied' as const) : ('signposted' as const)
        const asked = { issueId, about, version: Number(body['version']), leftOut: [] }
        for (const mailOf of await findMailsAnswered(tx, issueId))
          await askForAnswer(ports, { tx, now: clock.now() }, { ...asked, mailOf })
      },
      `feedback.mail-${type}`,
    )
  outbox.on(
    'feedback.merged',
    async ({ subject: merged }, tx) => {
      const reply = await findReplyOfOther(tx, merged)
      if (reply === undefined) return
      const asked = { ...reply, about: 'replied' as const, leftOut: [] }
      for (const mailOf of await findMailsAnswered(tx, merged))
        await askForAnswer(ports, { tx, now: clock.now() }, { ...asked, mailOf })
    },
    'feedback.mail-feedback.merged',
  )
  jobs.handle(answerJob, async (payload, run) => {
    const { answerId } = toAnswer.parse(payload)
    const isSent = await send(ports, answerId)
    if (!isSent) return
    await run.once('sent', async (tx) => {
      await mailTables(tx)
        .updateTable('issue_mail_answer')
        .set({ sent_at: clock.now() })
        .where('id', '=', answerId)
        .execute()
    })
  })
}

/** Whether it went out now: not a second time, and not to an address that had enough answers. */
async function send(ports: MailPorts, answerId: string): Promise<boolean> {
  const { sendMessage, connected, mail } = ports
  const answer = await findUnsent(ports, answerId)
  if (answer === undefined) return false
  const { about, address, number } = answer
  if (isAutomatic(about) && (await isAnsweredEnough(ports, address))) return false
  const subject = mail.subject.replace('{subject}', () => answer.subject || mail.untitled)
  await sendMessage({
    id: answerId,
    channel: 'mail',
    recipient: address,
    subject: `${subject} [${number}]`,
    text: answerWords(mail, wordingOf(answer), await valuesOf(ports, answer)),
    correlationId: answerId,
    answers: { messageId: answer.message_id ?? undefined, replyTo: connected.mailbox.address },
  })
  return true
}

/** An answer with the mail that it answers, and with where the issue stands that gives the reason. */
function findUnsent({ database }: MailPorts, answerId: string) {
  return mailTables(database)
    .selectFrom('issue_mail_answer')
    .innerJoin('issue_mail', 'issue_mail.issue_id', 'issue_mail_answer.mail_of')
    .innerJoin('issue as own', 'own.id', 'issue_mail_answer.mail_of')
    .innerJoin('issue as reason', 'reason.id', 'issue_mail_answer.issue_id')
    .select([
      'about',
      'left_out',
      'address',
      'subject',
      'message_id',
      'mail_of',
      'issue_mail_answer.issue_id',
    ])
    .select(['own.number', 'reason.state'])
    .where('issue_mail_answer.id', '=', answerId)
    .where('sent_at', 'is', null)
    .executeTakeFirst()
}

/** Whether an answer goes out by itself, without a person having said something. */
function isAutomatic(about: About): boolean {
  return about === 'filed' || about === 'added'
}

type Answered = Pick<IssueRow, 'number' | 'state'> & {
  readonly about: About
  readonly left_out: readonly LeftOut[]
  readonly mail_of: string
  readonly issue_id: string
}

/** The asker of the issue that another one was joined with has the last word about both. */
function wordingOf({ about, mail_of, issue_id }: Answered): MailAnswer {
  return about === 'replied' && mail_of !== issue_id ? 'replied-joined' : about
}

/** What is filled into the words of an answer: number, page and code of the reader's own issue. */
async function valuesOf(ports: MailPorts, { mail_of, issue_id, number, state, about, left_out }: Answered) {
  const way = about === 'signposted' ? await findWay(ports, issue_id) : undefined
  return {
    number,
    url: `${ports.origin}/voice/${number}`,
    code: ports.followCodes.codeOf(mail_of),
    left: leftOutWords(ports.mail, left_out),
    words: way?.reason ?? state.reply?.words ?? '',
    way: wayOf(ports.content, way?.ground, 'zh-CN'),
    'way-en': wayOf(ports.content, way?.ground, 'en'),
  }
}

/** Whether an address had so many automatic answers within a day that another one looks like a loop. */
async function isAnsweredEnough({ database, clock, mail }: MailPorts, address: string): Promise<boolean> {
  const since = new Date(clock.now().getTime() - dayMs)
  const { count } = await mailTables(database)
    .selectFrom('issue_mail_answer')
    .innerJoin('issue_mail', 'issue_mail.issue_id', 'issue_mail_answer.mail_of')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('address', '=', address)
    .where('about', 'in', ['filed', 'added'])
    .where('sent_at', '>', since)
    .executeTakeFirstOrThrow()
  return count >= mail.limits.answersADay
}

async function findWay({ database }: MailPorts, issueId: IssueRow['id']) {
  const event = await feedbackTables(database)
    .selectFrom('issue_event')
    .select('body')
    .where('issue_id', '=', issueId)
    .where('type', '=', 'signposted')
    .executeTakeFirstOrThrow()
  return event.body as IssueEventOf<'signposted'>
}

function wayOf(
  { grounds }: MailPorts['content'],
  ground: string | undefined,
  language: 'zh-CN' | 'en',
): string {
  return grounds.find(({ id }) => id === ground)?.where[language] ?? ''
}

/** An answer to somebody of whom nothing is kept. */
export interface DirectAnswer {
  /** the same id is sent once */
  readonly id: string
  readonly about: 'elsewhere' | 'too-large'
  readonly to: { readonly address: string; readonly messageId: string | undefined }
  readonly size: number
}

/** Answers at once; the subject of the mail is not repeated, as our mail server may keep what goes out. */
export async function answerDirectly(ports: MailPorts, { id, about, to, size }: DirectAnswer): Promise<void> {
  const { mail, intakeOrigin, connected, sendMessage } = ports
  const text = answerWords(mail, about, {
    way: wayWords(mail, intakeOrigin, 'zh-CN'),
    'way-en': wayWords(mail, intakeOrigin, 'en'),
    size: sizeText(size),
    limit: sizeText(mail.limits.mailBytes),
  })
  await sendMessage({
    id,
    channel: 'mail',
    recipient: to.address,
    subject: mail.subject.replace('{subject}', () => mail.untitled),
    text,
    correlationId: id,
    answers: { messageId: to.messageId, replyTo: connected.mailbox.address },
  })
}
