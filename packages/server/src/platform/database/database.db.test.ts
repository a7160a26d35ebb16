import { testDatabase } from '@guanjia/devkit/test-database'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { isDatabaseAway } from './database-error.ts'

describe(openDatabase, () => {
  it('lives on when the database cuts every connection, idle or at work', async () => {
    await using db = await testDatabase()
    const lost: Error[] = []
    await using opened = openDatabase(
      { url: db.adminUrl, role: 'guanjia_app' },
      (error) => void lost.push(error),
    )
    const { database } = opened
    await Promise.all([1, 2, 3].map(() => sql`select 1`.execute(database)))
    const atWork = sql`select pg_sleep(20)`.execute(database).catch((error: unknown) => error)
    await sql`select 1`.execute(database)
    await db.asSuperuser(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
    expect(isDatabaseAway(await atWork)).toBe(true)
    await expect.poll(() => lost.length).toBeGreaterThan(0)
    // every dead connection that the pool has not noticed yet costs one query
    const answer = () => sql<{ n: number }>`select 1 as n`.execute(database).then(({ rows }) => rows[0]?.n)
    await expect.poll(() => answer().catch(() => 'away')).toBe(1)
  })

  it('gives a statement up that waits too long for a lock or takes too long, and its connection back', async () => {
    await using db = await testDatabase()
    const limits = { statementSeconds: 2, lockSeconds: 1, connections: 2 }
    await using opened = openDatabase({ url: db.adminUrl, role: 'guanjia_app', ...limits }, () => undefined)
    const lock = sql`select pg_advisory_xact_lock(1)`
    await db.database.transaction().execute(async (holder) => {
      await lock.execute(holder)
      const waiting = [1, 2, 3].map(() => opened.database.transaction().execute((tx) => lock.execute(tx)))
      for (const outcome of await Promise.allSettled(waiting)) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: { code: '55P03' } })
        expect(outcome.status === 'rejected' && isDatabaseAway(outcome.reason)).toBe(true)
      }
    })
    await expect(sql`select pg_sleep(30)`.execute(opened.database)).rejects.toMatchObject({ code: '57014' })
    expect((await sql`select 1`.execute(opened.database)).rows).toHaveLength(1)
  })

  it('sets limits where nobody names any', async () => {
    await using db = await testDatabase()
    const { rows } = await sql`
      select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`.execute(
      db.database,
    )
    expect(rows).toEqual([{ statement: '1min', lock: '10s' }])
  })

  it('gives bigint as number, date as its text, numeric as its text', async () => {
    await using db = await testDatabase()
    const { rows } = await sql`
      select 9007199254740991::bigint as big, date '2026-02-28' as day, 0.1::numeric as part,
             timestamptz '2026-02-28 08:00+08' as at`.execute(db.database)
    expect(rows).toEqual([
      { big: 9_007_199_254_740_991, day: '2026-02-28', part: '0.1', at: new Date('2026-02-28T00:00:00Z') },
    ])
    await expect(sql`select 9007199254740993::bigint`.execute(db.database)).rejects.toThrow('beyond')
  })
})
