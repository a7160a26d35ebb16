/**
 * The composition root: every room, what it is handed, and in which order the house opens and closes.
 */

import { createHash, randomBytes } from 'node:crypto'
import * as accessContract from '@guanjia/contract/access'
import * as eventsContract from '@guanjia/contract/events'
import { type Route, routesOf } from '@guanjia/contract/route'
import { sql } from 'kysely'
import {
  type AccessTables,
  type DemonstrationAccount,
  findSession,
  openIdentityService,
  registerAccess,
  sessionCookie,
  simulateIdentityService,
} from './access/index.ts'
import type { Config, Secrets } from './config.ts'
import { admitDemonstrationStaff, readDemonstrationPeople, simulatedPeople } from './demonstration/people.ts'
import { recordAudit } from './platform/audit-trail.ts'
import { createCommandRunner } from './platform/command.ts'
import { implementEventRoutes } from './platform/event-routes.ts'
import { healthRoutes } from './platform/health.ts'
import { plainHandler } from './platform/http/plain-handler.ts'
import { readProblemTexts } from './platform/http/problem-texts.ts'
import { createHttp, type Http } from './platform/http.ts'
import { newId } from './platform/identifier.ts'
import { keepInTable, messageSender, sendBySmsGateway, sendBySmtp } from './platform/messages.ts'
import { mountPages } from './platform/pages.ts'
import type { Ports } from './platform/ports.ts'
import type { Resources } from './platform/resources.ts'
import { readZoneContent } from './platform/zone-content.ts'

/** What the house is built from. */
export interface AppOptions {
  readonly config: Config
  readonly secrets: Secrets
  readonly resources: Resources
  /** the built pages; only the API where left out */
  readonly pagesFolder?: string
}

/** The house, not open yet. */
export interface App extends AsyncDisposable {
  readonly http: Http
  readonly ports: Ports
  /** log-ins to be shown, in a demonstration */
  readonly demonstrationAccounts: () => readonly DemonstrationAccount[]
  /** starts the clockwork: notifications, outbox, jobs */
  readonly start: () => Promise<void>
  /** refuses new work, lets the running one end */
  readonly close: () => Promise<void>
}

const demonstrationLock = 4_720_318_002

/** Every route that the contract declares. */
export const declaredRoutes: readonly Route[] = routesOf(accessContract, eventsContract)

/** Builds the house: every slice and every subscription is on this page. */
export async function createApp({ config, secrets, resources, pagesFolder }: AppOptions): Promise<App> {
  const { database, clock, telemetry } = resources
  let closing = false
  const http = createHttp({
    declared: declaredRoutes,
    logger: telemetry.log,
    problemTexts: readProblemTexts(config.contentFolder),
    publicOrigin: config.publicOrigin,
    trustProxy: config.trustProxy,
    bodyLimitBytes: config.bodyLimitBytes,
    requestsPerMinute: config.requestsPerMinute,
    isClosing: () => closing,
    isDiskNearlyFull: resources.disk.isNearlyFull,
    observeRequest: telemetry.observeRequest,
    identify: async ({ cookies }) => {
      const sessions = database.withTables<AccessTables>()
      const { principal } = await findSession(sessions, cookies[sessionCookie], clock.now())
      return principal
    },
  })
  const ports = openPorts({ config, secrets, resources }, http)
  const accounts = config.demonstration ? await prepareDemonstration(ports) : []
  registerRooms({ config, secrets, ports, http, accounts })
  http.mount(healthRoutes(resources))
  if (pagesFolder !== undefined) await mountPages({ http, folder: pagesFolder })
  const close = async () => {
    closing = true
    resources.live.close()
    await http.close()
  }
  return {
    http,
    ports,
    demonstrationAccounts: () => accounts,
    start: () => start(resources),
    close,
    [Symbol.asyncDispose]: close,
  }
}

interface Rooms {
  readonly config: Config
  readonly secrets: Secrets
  readonly ports: Ports
  readonly http: Http
  readonly accounts: readonly DemonstrationAccount[]
}

function registerRooms({ config, secrets, ports, http, accounts }: Rooms): void {
  implementEventRoutes(ports)
  const redirectUri = `${config.publicOrigin}/api/session/callback`
  const issuer = config.identityIssuer ?? `${config.publicOrigin}/identity`
  const clientSecret = secrets.identityClientSecret ?? randomBytes(24).toString('base64url')
  const client = { issuer, clientId: config.identityClientId, clientSecret, redirectUri }
  registerAccess({
    ...ports,
    identityService: openIdentityService(client),
    demonstration: config.demonstration ? { accounts: () => accounts } : undefined,
  })
  if (config.demonstration && config.identityIssuer === undefined) {
    const people = simulatedPeople(readDemonstrationPeople(config.contentFolder))
    http.mount(plainHandler('/identity', simulateIdentityService({ ...client, people })))
  }
}

function openPorts({ config, secrets, resources }: AppOptions, http: Http): Ports {
  const { database, clock, jobs, outbox, live, files, dispatcher, telemetry } = resources
  const inTable = keepInTable(database, clock.now)
  const { smtpUrl, smsGatewayUrl, smsGatewayToken = '' } = secrets
  return {
    implement: http.implement,
    database,
    clock,
    jobs,
    outbox,
    live,
    files,
    newId,
    zone: readZoneContent(config.contentFolder),
    contentFolder: config.contentFolder,
    dataFolder: config.dataFolder,
    origin: config.publicOrigin,
    demonstration: config.demonstration,
    sendMessage: messageSender({
      mail: smtpUrl === undefined ? inTable : sendBySmtp(smtpUrl, config.mailFrom),
      sms: smsGatewayUrl === undefined ? inTable : sendBySmsGateway(smsGatewayUrl, smsGatewayToken),
    }),
    runCommand: createCommandRunner({
      database,
      clock,
      recordAudit,
      appendLeaves: async () => undefined,
      commitValue: (value) => {
        const salt = randomBytes(16).toString('hex')
        return { commitment: createHash('sha256').update(salt).update(value).digest('hex'), salt }
      },
      storeEvents: outbox.store,
      wake: dispatcher.wake,
      observe: telemetry.observeCommand,
    }),
  }
}

/** Under a lock: several servers may open at the same moment. */
function prepareDemonstration(ports: Ports): Promise<readonly DemonstrationAccount[]> {
  const people = readDemonstrationPeople(ports.contentFolder)
  return ports.database.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${demonstrationLock})`.execute(connection)
    try {
      const [now, makeId] = [ports.clock.now(), ports.newId]
      return await admitDemonstrationStaff(connection.withTables<AccessTables>(), people, {
        now,
        newId: makeId,
      })
    } finally {
      await sql`select pg_advisory_unlock(${demonstrationLock})`.execute(connection)
    }
  })
}

async function start({ listener, dispatcher, jobs }: Resources): Promise<void> {
  await listener.start(dispatcher.start)
  await jobs.start()
}
