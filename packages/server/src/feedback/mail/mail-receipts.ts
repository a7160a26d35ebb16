/**
 * What became of each mail, by its number in the mailbox: written in the transaction that takes it, so that a mail is taken
 * once whatever breaks between that and its mark in the mailbox.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { Database } from '../../platform/database/database.ts'
import type { ListedMail } from '../../platform/mailbox/mailbox.ts'
import type { MailPorts } from './mail-ports.ts'
import { type MailOutcome, type MailReceipt, mailTables } from './mail-tables.ts'

/** A mail of a mailbox. */
export interface PlacedMail extends ListedMail {
  readonly mailbox: string
  readonly uidValidity: number
}

/** What is written of a mail. */
export interface Receiving {
  readonly outcome: MailOutcome
  readonly reason?: string
  readonly key?: string
  readonly issueId?: string
}

type At = Pick<MailPorts, 'newId'> & { readonly database: Database; readonly now: Date }

/** Writes what becomes of a mail; refused where another run was first. */
export async function writeReceipt(
  { newId, database, now }: At,
  mail: PlacedMail,
  { outcome, reason, key, issueId }: Receiving,
): Promise<Result<void, 'mail-taken'>> {
  const became = {
    outcome,
    reason: reason ?? null,
    key: key ?? null,
    issue_id: issueId ?? null,
    taken_at: now,
  }
  const { mailbox, uidValidity: uid_validity, uid, size, receivedAt: arrived_at } = mail
  const written = await mailTables(database)
    .insertInto('mail_receipt')
    .values({
      id: newId(),
      mailbox,
      uid_validity,
      uid,
      size,
      arrived_at,
      attempts: 0,
      answered_at: null,
      settled_at: null,
      ...became,
    })
    .onConflict((conflict) =>
      conflict
        .constraint('mail_receipt_of_mail')
        .doUpdateSet(became)
        .where('mail_receipt.outcome', '=', 'waiting'),
    )
    .returning('id')
    .executeTakeFirst()
  return written === undefined ? refuse('mail-taken') : accept(undefined)
}

/** Notes that a mail was answered, before anything else can break. */
export async function noteAnswered(
  { database, clock }: Pick<MailPorts, 'database' | 'clock'>,
  { id }: Pick<MailReceipt, 'id'>,
): Promise<void> {
  await mailTables(database)
    .updateTable('mail_receipt')
    .set({ answered_at: clock.now() })
    .where('id', '=', id)
    .execute()
}

/** Notes that a mail could not be taken; after so many times it is set aside for people. */
export async function noteFailure(
  { newId, database, clock, mail: { limits } }: MailPorts,
  mail: PlacedMail,
  reason: string,
): Promise<void> {
  const at = { newId, database, now: clock.now() }
  await writeReceipt(at, mail, { outcome: 'waiting', reason })
  const receipt = await placedIn(database, mail).select(['id', 'attempts', 'outcome']).executeTakeFirst()
  if (receipt?.outcome !== 'waiting') return
  const attempts = receipt.attempts + 1
  const outcome = attempts < limits.attempts ? ('waiting' as const) : ('set-aside' as const)
  await mailTables(database)
    .updateTable('mail_receipt')
    .set({ attempts, outcome })
    .where('id', '=', receipt.id)
    .execute()
}

function placedIn(
  database: Database,
  { mailbox, uidValidity, uid }: Omit<PlacedMail, keyof ListedMail> & { uid: number },
) {
  return mailTables(database)
    .selectFrom('mail_receipt')
    .where('mailbox', '=', mailbox)
    .where('uid_validity', '=', uidValidity)
    .where('uid', '=', uid)
}

/** The mails of a mailbox of which something is still to be done. */
export function readUnsettled(
  { database }: Pick<MailPorts, 'database'>,
  { mailbox, uidValidity }: Pick<PlacedMail, 'mailbox' | 'uidValidity'>,
): Promise<readonly MailReceipt[]> {
  return mailTables(database)
    .selectFrom('mail_receipt')
    .selectAll()
    .where('mailbox', '=', mailbox)
    .where('uid_validity', '=', uidValidity)
    .where('settled_at', 'is', null)
    .orderBy('uid')
    .execute()
}

/** The highest number that was seen; 0 where none was. */
export async function highestSeen(
  { database }: Pick<MailPorts, 'database'>,
  { mailbox, uidValidity }: Pick<PlacedMail, 'mailbox' | 'uidValidity'>,
): Promise<number> {
  const row = await mailTables(database)
    .selectFrom('mail_receipt')
    .select(({ fn }) => fn.max('uid').as('uid'))
    .where('mailbox', '=', mailbox)
    .where('uid_validity', '=', uidValidity)
    .executeTakeFirst()
  return row?.uid ?? 0
}

/** Mails that wait under numbers of a mailbox as it was come again under new ones: the old numbers are forgotten. */
export async function forgetOldNumbers(
  { database }: Pick<MailPorts, 'database'>,
  { mailbox, uidValidity }: Pick<PlacedMail, 'mailbox' | 'uidValidity'>,
): Promise<void> {
  await mailTables(database)
    .deleteFrom('mail_receipt')
    .where('mailbox', '=', mailbox)
    .where('uid_validity', '!=', uidValidity)
    .where('outcome', 'in', ['waiting', 'set-aside', 'elsewhere'])
    .execute()
}
