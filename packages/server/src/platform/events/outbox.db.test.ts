import { randomUUID } from 'node:crypto'
import { type TestDatabase, testDatabase } from '@guanjia/devkit/test-database'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventDraft } from '../commands/command.ts'
import type { Transaction } from '../database/database.ts'
import { createOutbox, type Outbox } from './outbox.ts'

let db: TestDatabase
let failures: { subscriber: string }[]

beforeEach(async () => {
  db = await testDatabase()
  failures = []
})

afterEach(() => db.close())

function anOutbox(): Outbox {
  return createOutbox(db.database, (failed) => void failures.push(failed))
}

function anEvent(subject: string, number = 1): EventDraft {
  return { type: 'thing-happened', subject, body: { number } }
}

function store(outbox: Outbox, events: readonly EventDraft[]): Promise<void> {
  return db.database
    .transaction()
    .execute((tx) => outbox.store(tx, events, { correlationId: 'test', now: new Date() }))
}

/** An effect that can be counted: a row in a table. */
async function leaveMark(tx: Transaction, recipient: string, text = ''): Promise<void> {
  await sql`
    insert into sent_message (id, channel, recipient, subject, text, correlation_id, sent_at)
    values (${randomUUID()}, 'sms', ${recipient}, '', ${text}, '-', clock_timestamp())`.execute(tx)
}

async function marks(): Promise<readonly string[]> {
  const { rows } = await sql<{ mark: string }>`
    select recipient || text as mark from sent_message order by sent_at`.execute(db.database)
  return rows.map(({ mark }) => mark)
}

