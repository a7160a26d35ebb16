import { type TestDatabase, testDatabase } from '@guanjia/devkit/test-database'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPool } from '../database/database.ts'
import { renewLease } from './job-lease.ts'
import { createJobs, type Jobs } from './jobs.ts'

let db: TestDatabase

beforeEach(async () => {
  db = await testDatabase()
})

afterEach(() => db.close())

/** A job that a worker took some time ago and has not finished. */
async function takenJob(worker: string, secondsAgo: number): Promise<void> {
  await sql`select graphile_worker.add_job('count', '{"n": 1}'::json)`.execute(db.database)
  await db.asSuperuser(`
    update graphile_worker._private_jobs
    set locked_by = '${worker}', attempts = 1, locked_at = now() - interval '${secondsAgo} seconds'`)
}

async function holders(): Promise<readonly unknown[]> {
  const { rows } = await sql<{ locked_by: string | null }>`
    select locked_by from graphile_worker._private_jobs`.execute(db.database)
  return rows.map(({ locked_by }) => locked_by)
}

async function signs(): Promise<readonly string[]> {
  const { rows } = await sql<{ worker_id: string }>`select worker_id from job_worker`.execute(db.database)
  return rows.map(({ worker_id }) => worker_id)
}

describe(renewLease, () => {
  it('frees the job of a worker that was killed', async () => {
    await takenJob('dead', 31)
    expect(await renewLease(db.database, ['alive'])).toEqual(['dead'])
    expect(await holders()).toEqual([null])
  })

  it('frees the job of a worker that froze, and leaves it to one that gives signs of life', async () => {
    await takenJob('slow', 600)
    await renewLease(db.database, ['slow'])
    expect(await holders()).toEqual(['slow'])
    await db.asSuperuser("update guanjia.job_worker set seen_at = now() - interval '31 seconds'")
    expect(await renewLease(db.database, ['other'])).toEqual(['slow'])
    expect(await holders()).toEqual([null])
  })

  it('waits for a worker that has only just begun', async () => {
    await takenJob('new', 5)
    expect(await renewLease(db.database, [])).toEqual([])
  })
})

describe(createJobs, () => {
  it('runs the job of a dead worker', async () => {
    await takenJob('dead', 31)
    const pool = openPool({ url: db.adminUrl, role: 'guanjia_app' }, () => undefined)
    const jobs: Jobs = createJobs({ database: db.database, pool, concurrency: 2, log: () => undefined })
    const heard: unknown[] = []
    jobs.handle<{ n: number }>('count', async ({ n }) => void heard.push(n))
    try {
      await jobs.start()
      await expect.poll(() => heard, { timeout: 10_000 }).toEqual([1])
    } finally {
      await jobs.stop()
      await pool.end()
    }
  })

  it('keeps the job of a live process past the lease, and leaves no sign of life of one that stopped', async () => {
    await sql`select graphile_worker.add_job('count', '{}'::json)`.execute(db.database)
    const pool = openPool({ url: db.adminUrl, role: 'guanjia_app' }, () => undefined)
    const jobs: Jobs = createJobs({ database: db.database, pool, concurrency: 2, log: () => undefined })
    let runs = 0
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    jobs.handle('count', async () => {
      runs += 1
      await finished
    })
    try {
      await jobs.start()
      await expect.poll(() => runs, { timeout: 10_000 }).toBe(1)
      await expect.poll(signs).toHaveLength(1)
      // the job has run for longer than the lease; another process looks around
      const [holder] = await holders()
      await db.asSuperuser(
        "update graphile_worker._private_jobs set locked_at = now() - interval '31 seconds'",
      )
      expect(await renewLease(db.database, ['other'])).toEqual([])
      expect(await holders()).toEqual([holder])
    } finally {
      finish()
      await jobs.stop()
      await pool.end()
    }
    expect(await signs()).toEqual(['other'])
  })
})
