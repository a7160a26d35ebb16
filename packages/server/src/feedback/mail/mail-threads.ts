/**
 * Which issue a mail goes on with: it answers one of our answers or an earlier mail of the same thread, or names the number
 * in its subject. Numbers follow each other and heads are easily written, so it also has to come from the address that the
 * issue came from.
 */

import { isOver, issueNumberIn } from '@guanjia/core/feedback'
import type { IssueRow } from '../store/feedback-tables.ts'
import type { MailPorts } from './mail-ports.ts'
import { mailTables } from './mail-tables.ts'
import { keyOfReference, type WrittenMail } from './written-mail.ts'

const ourId = /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/

/** The open issue that a mail adds to; undefined where it is new, or what it goes on with is over. */
export async function findThread(
  { database }: Pick<MailPorts, 'database'>,
  { head, subject, references }: Pick<WrittenMail, 'head' | 'subject' | 'references'>,
): Promise<Pick<IssueRow, 'id' | 'number'> | undefined> {
  const answers = references.flatMap((reference) => ourId.exec(reference)?.[1] ?? [])
  const keys = references.map(keyOfReference)
  const number = issueNumberIn(subject)
  if (answers.length + keys.length === 0 && number === undefined) return undefined
  const tables = mailTables(database)
  const row = await tables
    .selectFrom('issue_mail')
    .innerJoin('issue', 'issue.id', 'issue_mail.issue_id')
    .select(['issue.id', 'issue.number', 'issue.situation', 'issue.state'])
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
                selectFrom('issue_mail_answer').select('issue_id').where('id', 'in', answers),
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
  const { into } = row.state
  const found = into === null ? row : await findByNumber(tables, into)
  return found === undefined || isOver(found) ? undefined : { id: found.id, number: found.number }
}

/** The issue that one was joined with; its asker follows the other from then on. */
function findByNumber(tables: ReturnType<typeof mailTables>, number: string) {
  return tables
    .selectFrom('issue')
    .select(['id', 'number', 'situation'])
    .where('number', '=', number)
    .executeTakeFirst()
}
