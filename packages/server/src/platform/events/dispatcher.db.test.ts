import { testDatabase } from '@guanjia/devkit/test-database'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '../database/database.ts'
import { createDispatcher } from './dispatcher.ts'
import { createListener } from './listener.ts'
import { createOutbox } from './outbox.ts'

/** What one server process has of it. */
function aProcess(database: Database, url: string, name: string, heard: string[]) {
  const listener = createListener(url)
  const outbox = createOutbox(database, () => undefined)
  outbox.on('thing-happened', async ({ subject }) => void heard.push(`${name} ${subject}`))
  const dispatcher = createDispatcher({
    outbox,
    listener,
    notify: async (channel) => void (await sql`select pg_notify(${channel}, '')`.execute(database)),
    onFailure: () => undefined,
  })
  return { listener, outbox, dispatcher }
}

describe(createDispatcher, () => {
  it('delivers at once what its process emits, and soon what a process emits that then dies', async () => {
    await using db = await testDatabase()
    const heard: string[] = []
    const here = aProcess(db.database, db.adminUrl, 'here', heard)
    const there = aProcess(db.database, db.adminUrl, 'there', heard)
    await there.listener.start(there.dispatcher.start)
    const emit = (subject: string) =>
      db.database.transaction().execute((tx) =>
        here.outbox.store(tx, [{ type: 'thing-happened', subject, body: {} }], {
          correlationId: 'test',
          now: new Date(),
        }),
      )
    await emit('hinted')
    // not started: this process tells the others and delivers nothing itself
    here.dispatcher.wake()
    await expect.poll(() => heard, { timeout: 1_500 }).toEqual(['there hinted'])
    await emit('unhinted')
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['there hinted', 'there unhinted'])
    await there.dispatcher.stop()
    await Promise.all([here.dispatcher.stop(), here.listener.close(), there.listener.close()])
  })
})