describe(createOutbox, () => {
  it('has each effect once while four workers deliver at the same time', async () => {
    const workers = Array.from({ length: 4 }, () => {
      const outbox = anOutbox()
      outbox.on('thing-happened', (event, tx) => leaveMark(tx, event.subject))
      return outbox
    })
    const subjects = Array.from({ length: 200 }, (_, index) => `subject-${index}`)
    const [first] = workers
    if (first !== undefined)
      await store(
        first,
        subjects.map((subject) => anEvent(subject)),
      )
    const delivered = await Promise.all(workers.map((worker) => worker.deliver()))
    expect(delivered.reduce((sum, one) => sum + one, 0)).toBe(200)
    expect((await marks()).toSorted()).toEqual(subjects.toSorted())
  })

  it('hands what waits of a type to a shared reaction at once and in order, after what reacts to single events', async () => {
    const outbox = anOutbox()
    const handed: string[][] = []
    outbox.onAll('thing-happened', async (events, tx) => {
      handed.push(events.map(({ subject }) => subject))
      await leaveMark(tx, 'all')
    })
    outbox.on('thing-happened', (event, tx) => leaveMark(tx, event.subject), 'single')
    await store(outbox, [anEvent('a'), anEvent('b'), anEvent('c')])
    expect(await outbox.deliver()).toBe(6)
    expect(handed).toEqual([['a', 'b', 'c']])
    expect(await marks()).toEqual(['a', 'b', 'c', 'all'])
  })

  it('hands events to a shared reaction one by one where it fails over one of them', async () => {
    const outbox = anOutbox()
    outbox.onAll('thing-happened', async (events, tx) => {
      for (const { subject } of events) {
        if (subject === 'bad') throw new Error('bad')
        await leaveMark(tx, subject)
      }
    })
    await store(outbox, [anEvent('a'), anEvent('bad'), anEvent('c')])
    await outbox.deliver()
    expect((await marks()).toSorted()).toEqual(['a', 'c'])
    expect(failures).toMatchObject([{ subscriber: 'thing-happened' }])
  })

  it('undoes the effect of a worker whose connection is cut, and has it once in the end', async () => {
    const outbox = anOutbox()
    let cut = true
    outbox.on('thing-happened', async (event, tx) => {
      await leaveMark(tx, event.subject)
      if (!cut) return
      cut = false
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await db.asSuperuser(`select pg_terminate_backend(${rows[0]?.pid ?? 0})`)
    })
    await store(outbox, [anEvent('s')])
    await outbox.deliver()
    await outbox.deliver()
    expect(await marks()).toEqual(['s'])
  })

  it('keeps the order of a subject while its first event fails, and lets other subjects pass', async () => {
    const outbox = anOutbox()
    let broken = true
    outbox.on('thing-happened', async ({ subject, body }, tx) => {
      if (broken && subject === 'a' && body['number'] === 1) throw new Error('not yet')
      await leaveMark(tx, subject, String(body['number']))
    })
    await store(outbox, [anEvent('a', 1), anEvent('a', 2), anEvent('b', 1)])
    await outbox.deliver()
    expect(await marks()).toEqual(['b1'])
    expect(failures).toMatchObject([{ subscriber: 'thing-happened', eventId: 1 }])
    broken = false
    await db.asSuperuser("update guanjia.outbox_delivery set next_at = '-infinity'")
    await outbox.deliver()
    expect(await marks()).toEqual(['b1', 'a1', 'a2'])
  })

  it('waits longer after every failure', async () => {
    const outbox = anOutbox()
    outbox.on('thing-happened', () => Promise.reject(new Error('away')))
    await store(outbox, [anEvent('a')])
    const pauses: number[] = []
    for (let tries = 1; tries <= 3; tries += 1) {
      await outbox.deliver()
      const { rows } = await sql<{ attempts: number; pause: number; last_error: string }>`
        select attempts, extract(epoch from next_at - clock_timestamp())::float8 as pause, last_error
        from outbox_delivery`.execute(db.database)
      expect(rows).toMatchObject([{ attempts: tries, last_error: 'away' }])
      pauses.push(Math.round(rows[0]?.pause ?? 0))
      await db.asSuperuser("update guanjia.outbox_delivery set next_at = '-infinity'")
    }
    expect(pauses).toEqual([1, 2, 4])
  })

  it('delivers one event to each of two reactions, whichever of them fails', async () => {
    const outbox = anOutbox()
    outbox.on('thing-happened', (_, tx) => leaveMark(tx, 'first'), 'one')
    outbox.on('thing-happened', () => Promise.reject(new Error('away')), 'two')
    await store(outbox, [anEvent('a')])
    expect(await outbox.deliver()).toBe(1)
    expect(await marks()).toEqual(['first'])
  })

  it('delivers to a reaction of the newer version what the older one stores, and not what was before', async () => {
    const [older, newer] = [anOutbox(), anOutbox()]
    newer.on('thing-happened', (event, tx) => leaveMark(tx, event.subject))
    await store(older, [anEvent('before')])
    await newer.register()
    await newer.register()
    await store(older, [anEvent('while both run')])
    await store(newer, [anEvent('afterwards')])
    expect(await older.deliver()).toBe(0)
    expect(await newer.deliver()).toBe(2)
    expect(await marks()).toEqual(['while both run', 'afterwards'])
  })

  it('stops between two batches when it is asked to, and leaves the rest for later', async () => {
    const outbox = anOutbox()
    let heard = 0
    outbox.on('thing-happened', async () => void (heard += 1))
    await store(
      outbox,
      Array.from({ length: 35 }, (_, index) => anEvent(`s${index}`)),
    )
    expect(await outbox.deliver(() => heard >= 15)).toBe(20)
    expect(await outbox.deliver()).toBe(15)
  })

  it('keeps nothing personal of the words of a failure', async () => {
    const outbox = anOutbox()
    outbox.on('thing-happened', () => Promise.reject(new Error('no line to 13900000001')))
    await store(outbox, [anEvent('a')])
    await outbox.deliver()
    const { rows } = await sql`select last_error from outbox_delivery`.execute(db.database)
    expect(rows).toEqual([{ last_error: 'no line to …' }])
  })

  it('does not take two reactions of one name', () => {
    const outbox = anOutbox()
    outbox.on('thing-happened', async () => undefined)
    expect(() => outbox.on('thing-happened', async () => undefined)).toThrow('two reactions are called')
  })
})
