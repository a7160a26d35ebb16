/**
 * A house that dies when its database connections are cut, and is opened again over the same database with nothing left of
 * what it had in mind.
 */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type App, createApp } from '../../../server/src/app.ts'
import { publishFirstCatalogue } from '../../../server/src/catalogue/index.ts'
import { readConfig } from '../../../server/src/config.ts'
import { openResources, type Resources } from '../../../server/src/platform/resources.ts'
import { type FakeClock, fakeClock } from '../fake-clock/index.ts'
import { signIn } from '../test-app/sign-in.ts'
import { testDatabase } from '../test-database/index.ts'
import { type CuttingProxy, cuttingProxy } from './cutting-proxy.ts'

/** The people of a life. */
export const people = {
  owner: { name: '林海宁', identityNumber: '370214198804120016' },
  clerk: { name: '孙晓', identityNumber: 'clerk-1', roles: ['clerk'] },
  housing: { name: '冯雨晴', identityNumber: 'housing-1', roles: ['reviewer'], authorities: ['housing'] },
  approval: {
    name: '郑思远',
    identityNumber: 'approval-1',
    roles: ['reviewer'],
    authorities: ['approval-service'],
  },
  head: {
    name: '蒋国平',
    identityNumber: 'head-1',
    roles: ['department-head'],
    authorities: ['housing'],
  },
} as const

/** Somebody of them. */
export type Who = keyof typeof people

/** A request of somebody. */
export interface Request {
  readonly who: Who
  readonly method?: 'GET' | 'POST' | 'PATCH'
  readonly url: string
  readonly body?: object
  readonly key?: string
}

/** What came back. */
export interface Answer {
  readonly status: number
  readonly text: string
}

/** The house, the way to its database, and a look past it. */
export interface MortalHouse extends AsyncDisposable {
  readonly clock: FakeClock
  readonly proxy: CuttingProxy
  /** sends; undefined where the house died over it */
  readonly send: (request: Request) => Promise<Answer | undefined>
  /** delivers what waits in the outbox; false where the house died over it */
  readonly deliver: () => Promise<boolean>
  /** opens the house again */
  readonly reopen: () => Promise<void>
  /** time passes for what waits to be tried again, and everything is done that is left to do */
  readonly heal: () => Promise<void>
  /** asks the database itself */
  readonly ask: <Row>(statement: string) => Promise<readonly Row[]>
}

/** Builds it over a database of its own. */
export async function mortalHouse(now: string): Promise<MortalHouse> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guanjia-crash-'))
  const db = await testDatabase()
  const proxy = await cuttingProxy(db.adminUrl)
  const clock = fakeClock(now)
  const direct = new Client({ connectionString: db.adminUrl, options: '-c search_path=guanjia,public' })
  await direct.connect()
  let open = await openHouse(proxy.url, dataFolder, clock)
  const principal = { kind: 'system' as const, name: 'simulator' }
  await publishFirstCatalogue(open.app.ports, { principal, name: 'system:simulator' })
  const cookies = new Map<Who, Readonly<Record<string, string>>>()
  for (const [who, person] of Object.entries(people))
    cookies.set(who as Who, (await signIn(db.database, person, clock.now())).cookies)
  const ask = async <Row>(statement: string) => (await direct.query(statement)).rows as Row[]
  const reopen = async () => {
    await closeHouse(open)
    open = await openHouse(proxy.url, dataFolder, clock)
  }
  return {
    clock,
    proxy,
    ask,
    reopen,
    send: ({ who, method = 'POST', url, body, key }) =>
      whileAlive(async () => {
        const headers = key === undefined ? {} : { 'idempotency-key': key }
        const request = { method, url, headers, cookies: { ...cookies.get(who) } }
        return open.app.http.inject({ ...request, ...(body === undefined ? {} : { body }) })
      }),
    deliver: async () => (await whileAlive(() => open.resources.outbox.deliver())) !== undefined,
    heal: async () => {
      await ask('update outbox_delivery set next_at = clock_timestamp() where delivered_at is null')
      await open.app.settle()
    },
    [Symbol.asyncDispose]: async () => {
      await closeHouse(open)
      await direct.end()
      await proxy[Symbol.asyncDispose]()
      await db.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

interface OpenHouse {
  readonly app: App
  readonly resources: Resources
}

async function openHouse(url: string, dataFolder: string, clock: FakeClock): Promise<OpenHouse> {
  const env = {
    GUANJIA_DATA: dataFolder,
    GUANJIA_LOG_LEVEL: 'silent',
    GUANJIA_DISK_RESERVE_MB: '0',
    GUANJIA_IDENTITY_ISSUER: 'http://localhost:9',
    GUANJIA_IDENTITY_CLIENT_SECRET: 'test',
    GUANJIA_IDENTITY_ASSURANCE: 'face=face',
  }
  const { config, secrets } = readConfig(env, { demonstration: false, simulated: true })
  const address = { url, role: 'guanjia_app' as const, connections: 4 }
  const resources = await openResources({ ...config, logFile: undefined, address, clock })
  const leadDesk = { url, role: 'guanjia_leads_desk' as const, connections: 1 }
  const app = await createApp({ config, secrets, resources, leadDesk })
  await app.http.ready()
  return { app, resources }
}

async function closeHouse({ app, resources }: OpenHouse): Promise<void> {
  await app.close()
  await resources[Symbol.asyncDispose]()
}

/** What a dead house throws is nobody's answer. */
async function whileAlive<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}
