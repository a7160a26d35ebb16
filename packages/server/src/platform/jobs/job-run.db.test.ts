import { randomUUID } from 'node:crypto'
import { type TestDatabase, testDatabase } from '@guanjia/devkit/test-database'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Transaction } from '../database/database.ts'
import { type JobRun, runFenced, type TakenJob } from './job-run.ts'

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

/** Enqueues a job, under a key where one is given; the payload says who should be written to. */
async function aJob(recipient: string, key?: string): Promise<void> {
  await sql`
    select graphile_worker.add_job('write', ${JSON.stringify({ recipient })}::json, job_key => ${key ?? null}::text)
  `.execute(db.database)
}

/** Takes the one job that waits, as a worker of this pool does. */
async function take(pool: string): Promise<TakenJob> {
  const { rows } = await sql<TakenJob>`
    update graphile_worker._private_jobs set attempts = attempts + 1, locked_by = ${pool}, locked_at = clock_timestamp()
    where locked_by is null returning id::text, revision, attempts, locked_by, locked_at, payload`.execute(
    db.database,
  )
  const [job] = rows
  if (job === undefined) throw new Error('no job waits')
  return job
}

/** Ends the lease of a pool. */
async function free(pool: string): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(array[${pool}]::text[])`.execute(db.database)
}

function run(job: TakenJob, handler: (run: JobRun) => Promise<void>): Promise<void> {
  return runFenced(db.database, job, (_, jobRun) => handler(jobRun))
}

function writing(recipient: string) {
  return async ({ once }: JobRun) => void (await once('send', (tx) => leaveMark(tx, recipient)))
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
    await aJob('x')
    const [asleep, started] = [aSignal(), aSignal()]
    const sleeper = run(await take('frozen'), async (jobRun) => {
      started.give()
      await asleep.given
      await writing('sleeper')(jobRun)
    })
    await started.given
    await free('frozen')
    await run(await take('awake'), writing('successor'))
    asleep.give()
    await expect(sleeper).rejects.toThrow('was overtaken')
    expect(await marks()).toEqual(['successor'])
  })

  it('gives no fence to a run that slept before it took one, whether its successor runs or has finished', async () => {
    await aJob('x')
    const sleeper = await take('frozen')
    await free('frozen')
    const successor = await take('awake')
    await expect(run(sleeper, writing('too early'))).rejects.toThrow('was overtaken')
    await run(successor, writing('successor'))
    await expect(run(sleeper, writing('too late'))).rejects.toThrow('was overtaken')
    expect(await marks()).toEqual(['successor'])
  })

  it('tells two takings by one pool apart', async () => {
    await aJob('x')
    const sleeper = await take('pool')
    await free('pool')
    await sql`select pg_sleep(0.002)`.execute(db.database)
    await run(await take('pool'), writing('successor'))
    await expect(run(sleeper, writing('sleeper'))).rejects.toThrow('was overtaken')
    expect(await marks()).toEqual(['successor'])
  })

  it('completes job, fence and marks together, or none of them', async () => {
    await aJob('x')
    await db.asSuperuser(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$;
      create trigger refuse before delete on graphile_worker._private_jobs for each row execute function refuse()`)
    await expect(run(await take('killed'), writing('once'))).rejects.toThrow('power cut')
    await db.asSuperuser('drop trigger refuse on graphile_worker._private_jobs')
    await free('killed')
    await run(await take('awake'), writing('twice'))
    expect(await marks()).toEqual(['once'])
  })

  it('gives a job that replaces another one under its key effects of its own', async () => {
    await aJob('old', 'notice-1')
    const fails = run(await take('pool'), async (jobRun) => {
      await writing('old')(jobRun)
      throw new Error('no line')
    })
    await expect(fails).rejects.toThrow('no line')
    await free('pool')
    await aJob('new', 'notice-1')
    const replacement = await take('pool')
    expect(replacement.revision).toBe(1)
    await run(replacement, writing('new'))
    expect(await marks()).toEqual(['old', 'new'])
  })

  it('does not end a job that was replaced after its worker fell asleep', async () => {
    await aJob('old', 'notice-1')
    const asleep = aSignal()
    const sleeper = run(await take('frozen'), () => asleep.given)
    await free('frozen')
    await aJob('new', 'notice-1')
    asleep.give()
    await expect(sleeper).rejects.toThrow('was overtaken')
    expect((await take('awake')).payload).toEqual({ recipient: 'new' })
  })

  it('does the steps that were left when a run is repeated, and no step twice', async () => {
    await aJob('x')
    const dies = run(await take('killed'), async ({ once }) => {
      await once('first', (tx) => leaveMark(tx, 'first'))
      throw new Error('killed')
    })
    await expect(dies).rejects.toThrow('killed')
    await free('killed')
    const done: boolean[] = []
    await run(await take('awake'), async ({ once }) => {
      done.push(await once('first', (tx) => leaveMark(tx, 'first')))
      done.push(await once('second', (tx) => leaveMark(tx, 'second')))
    })
    expect(done).toEqual([false, true])
    expect(await marks()).toEqual(['first', 'second'])
  })

  it('undoes a step whose effect fails', async () => {
    await aJob('x')
    const fails = run(await take('pool'), async ({ once }) => {
      await once('send', async (tx) => {
        await leaveMark(tx, 'half')
        throw new Error('no line')
      })
    })
    await expect(fails).rejects.toThrow('no line')
    await free('pool')
    await run(await take('pool'), writing('whole'))
    expect(await marks()).toEqual(['whole'])
  })

  it('gives every run a higher number than all before it', async () => {
    const numbers: number[] = []
    const fenced = async ({ fence }: JobRun) => void numbers.push(fence)
    for (let job = 0; job < 3; job += 1) {
      await aJob('x')
      const fails = run(await take('pool'), async (jobRun) => {
        await fenced(jobRun)
        throw new Error('again')
      })
      await expect(fails).rejects.toThrow('again')
      await free('pool')
      await run(await take('pool'), fenced)
    }
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    expect(new Set(numbers).size).toBe(6)
  })
})
