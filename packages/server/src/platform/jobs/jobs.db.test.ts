import { randomUUID } from 'node:crypto'
import { type TestDatabase, testDatabase } from '@guanjia/devkit/test-database'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPool, type Transaction } from '../database/database.ts'
import { createJobs, type JobRun, runFenced } from './jobs.ts'

let db: TestDatabase

beforeEach(async () => {
  db = await testDatabase()
})

afterEach(() => db.close())

async function leaveMark(tx: Transaction, recipient: string): Promise<void> {
  await sql`
    insert into sent_message (id, channel, recipient, subject, text, correlation_id, sent_at)
    values (${randomUUID()}, 'sms', ${recipient}, '', '', '-', clock_timestamp())`.execute(tx)
}

async function marks(): Promise<readonly string[]> {
  const { rows } = await sql<{
    recipient: string
  }>`select recipient from sent_message order by sent_at`.execute(db.database)
  return rows.map(({ recipient }) => recipient)
}

/** A run of a job that a test holds in its hand. */
function startRun(jobId: string, handler: (run: JobRun) => Promise<void>): Promise<void> {
  return runFenced(db.database, { jobId, attempt: 1, payload: {}, handler: (_, run) => handler(run) })
}

function aSignal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}

describe(runFenced, () => {
  it('denies its effect to a run that slept while another one took over', async () => {
    const asleep = aSignal()
    const started = aSignal()
    const sleeper = startRun('7', async (run) => {
      started.give()
      await asleep.given
      await run.once('send', (tx) => leaveMark(tx, 'sleeper'))
    })
    await started.given
    await startRun('7', async (run) => void (await run.once('send', (tx) => leaveMark(tx, 'successor'))))
    asleep.give()
    await expect(sleeper).rejects.toThrow('of job 7 was overtaken')
    expect(await marks()).toEqual(['successor'])
  })

  it('does the steps that were left when a run is repeated, and no step twice', async () => {
    const dies = startRun('8', async (run) => {
      await run.once('first', (tx) => leaveMark(tx, 'first'))
      throw new Error('killed')
    })
    await expect(dies).rejects.toThrow('killed')
    const done: boolean[] = []
    await startRun('8', async (run) => {
      done.push(await run.once('first', (tx) => leaveMark(tx, 'first')))
      done.push(await run.once('second', (tx) => leaveMark(tx, 'second')))
    })
    expect(done).toEqual([false, true])
    expect(await marks()).toEqual(['first', 'second'])
  })

  it('undoes a step whose effect fails', async () => {
    const fails = startRun('9', async (run) => {
      await run.once('send', async (tx) => {
        await leaveMark(tx, 'half')
        throw new Error('no line')
      })
    })
    await expect(fails).rejects.toThrow('no line')
    await startRun('9', async (run) => void (await run.once('send', (tx) => leaveMark(tx, 'whole'))))
    expect(await marks()).toEqual(['whole'])
  })

  it('gives every run a higher number than all before it', async () => {
    const numbers: number[] = []
    for (const jobId of ['1', '1', '2', '1'])
      await startRun(jobId, async ({ fence }) => void numbers.push(fence))
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    expect(new Set(numbers).size).toBe(4)
  })
})

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
})
