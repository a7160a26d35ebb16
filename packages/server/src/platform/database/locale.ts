/**
 * Whether Chinese works in a database. Under the locale C everything looks fine and every search for a Chinese name
 * silently finds nothing, so a server refuses to start there.
 */

import type { ClientBase } from 'pg'

type Question = Pick<ClientBase, 'query'>

/** Throws, with a sentence for the administrator, where the database cannot hold this platform. */
export async function demandChinese(client: Question): Promise<void> {
  const { rows } = await client.query<{ encoding: string; version: number }>(`
    select current_setting('server_encoding') as encoding, current_setting('server_version_num')::int as version`)
  const { encoding = 'unknown', version = 0 } = rows[0] ?? {}
  if (version < 150_000) {
    throw new Error(`The database is PostgreSQL ${Math.floor(version / 10_000)}; Guanjia needs 15 or newer.`)
  }
  if (encoding === 'UTF8' && (await knowsLetters(client))) return
  throw new Error(
    `The database has the encoding ${encoding} and a locale in which 青 is not a letter: a search for a ` +
      'Chinese name would silently find nothing. Make a database with ENCODING UTF8 and LOCALE C.UTF-8 ' +
      '(from template0) and point DATABASE_URL to it. Nothing was changed.',
  )
}

async function knowsLetters(client: Question): Promise<boolean> {
  const { rows } = await client.query<{ letter: boolean }>("select '青' ~ '[[:alpha:]]' as letter")
  return rows[0]?.letter === true
}
