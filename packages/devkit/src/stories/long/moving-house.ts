/**
 * A house whose days a story moves: the server with its pages over a database of its own, in a process of its own. It is
 * spoken to by messages; each is answered once it is done.
 */

import { join } from 'node:path'
import { publishFirstCatalogue } from '../../../../server/src/catalogue/index.ts'
import openPostgres from '../../postgres-global-setup.ts'
import { type TestApp, testApp } from '../../test-app/index.ts'
import type { PersonToBe } from '../../test-app/sign-in.ts'

/** What a story asks of the house. */
export type Wish =
  | { readonly ask: 'move'; readonly to: string }
  | { readonly ask: 'settle' }
  | { readonly ask: 'sign-in'; readonly person: PersonToBe }
  | { readonly ask: 'close' }

/** The answer: a session where one was asked for. */
export interface Granted {
  readonly cookie?: string
  readonly failure?: string
}

const pagesFolder = join(import.meta.dirname, '../../../../web/dist')
const patience = ['cases.look-at-clocks', 'projects.look-for-late-steps'] as const

async function open([port = '', now = '']: readonly string[]): Promise<void> {
  const closePostgres = openPostgres()
  const env = { GUANJIA_ORIGIN: `http://localhost:${port}`, GUANJIA_REQUESTS_PER_MINUTE: '0' }
  const house = await testApp({ now, env, pagesFolder })
  const principal = { kind: 'system' as const, name: 'story' }
  await publishFirstCatalogue(house.app.ports, { principal, name: 'system:story' })
  await house.app.http.listen({ host: '127.0.0.1', port: Number(port) })
  process.on('message', (wish: Wish) => {
    void grant(house, wish)
      .catch((error: unknown): Granted => ({ failure: String(error) }))
      .then(async (granted) => {
        process.send?.(granted)
        if (wish.ask !== 'close') return
        closePostgres()
        process.exit(0)
      })
  })
  process.send?.({})
}

async function grant(house: TestApp, wish: Wish): Promise<Granted> {
  if (wish.ask === 'sign-in') return { cookie: (await house.signIn(wish.person)).cookie }
  if (wish.ask === 'close') await house.close()
  if (wish.ask === 'settle') await house.settle()
  if (wish.ask === 'move') await move(house, wish.to)
  return {}
}

/** The day has come, and the clockwork has looked at it. */
async function move({ clock, ports, settle }: TestApp, to: string): Promise<void> {
  clock.set(to)
  const { database, jobs } = ports
  for (const job of patience) await database.transaction().execute((tx) => jobs.enqueue(tx, job, {}))
  await settle()
}

await open(process.argv.slice(2))
