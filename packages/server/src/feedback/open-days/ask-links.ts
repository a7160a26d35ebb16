/**
 * Links by which a carrier answers one question: good once, and not for long.
 */

import type { Database } from '../../platform/database/database.ts'
import type { SecretLinks } from '../../platform/secret-links.ts'
import { openDayTables } from './open-day-tables.ts'

/** How a carrier is reached about a question that waits: the number of its session, and the link. */
export async function findCarrierContact(
  database: Database,
  links: SecretLinks,
  questionId: string,
): Promise<{ readonly phone: string; readonly url: string } | undefined> {
  const row = await openDayTables(database)
    .selectFrom('open_day_question')
    .innerJoin('open_day_session', 'open_day_session.id', 'open_day_question.session_id')
    .select(['phone', 'link_salt'])
    .where('open_day_question.id', '=', questionId)
    .where('link_used_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined || row.phone === null || row.link_salt === null) return undefined
  return { phone: row.phone, url: links.urlOf(row.link_salt) }
}
