import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Cluster, openCluster } from './cluster.ts'
import { findPostmaster, isAlive } from './postmaster.ts'

let folder: string
let open: Cluster[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guanjia-cluster-'))
  chmodSync(folder, 0o755)
  open = []
})

afterEach(async () => {
  for (const cluster of open) await cluster.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

async function start(): Promise<Cluster> {
  const cluster = await openCluster({ folder })
  open.push(cluster)
  return cluster
}

async function ask(url: string, question: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return Object.values((await client.query<Record<string, unknown>>(question)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

describe(openCluster, () => {
  it('ends up with one PostgreSQL for two that open a fresh folder at the same moment', async () => {
    const [first, second] = await Promise.all([start(), start()])
    expect(second.pid).toBe(first.pid)
    expect(await ask(second.adminUrl, 'show server_encoding')).toBe('UTF8')
    expect(await ask(second.adminUrl, 'show fsync')).toBe('on')
    expect(readdirSync(folder).toSorted()).toEqual(['postgres', 'postgres-password', 'postgres.log'])
    expect(statSync(join(folder, 'postgres-password')).mode & 0o777).toBe(0o600)
  })

  it('listens on this machine alone, and to nobody without the password', async () => {
    const { adminUrl } = await start()
    expect(await ask(adminUrl, 'show listen_addresses')).toBe('127.0.0.1')
    expect(await ask(adminUrl, 'show unix_socket_directories')).toBe('')
    const wrong = new URL(adminUrl)
    wrong.password = 'wrong'
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  it('comes back with everything that was committed after PostgreSQL was killed and its lock left lying', async () => {
    const first = await start()
    const mark = randomUUID()
    await ask(first.adminUrl, `create table mark as select '${mark}' as mark`)
    process.kill(first.pid, 'SIGKILL')
    await expect.poll(() => isAlive(first.pid)).toBe(false)
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(true)
    const second = await start()
    expect(second.pid).not.toBe(first.pid)
    expect(await ask(second.adminUrl, 'select mark from mark')).toBe(mark)
  })

  it('is not misled by a lock that names a stranger', async () => {
    const first = await start()
    const lock = join(folder, 'postgres/postmaster.pid')
    const left = readFileSync(lock, 'utf8')
    await first.stop()
    writeFileSync(lock, left.replace(/^\d+/, String(process.pid)))
    expect(findPostmaster(join(folder, 'postgres'))).toBeUndefined()
    const second = await start()
    expect(await ask(second.adminUrl, 'select 1')).toBe(1)
  })

  it('guards its PostgreSQL: a killed one is back at the same address', async () => {
    const cluster = await start()
    let restarts = 0
    cluster.guard(() => {
      restarts += 1
    })
    process.kill(cluster.pid, 'SIGKILL')
    await expect
      .poll(() => ask(cluster.adminUrl, 'select 1').catch(() => 'away'), { timeout: 20_000 })
      .toBe(1)
    expect(restarts).toBe(1)
  })

  it('leaves it running while somebody else uses it, and stops it with the last one', async () => {
    const [first, second] = [await start(), await start()]
    const user = new Client({ connectionString: second.adminUrl, application_name: 'guanjia' })
    await user.connect()
    await first.stop()
    expect(isAlive(first.pid)).toBe(true)
    await user.end()
    await second.stop()
    expect(isAlive(first.pid)).toBe(false)
  })
})
