/**
 * Links by which a carrier answers one question: the token follows from a salt in the row and a key of the key folder, so
 * that a copy of the database opens none; it is good once, and not for long.
 */

import { createHash, createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Database } from '../../platform/database/database.ts'
import { readOrCreateSecret } from '../../platform/signing/index.ts'
import { openDayTables } from './open-day-tables.ts'

/** Makes links and makes them again. */
export interface AskLinks {
  readonly newSalt: () => string
  readonly urlOf: (salt: string) => string
  /** what of the link is kept in the table to find it by */
  readonly tokenHashOf: (salt: string) => string
}

const keyBytes = 32
/** 96 bits: short enough for a link that fits into one SMS */
const tokenBytes = 12

/** Links to pages under an origin; the key is made where there is none. */
export function openAskLinks(keyFolder: string, origin: string): AskLinks {
  const path = join(keyFolder, 'ask-links.key')
  const key = Buffer.from(
    readOrCreateSecret(path, () => randomBytes(keyBytes).toString('hex')),
    'hex',
  )
  const tokenOf = (salt: string) =>
    createHmac('sha256', key).update(salt).digest().subarray(0, tokenBytes).toString('base64url')
  return {
    newSalt: () => randomBytes(16).toString('hex'),
    urlOf: (salt) => `${origin}/ask/${tokenOf(salt)}`,
    tokenHashOf: (salt) => tokenHash(tokenOf(salt)),
  }
}

/** Hash under which a token is found. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** How a carrier is reached about a question that waits: the number of its session, and the link. */
export async function findCarrierContact(
  database: Database,
  links: AskLinks,
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
