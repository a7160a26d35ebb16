/**
 * Whether Chinese works in a database. Under the locale C everything looks fine and every search for a Chinese name
 * silently finds nothing, so a server refuses to start there.
 */

import type { ClientBase } from 'pg'

/** What the database says about itself. */
interface Letters {
  readonly encoding: string
  readonly letter: boolean
  readonly version: number
}

/** Throws, with a sentence for the administrator, where the database cannot hold this platform. */
export async function demandChinese(client: Pick<ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<Letters>(`
    select current_setting('server_encoding') as encoding,
           U&'\\9752' ~ '[[:alpha:]]' as letter,
           current_setting('server_version_num')::int as version`)
  const found = rows[0]
  if (found === undefined) throw new Error('The database gave no answer about its letters.')
  if (found.version < 150_000) {
    throw new Error(
      `The database is PostgreSQL ${Math.floor(found.version / 10_000)}; Guanjia needs 15 or newer.`,
    )
  }
  if (found.encoding !== 'UTF8' || !found.letter) {
    throw new Error(
      `The database has the encoding ${found.encoding} and a locale in which 青 is not a letter: a search for a ` +
        'Chinese name would silently find nothing. Make a database with ENCODING UTF8 and LOCALE C.UTF-8 ' +
        '(from template0) and point DATABASE_URL to it. Nothing was changed.',
    )
  }
}
