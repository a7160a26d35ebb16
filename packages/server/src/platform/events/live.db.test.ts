import { testDatabase } from '@guanjia/devkit/test-database'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createListener } from './listener.ts'
import { createLive, type News } from './live.ts'

/** What a stream has said so far. */
function heardFrom(stream: NodeJS.ReadableStream): { text: () => string } {
  const parts: string[] = []
  stream.on('data', (part: Buffer) => void parts.push(part.toString('utf8')))
  return { text: () => parts.join('') }
}

describe(createLive, () => {
  it('tells followers in another process, of their own topics, once the transaction has committed', async () => {
    await using db = await testDatabase()
    await using here = createListener(db.adminUrl)
    await using there = createListener(db.adminUrl)
    const [speaker, live] = [createLive(here), createLive(there)]
    await Promise.all([here.start(() => undefined), there.start(() => undefined)])
    const mine = heardFrom(live.follow(['person:p1']))
    const theirs = heardFrom(live.follow(['person:p2', 'role:registrar']))
    const publish = (news: News) => db.database.transaction().execute((tx) => speaker.publish(tx, news))

    const undone = db.database.transaction().execute(async (tx) => {
      await speaker.publish(tx, { topic: 'person:p1', type: 'case.decided', id: 'QG26-000000-X' })
      throw new Error('rolled back')
    })
    await expect(undone).rejects.toThrow('rolled back')
    await publish({ topic: 'person:p1', type: 'case.decided', id: 'QG26-040017-X' })
    await publish({ topic: 'role:registrar', type: 'queue.grew', id: 'QG26-040018-Y' })

    await expect.poll(theirs.text).toBe('retry: 3000\n\nevent: queue.grew\ndata: {"id":"QG26-040018-Y"}\n\n')
    expect(mine.text()).toBe('retry: 3000\n\nevent: case.decided\ndata: {"id":"QG26-040017-X"}\n\n')
    live.close()
    speaker.close()
  })

  it('hears again after the connection was cut', async () => {
    await using db = await testDatabase()
    await using listener = createListener(db.adminUrl)
    const live = createLive(listener)
    let connected = 0
    await listener.start(() => {
      connected += 1
    })
    const mine = heardFrom(live.follow(['person:p1']))
    await db.asSuperuser(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen%'`)
    await expect.poll(() => connected, { timeout: 10_000 }).toBe(2)
    await db.database
      .transaction()
      .execute((tx) => live.publish(tx, { topic: 'person:p1', type: 'case.decided', id: '1' }))
    await expect.poll(mine.text).toContain('event: case.decided')
    live.close()
  })

  it('refuses news that would not fit a notification', async () => {
    await using db = await testDatabase()
    await using listener = createListener(db.adminUrl)
    const live = createLive(listener)
    const news = { topic: 'person:p1', type: 'case.decided', id: '字'.repeat(2_700) }
    const told = db.database.transaction().execute((tx) => live.publish(tx, news))
    await expect(told).rejects.toThrow('news carries ids only')
    live.close()
  })
})

describe(createListener, () => {
  it('does not hold a closing process back', async () => {
    await using db = await testDatabase()
    const listener = createListener(db.adminUrl)
    await listener.start(() => undefined)
    await listener.close()
    const { rows } =
      await sql`select from pg_stat_activity where datname = current_database() and query like 'listen%'`.execute(
        db.database,
      )
    expect(rows).toEqual([])
  })
})
