import { type TestDatabase, testDatabase } from '@guanjia/devkit/test-database'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clockAhead } from './clock.ts'
import { openPool } from './database/database.ts'
import { createJobs } from './jobs/jobs.ts'

const hourMs = 3_600_000
let db: TestDatabase

beforeEach(async () => {
  db = await testDatabase()
})

afterEach(() => db.close())

describe(clockAhead, () => {
  it.each([2 * hourMs, -2 * hourMs])('is %i ms ahead in legal and in other matters', async (ahead) => {
    const clock = clockAhead(ahead)
    const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(db.database)
    const at = rows[0]?.at ?? new Date(0)
    const legal = await db.database.transaction().execute((tx) => clock.legalNow(tx))
    for (const told of [legal, clock.now(), clock.legalTime(at)])
      expect(Math.abs(told.getTime() - at.getTime() - ahead)).toBeLessThan(60_000)
    expect(clock.machineTime(clock.legalTime(at))).toEqual(at)
  })

  it('wakes a job when it shows the hour of the job, not when the machine does', async () => {
    const clock = clockAhead(-2 * hourMs)
    const pool = openPool({ url: db.adminUrl, role: 'guanjia_app' }, () => undefined)
    const jobs = createJobs({ database: db.database, pool, concurrency: 1, clock, log: () => undefined })
    const heard: string[] = []
    jobs.handle<{ word: string }>('say', async ({ word }) => void heard.push(word))
    const enqueue = (word: string, inMs: number) =>
      db.database
        .transaction()
        .execute((tx) => jobs.enqueue(tx, 'say', { word }, { runAt: new Date(clock.now().getTime() + inMs) }))
    try {
      await enqueue('due', -1_000)
      await enqueue('in an hour', hourMs)
      await jobs.drain()
      expect(heard).toEqual(['due'])
    } finally {
      await pool.end()
    }
  })
})
