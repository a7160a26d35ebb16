/**
 * The whole house over a test database, without a network: requests go in by `as(person)`, time stands where the test
 * put it, and what other rooms do in answer happens at `settle`.
 *
 * @example
 * await using app = await testApp({ now: '2026-03-02T01:00:00Z' })
 * const wang = await app.signIn({ name: '王小青' })
 * const answer = await wang.post('/api/registration/applications', { … })
 */

import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, createApp } from '../../../server/src/app.ts'
import { readConfig } from '../../../server/src/config.ts'
import type { Database } from '../../../server/src/platform/database/database.ts'
import type { InnerRequest, InnerResponse } from '../../../server/src/platform/http/http.ts'
import type { Ports } from '../../../server/src/platform/ports.ts'
import { openResources } from '../../../server/src/platform/resources.ts'
import { type FakeClock, fakeClock } from '../fake-clock/index.ts'
import { type TestDatabase, testDatabase } from '../test-database/index.ts'
import { runFolder } from '../test-database/run-folder.ts'
import { type PersonToBe, signIn } from './sign-in.ts'

/** What a browser with a session can send. */
export interface Browser {
  /** id of the person signed in, empty for nobody */
  readonly personId: string
  /** the session as a `cookie` header */
  readonly cookie: string
  readonly get: (url: string) => Promise<InnerResponse>
  /** sends JSON with a fresh idempotency key, or the one given */
  readonly post: (url: string, body?: unknown, key?: string) => Promise<InnerResponse>
  readonly send: (request: InnerRequest) => Promise<InnerResponse>
}

/** The house under test. */
export interface TestApp extends AsyncDisposable {
  readonly app: App
  /** the doors as the rooms are handed them */
  readonly ports: Ports
  readonly database: Database
  /** as superuser, for what the app may not do */
  readonly adminUrl: string
  readonly dataFolder: string
  readonly clock: FakeClock
  /** somebody without a session */
  readonly stranger: Browser
  readonly signIn: (person: PersonToBe) => Promise<Browser>
  /** delivers events, runs due jobs and sequences the ledger until nothing is left */
  readonly settle: () => Promise<void>
  /** runs a statement that the app may not run */
  readonly asSuperuser: (statement: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** How to set it up. */
export interface TestAppOptions {
  /** where the clock stands, an ISO instant */
  readonly now?: string
  readonly env?: Readonly<Record<string, string>>
  /** whether demonstration accounts are loaded */
  readonly demonstration?: boolean
  /** another house whose database and data this one works on too, as after an upgrade; it is closed after this one */
  readonly beside?: TestApp
  /** the built pages, for a browser; only the API where left out */
  readonly pagesFolder?: string
}

/** Builds the house over a fresh database and a fresh data folder. */
export async function testApp({
  now = '2026-03-02T01:00:00Z',
  env = {},
  demonstration = false,
  beside,
  pagesFolder,
}: TestAppOptions = {}): Promise<TestApp> {
  const { dataFolder, keysFolder, db } = beside === undefined ? await ownPlace(now) : placeOf(beside)
  const base = {
    GUANJIA_DATA: dataFolder,
    GUANJIA_KEYS: keysFolder,
    GUANJIA_LOG_LEVEL: 'silent',
    GUANJIA_DISK_RESERVE_MB: '0',
  }
  const identity = {
    GUANJIA_IDENTITY_ISSUER: 'http://localhost:9',
    GUANJIA_IDENTITY_CLIENT_SECRET: 'test',
    GUANJIA_IDENTITY_ASSURANCE: 'face=face',
  }
  const { config, secrets } = readConfig({ ...base, ...identity, ...env }, { demonstration, simulated: true })
  const clock = fakeClock(now)
  const address = { url: db.adminUrl, role: 'guanjia_app' as const, connections: 20 }
  const resources = await openResources({ ...config, logFile: undefined, address, clock })
  const app = await createApp({
    config,
    secrets,
    resources,
    leadDesk: { url: db.adminUrl, role: 'guanjia_leads_desk' },
    ...(pagesFolder !== undefined && { pagesFolder }),
  })
  await app.http.ready()
  const close = async () => {
    await app.close()
    await resources[Symbol.asyncDispose]()
    await db.close()
  }
  return {
    app,
    ports: app.ports,
    database: resources.database,
    adminUrl: db.adminUrl,
    dataFolder,
    clock,
    stranger: browser(app, '', undefined),
    signIn: async (person) => {
      const { personId, cookies } = await signIn(resources.database, person, clock.now())
      return browser(app, personId, cookies)
    },
    settle: app.settle,
    asSuperuser: db.asSuperuser,
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** Where a house keeps what it knows; closing the database deletes all of it. */
interface Place {
  readonly dataFolder: string
  readonly keysFolder: string
  readonly db: Pick<TestDatabase, 'adminUrl' | 'asSuperuser' | 'close'>
}

async function ownPlace(now: string): Promise<Place> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guanjia-data-'))
  const { close, ...db } = await testDatabase()
  const closeAll = async () => {
    await close()
    await rm(dataFolder, { recursive: true, force: true })
  }
  // keys cost more than the rest of a house: those that open at the same moment share theirs
  const keysFolder = join(runFolder(), 'keys', now.replaceAll(':', ''))
  return { dataFolder, keysFolder, db: { ...db, close: closeAll } }
}

function placeOf({ dataFolder, ports, adminUrl, asSuperuser }: TestApp): Place {
  const { keysFolder } = ports
  return { dataFolder, keysFolder, db: { adminUrl, asSuperuser, close: async () => undefined } }
}

function browser(app: App, personId: string, cookies: Readonly<Record<string, string>> | undefined): Browser {
  const send = (request: InnerRequest) =>
    app.http.inject({ ...(cookies === undefined ? {} : { cookies }), ...request })
  return {
    personId,
    cookie: Object.entries(cookies ?? {})
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
    send,
    get: (url) => send({ method: 'GET', url }),
    post: (url, body = {}, key = randomUUID()) =>
      send({ method: 'POST', url, headers: { 'idempotency-key': key }, body }),
  }
}
