import { type TestDatabase, testDatabase } from '@guanjia/devkit/test-database'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPool } from '../database/database.ts'
import { createJobs } from './jobs.ts'

let db: TestDatabase

beforeEach(async () => {
  db = await testDatabase()
})

afterEach(() => db.close())

describe(createJobs, () => {
  it('runs what was enqueued in a committed transaction and forgets what was rolled back', async () => {
    const pool = openPool({ url: db.adminUrl, role: 'guanjia_app' }, () => undefined)
    const jobs = createJobs({ database: db.database, pool, concurrency: 2, log: () => undefined })
    const heard: unknown[] = []
    jobs.handle<{ n: number }>('count', async ({ n }) => void heard.push(n))
    try {
      await db.database.transaction().execute((tx) => jobs.enqueue(tx, 'count', { n: 1 }))
      const rolledBack = db.database.transaction().execute(async (tx) => {
        await jobs.enqueue(tx, 'count', { n: 2 })
        throw new Error('rolled back')
      })
      await expect(rolledBack).rejects.toThrow('rolled back')
      await db.database.transaction().execute(async (tx) => {
        await jobs.enqueue(tx, 'count', { n: 3 }, { key: 'k' })
        await jobs.enqueue(tx, 'count', { n: 4 }, { key: 'k' })
        await jobs.enqueue(tx, 'count', { n: 5 }, { runAt: new Date('2099-01-01') })
      })
      await jobs.drain()
      expect(heard.toSorted()).toEqual([1, 4])
    } finally {
      await pool.end()
    }
  })

  it('enqueues many in one statement, takes the one due earliest first, and puts none off', async () => {
    const pool = openPool({ url: db.adminUrl, role: 'guanjia_app' }, () => undefined)
    const jobs = createJobs({ database: db.database, pool, concurrency: 1, log: () => undefined })
    const heard: unknown[] = []
    jobs.handle<{ n: number }>('count', async ({ n }) => void heard.push(n))
    const due = (n: number, day: string) => ({ payload: { n }, key: `k${n}`, dueSince: new Date(day) })
    try {
      await db.database.transaction().execute(async (tx) => {
        await jobs.enqueueAll(tx, 'count', [due(3, '2099-01-01'), due(2, '2026-03-02'), due(1, '2026-03-01')])
        await jobs.enqueueAll(tx, 'count', [due(3, '2099-01-01')])
        await jobs.enqueueAll(tx, 'count', [])
      })
      await jobs.drain()
      expect(heard).toEqual([1, 2, 3])
    } finally {
      await pool.end()
    }
  })

  it('begins no job while it is paused, and goes on afterwards', async () => {
    const pool = openPool({ url: db.adminUrl, role: 'guanjia_app' }, () => undefined)
    const jobs = createJobs({ database: db.database, pool, concurrency: 2, log: () => undefined })
    const heard: unknown[] = []
    jobs.handle<{ n: number }>('count', async ({ n }) => void heard.push(n))
    const enqueue = (n: number) => db.database.transaction().execute((tx) => jobs.enqueue(tx, 'count', { n }))
    try {
      await jobs.start()
      await enqueue(1)
      await expect.poll(() => heard, { timeout: 10_000 }).toEqual([1])
      await jobs.pause()
      await enqueue(2)
      await new Promise((resolve) => setTimeout(resolve, 2_500))
      expect(heard).toEqual([1])
      await jobs.resume()
      await expect.poll(() => heard, { timeout: 10_000 }).toEqual([1, 2])
    } finally {
      await jobs.stop()
      await pool.end()
    }
  })

  it('leaves nothing of a job behind that was done', async () => {
    const pool = openPool({ url: db.adminUrl, role: 'guanjia_app' }, () => undefined)
    const jobs = createJobs({ database: db.database, pool, concurrency: 2, log: () => undefined })
    jobs.handle('note', async (_, { once }) => void (await once('note', async () => undefined)))
    try {
      await db.database.transaction().execute((tx) => jobs.enqueue(tx, 'note', {}))
      await jobs.drain()
      for (const table of ['graphile_worker.jobs', 'job_fence', 'job_effect']) {
        const { rows } = await sql`select 1 from ${sql.raw(table)}`.execute(db.database)
        expect([table, rows.length]).toEqual([table, 0])
      }
    } finally {
      await pool.end()
    }
  })
})
