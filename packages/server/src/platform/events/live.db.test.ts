import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { testDatabase } from '@guanjia/devkit/test-database'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createListener } from './listener.ts'
import { createLive, type Live, type News, powersChangedOf } from './live.ts'

/** What a stream has said so far. */
function heardFrom(stream: NodeJS.ReadableStream): { text: () => string } {
  const parts: string[] = []
  stream.on('data', (part: Buffer) => void parts.push(part.toString('utf8')))
  return { text: () => parts.join('') }
}

function follow(
  live: Live,
  topics: readonly string[],
  topicsNow: () => Promise<readonly string[]> = async () => topics,
): Readable {
  const stream = live.follow({ name: topics[0] ?? '', topics, topicsNow })
  if (!stream.ok) throw new Error(stream.code)
  return stream.value
}

describe(createLive, () => {
  it('tells followers in another process, of their own topics, once the transaction has committed', async () => {
    await using db = await testDatabase()
    await using here = createListener(db.adminUrl)
    await using there = createListener(db.adminUrl)
    const [speaker, live] = [createLive(here), createLive(there)]
    await Promise.all([here.start(() => undefined), there.start(() => undefined)])
    const mine = heardFrom(follow(live, ['person:p1']))
    const theirs = heardFrom(follow(live, ['person:p2', 'role:registrar']))
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
    const mine = heardFrom(follow(live, ['person:p1']))
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

  it('asks who a follower is with every pulse, and sends away who is nobody any more', async () => {
    await using db = await testDatabase()
    await using listener = createListener(db.adminUrl)
    const live = createLive(listener, 20)
    await listener.start(() => undefined)
    let topics = ['person:p1', 'role:registrar']
    const stream = follow(live, topics, async () => topics)
    const mine = heardFrom(stream)
    await expect.poll(mine.text).toContain(': pulse')
    topics = ['person:p1']
    const asked = mine.text().length
    await expect.poll(() => mine.text().length).toBeGreaterThan(asked + 20)
    await db.database
      .transaction()
      .execute((tx) =>
        live.publish(
          tx,
          { topic: 'role:registrar', type: 'queue.grew', id: '1' },
          { topic: 'person:p1', type: 'case.decided', id: '2' },
        ),
      )
    await expect.poll(mine.text).toContain('case.decided')
    expect(mine.text()).not.toContain('queue.grew')
    const ended = once(stream, 'end')
    topics = []
    await ended
    live.close()
  })

  it('asks at once when powers change, and tells the browser nothing of it', async () => {
    await using db = await testDatabase()
    await using listener = createListener(db.adminUrl)
    const live = createLive(listener, 3_600_000)
    await listener.start(() => undefined)
    let topics = ['person:p1']
    const stream = follow(live, topics, async () => topics)
    const mine = heardFrom(stream)
    const ended = once(stream, 'end')
    topics = []
    await db.database.transaction().execute((tx) => live.publish(tx, powersChangedOf('p1')))
    await ended
    expect(mine.text()).toBe('retry: 3000\n\n')
    live.close()
  })

  it('keeps whom it cannot ask about, until it can', async () => {
    await using db = await testDatabase()
    await using listener = createListener(db.adminUrl)
    const live = createLive(listener, 20)
    let asked = 0
    const stream = follow(live, ['person:p1'], async () => {
      asked += 1
      if (asked < 3) throw new Error('the database is away')
      return []
    })
    const ended = once(stream, 'end')
    heardFrom(stream)
    await ended
    expect(asked).toBe(3)
    live.close()
  })

  it('holds twelve streams of one person and any number of others', async () => {
    await using db = await testDatabase()
    await using listener = createListener(db.adminUrl)
    const live = createLive(listener)
    const streams = Array.from({ length: 12 }, () => follow(live, ['person:p1']))
    const one = { topics: [], topicsNow: async () => [] }
    expect(live.follow({ ...one, name: 'person:p1' })).toMatchObject({ code: 'too-many-requests' })
    expect(live.follow({ ...one, name: 'person:p2' })).toMatchObject({ ok: true })
    streams[0]?.destroy()
    await expect.poll(() => live.follow({ ...one, name: 'person:p1' }).ok).toBe(true)
    live.close()
  })

  it('drops a reader who does not read', async () => {
    await using db = await testDatabase()
    await using listener = createListener(db.adminUrl)
    const live = createLive(listener)
    await listener.start(() => undefined)
    const stream = follow(live, ['person:p1'])
    const news = { topic: 'person:p1', type: 'case.decided', id: 'x'.repeat(7_000) }
    for (let told = 0; told < 6; told += 1)
      await db.database.transaction().execute((tx) => live.publish(tx, news))
    await expect.poll(() => stream.destroyed).toBe(true)
    live.close()
  })

  it('lives on after a notification that is no news', async () => {
    await using db = await testDatabase()
    await using listener = createListener(db.adminUrl)
    const live = createLive(listener)
    await listener.start(() => undefined)
    const mine = heardFrom(follow(live, ['person:p1']))
    const forged = { topic: 'person:p1', type: 'a\ndata: forged', id: '1' }
    for (const payload of ['', '{', 'null', '{"topic":1}', JSON.stringify(forged)])
      await sql`select pg_notify('guanjia_live', ${payload})`.execute(db.database)
    await db.database
      .transaction()
      .execute((tx) => live.publish(tx, { topic: 'person:p1', type: 'case.decided', id: '1' }))
    await expect.poll(mine.text).toBe('retry: 3000\n\nevent: case.decided\ndata: {"id":"1"}\n\n')
    live.close()
  })

  it('sends everybody away when they may have missed something', async () => {
    await using db = await testDatabase()
    await using listener = createListener(db.adminUrl)
    const live = createLive(listener)
    const stream = follow(live, ['person:p1'])
    heardFrom(stream)
    live.restart()
    await once(stream, 'end')
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
