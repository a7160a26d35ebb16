/**
 * Which issue a mail goes on with: it answers one of our answers or an earlier mail of the same thread, or names the number
 * in its subject. Numbers follow each other and heads are easily written, so it also has to come from the address that the
 * issue came from.
 */

import { issueNumberIn } from '@guanjia/core/feedback'
import { findOpenOf } from './joined-mails.ts'
import type { MailPorts } from './mail-ports.ts'
import { mailTables } from './mail-tables.ts'
import { keyOfReference, type WrittenMail } from './written-mail.ts'

const ourId = /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/

/** Mails of one writer about one matter. */
export interface MailThread {
  /** the open issue that a mail adds to; another one than the writer's where the two were joined */
  readonly issueId: string
  /** the issue that the writer's first mail became */
  readonly mailOf: string
  /** plain subject of the first mail */
  readonly subject: string
}

/** The thread of a mail; undefined where it is new, or what it goes on with is over. */
export async function findThread(
  { database }: Pick<MailPorts, 'database'>,
  { head, subject, references }: Pick<WrittenMail, 'head' | 'subject' | 'references'>,
): Promise<MailThread | undefined> {
  const answers = references.flatMap((reference) => ourId.exec(reference)?.[1] ?? [])
  const keys = references.map(keyOfReference)
  const number = issueNumberIn(subject)
  if (answers.length + keys.length === 0 && number === undefined) return undefined
  const row = await mailTables(database)
    .selectFrom('issue_mail')
    .innerJoin('issue', 'issue.id', 'issue_mail.issue_id')
    .select(['issue.id', 'issue.situation', 'issue.state', 'issue_mail.subject'])
    .where('issue_mail.address', '=', head.from)
    .where(({ or, eb, selectFrom }) =>
      or([
        ...(number === undefined ? [] : [eb('issue.number', '=', number)]),
        ...(answers.length === 0
          ? []
          : [
              eb(
                'issue.id',
                'in',
                selectFrom('issue_mail_answer').select('mail_of').where('id', 'in', answers),
              ),
            ]),
        ...(keys.length === 0
          ? []
          : [
              eb(
                'issue.id',
                'in',
                selectFrom('mail_receipt')
                  .select('issue_id')
                  .where('key', 'in', keys)
                  .where('issue_id', 'is not', null)
                  .$narrowType<{ issue_id: string }>(),
              ),
            ]),
      ]),
    )
    .orderBy('issue.filed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const issueId = await findOpenOf(database, row)
  return issueId === undefined ? undefined : { issueId, mailOf: row.id, subject: row.subject }
}
