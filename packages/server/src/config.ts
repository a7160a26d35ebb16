/**
 * The environment, read once and judged once: everything that is wrong is said at the same time, in sentences.
 * Secrets stand apart from the rest, which may be printed.
 */

import { resolve } from 'node:path'
import { driverFaults } from './driver-faults.ts'
import { type Environment, type Reader, readerOf } from './environment.ts'
import type { RetentionDays } from './retention.ts'

/** How this server runs; holds no secret. */
export interface Config {
  /** folder of the zone's content */
  readonly contentFolder: string
  /** folder of everything that must be backed up */
  readonly dataFolder: string
  /** folder of the signing keys; hosts that serve one database share it */
  readonly keysFolder: string
  readonly host: string
  readonly port: number
  /** origin under which browsers reach the house, without a slash at the end */
  readonly publicOrigin: string
  /** how many proxies of ours stand in front and add the sender's address; 0 for none */
  readonly proxyHops: number
  /** requests a minute from one address, 0 for no limit */
  readonly requestsPerMinute: number
  readonly bodyLimitBytes: number
  /** free bytes below which no new work is taken */
  readonly diskReserveBytes: number
  /** undefined: the disk of a database elsewhere is not watched by its folder */
  readonly databaseFolder: string | undefined
  /** bytes a database elsewhere may grow to, 0 where nobody said */
  readonly databaseRoomBytes: number
  readonly databaseConnections: number
  readonly jobConcurrency: number
  readonly logLevel: string
  /** undefined: standard output */
  readonly logFile: string | undefined
  /** whether demonstration accounts, data and drivers are loaded */
  readonly demonstration: boolean
  /** how many seconds the clock of a demonstration is ahead of the machine's; negative: behind */
  readonly clockAheadSeconds: number
  /** undefined: the bundled simulator of the identity service */
  readonly identityIssuer: string | undefined
  readonly identityClientId: string
  /** undefined: the simulator of the register of legal persons in a demonstration, nobody known in earnest */
  readonly legalPersonUrl: string | undefined
  /** what each `acr` of the identity service means */
  readonly identityAssurance: Readonly<Record<string, 'face' | 'sms'>>
  readonly mailFrom: string
  /** address of the mailbox that is read, for people and for answers */
  readonly mailboxAddress: string
  /** undefined: the development signer, in a demonstration alone */
  readonly applicantSignerUrl: string | undefined
  /** address of each authority that is told of a new company, by its id in the content; simulated where left out */
  readonly receiverUrls: Readonly<Record<string, string>>
  /** undefined: replies to the hotline 12345 are fetched as a file */
  readonly hotlineUrl: string | undefined
  /** whether services that no setting names are simulated; in earnest the house does not open without them */
  readonly simulated: boolean
  /** port of the intake of leads, a process of its own beside this one; 0 for none started by this one */
  readonly leadsPort: number
  /** origin under which browsers reach the intake of leads; undefined where there is none */
  readonly leadsOrigin: string | undefined
  /** how long what is over is kept */
  readonly retentionDays: RetentionDays
}

/** What may never be printed. */
export interface Secrets {
  /** undefined: the embedded PostgreSQL */
  readonly databaseUrl: string | undefined
  /** user who may create roles and tables; the same as `databaseUrl` where left out */
  readonly migratorUrl: string | undefined
  /** users who reach nothing but the schema of leads: of the intake, of its desk; our own PostgreSQL has them */
  readonly leadsDatabaseUrl: string | undefined
  readonly leadsDeskDatabaseUrl: string | undefined
  readonly identityClientSecret: string | undefined
  readonly smtpUrl: string | undefined
  /** `imaps://user:password@host/FOLDER`; undefined: no mail is read, except in a demonstration */
  readonly imapUrl: string | undefined
  readonly smsGatewayUrl: string | undefined
  readonly smsGatewayToken: string | undefined
  readonly applicantSignerToken: string | undefined
  readonly receiverToken: string | undefined
  readonly legalPersonToken: string | undefined
  readonly hotlineToken: string | undefined
  /** with which the hotline signs its work orders; undefined: none are taken over HTTP */
  readonly hotlineSecret: string | undefined
  /** undefined: figures are told to this machine only */
  readonly metricsToken: string | undefined
}

/** What the command line decides over the environment. */
export interface ConfigChoices {
  readonly port?: number
  readonly demonstration?: boolean
  /** for tests: simulate what no setting names, without the accounts and the data of a demonstration */
  readonly simulated?: boolean
}

const home = resolve(import.meta.dirname, '../../..')
const anAssurance = {
  accepts: (text: string) => text === 'face' || text === 'sms',
  meaning: 'face or word=sms',
}
const anAddress = {
  accepts: (text: string): text is string => /^https?:\/\//.test(text) && URL.canParse(text),
  meaning: 'https://address',
}
/** the setting that moves the clock of a demonstration */
export const clockAheadSetting = 'GUANJIA_CLOCK_AHEAD_SECONDS'
const megabyte = 1024 * 1024

/** Reads the environment; throws one error that lists every fault. */
export function readConfig(
  env: Environment,
  choices: ConfigChoices = {},
): { readonly config: Config; readonly secrets: Secrets } {
  const faults: string[] = []
  const reader = readerOf(env, faults)
  const config = {
    ...readPlaces(reader),
    ...readDoor(reader, choices),
    ...readLimits(reader),
    ...readLog(reader),
    clockAheadSeconds: reader.shift(clockAheadSetting),
  }
  const demonstration = choices.demonstration ?? reader.flag('GUANJIA_DEMONSTRATION')
  const leads = readLeads(reader, { port: config.port, demonstration })
  const whole: Config = {
    ...config,
    ...leads,
    logFile: config.logFile ?? logFileOf(config, demonstration),
    demonstration,
    simulated: choices.simulated ?? demonstration,
  }
  const secrets = readSecrets(reader)
  faults.push(...faultsTogether(whole, secrets), ...clockFaults(whole), ...mailboxFaults(reader, secrets))
  if (faults.length > 0)
    throw new Error(`The settings do not fit:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
  return { config: whole, secrets }
}

function readPlaces(reader: Reader) {
  const dataFolder = resolve(reader.text('GUANJIA_DATA') ?? resolve(home, 'data'))
  return {
    contentFolder: resolve(reader.text('GUANJIA_CONTENT') ?? resolve(home, 'content/qingdao')),
    dataFolder,
    keysFolder: resolve(reader.text('GUANJIA_KEYS') ?? resolve(dataFolder, 'keys')),
    databaseFolder: reader.text('GUANJIA_DATABASE_FOLDER'),
  }
}

function readDoor(reader: Reader, choices: ConfigChoices) {
  const port = choices.port ?? reader.number('PORT', 8080, 65_535)
  return {
    port,
    host: reader.text('HOST') ?? '127.0.0.1',
    publicOrigin: reader.origin('GUANJIA_ORIGIN') ?? `http://localhost:${port}`,
    proxyHops: reader.number('GUANJIA_PROXIES', 0, 10),
    identityIssuer: reader.url('GUANJIA_IDENTITY_ISSUER', ['https:', 'http:']),
    legalPersonUrl: reader.url('GUANJIA_LEGAL_PERSON_URL', ['https:', 'http:']),
    identityClientId: reader.text('GUANJIA_IDENTITY_CLIENT_ID') ?? 'guanjia',
    identityAssurance: reader.pairs('GUANJIA_IDENTITY_ASSURANCE', anAssurance),
    applicantSignerUrl: reader.url('GUANJIA_APPLICANT_SIGNER_URL', ['https:', 'http:']),
    hotlineUrl: reader.url('GUANJIA_HOTLINE_URL', ['https:', 'http:']),
    receiverUrls: reader.pairs('GUANJIA_RECEIVER_URLS', anAddress),
    mailFrom: reader.text('GUANJIA_MAIL_FROM') ?? 'guanjia@localhost',
    mailboxAddress: reader.text('GUANJIA_MAILBOX_ADDRESS') ?? 'voice@localhost',
  }
}

/** A demonstration starts the intake on the next port. */
function readLeads(reader: Reader, { port, demonstration }: { port: number; demonstration: boolean }) {
  const beside = demonstration && port > 0 && port < 65_535 ? port + 1 : 0
  const leadsPort = reader.number('GUANJIA_LEADS_PORT', beside, 65_535)
  const here = leadsPort > 0 ? `http://localhost:${leadsPort}` : undefined
  return { leadsPort, leadsOrigin: reader.origin('GUANJIA_LEADS_ORIGIN') ?? here }
}

function readLimits(reader: Reader) {
  return {
    requestsPerMinute: reader.number('GUANJIA_REQUESTS_PER_MINUTE', 600, 1_000_000),
    bodyLimitBytes: reader.number('GUANJIA_BODY_LIMIT_KB', 256, 100_000) * 1024,
    diskReserveBytes: reader.number('GUANJIA_DISK_RESERVE_MB', 512, 10_000_000) * megabyte,
    databaseRoomBytes: reader.number('GUANJIA_DATABASE_ROOM_MB', 0, 100_000_000) * megabyte,
    databaseConnections: reader.number('GUANJIA_DATABASE_CONNECTIONS', 20, 1_000),
    retentionDays: {
      sessions: reader.number('GUANJIA_KEEP_SESSIONS_DAYS', 30, 3_650),
      keys: reader.number('GUANJIA_KEEP_KEYS_DAYS', 7, 3_650),
      events: reader.number('GUANJIA_KEEP_EVENTS_DAYS', 90, 3_650),
    },
    jobConcurrency: reader.number('GUANJIA_JOB_CONCURRENCY', 4, 100),
  }
}

function readLog(reader: Reader) {
  const levels = ['info', 'debug', 'warn', 'error', 'silent'] as const
  return { logLevel: reader.choice('GUANJIA_LOG_LEVEL', levels), logFile: reader.text('GUANJIA_LOG_FILE') }
}

/** A demonstration keeps its terminal for the log-ins. */
function logFileOf(
  { dataFolder }: { readonly dataFolder: string },
  demonstration: boolean,
): string | undefined {
  return demonstration ? resolve(dataFolder, 'server.log') : undefined
}

function readSecrets(reader: Reader): Secrets {
  return {
    databaseUrl: reader.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    migratorUrl: reader.url('DATABASE_MIGRATOR_URL', ['postgres:', 'postgresql:']),
    leadsDatabaseUrl: reader.url('GUANJIA_LEADS_DATABASE_URL', ['postgres:', 'postgresql:']),
    leadsDeskDatabaseUrl: reader.url('GUANJIA_LEADS_DESK_DATABASE_URL', ['postgres:', 'postgresql:']),
    identityClientSecret: reader.text('GUANJIA_IDENTITY_CLIENT_SECRET'),
    smtpUrl: reader.url('GUANJIA_SMTP_URL', ['smtp:', 'smtps:']),
    imapUrl: reader.url('GUANJIA_IMAP_URL', ['imaps:', 'imap:']),
    smsGatewayUrl: reader.url('GUANJIA_SMS_GATEWAY_URL', ['https:', 'http:']),
    smsGatewayToken: reader.text('GUANJIA_SMS_GATEWAY_TOKEN'),
    applicantSignerToken: reader.text('GUANJIA_APPLICANT_SIGNER_TOKEN'),
    receiverToken: reader.text('GUANJIA_RECEIVER_TOKEN'),
    legalPersonToken: reader.text('GUANJIA_LEGAL_PERSON_TOKEN'),
    hotlineToken: reader.text('GUANJIA_HOTLINE_TOKEN'),
    hotlineSecret: reader.text('GUANJIA_HOTLINE_SECRET'),
    metricsToken: reader.text('GUANJIA_METRICS_TOKEN'),
  }
}

/** Somebody has to be named in a mailbox that is read, and asked to write to. */
function mailboxFaults(env: Reader, { imapUrl }: Secrets): readonly string[] {
  if (imapUrl === undefined) return []
  const faults: string[] = []
  if (env.text('GUANJIA_MAILBOX_ADDRESS')?.includes('@') !== true)
    faults.push(
      'GUANJIA_IMAP_URL is set, GUANJIA_MAILBOX_ADDRESS is not an address: name where people write to.',
    )
  const { username, password } = new URL(imapUrl)
  if (username === '' || password === '')
    faults.push('GUANJIA_IMAP_URL names no user and password: write them in front of the host.')
  return faults
}

function clockFaults({ demonstration, clockAheadSeconds }: Config): readonly string[] {
  if (demonstration || clockAheadSeconds === 0) return []
  return [
    `${clockAheadSetting} is set: only a demonstration (--demo) may have another time than the machine.`,
  ]
}

function faultsTogether(config: Config, secrets: Secrets): readonly string[] {
  const faults = [...driverFaults(config, secrets)]
  if (config.identityIssuer !== undefined && secrets.identityClientSecret === undefined) {
    faults.push('GUANJIA_IDENTITY_ISSUER is set, GUANJIA_IDENTITY_CLIENT_SECRET is not: set both.')
  }
  if (config.identityIssuer !== undefined && Object.keys(config.identityAssurance).length === 0) {
    faults.push(
      'GUANJIA_IDENTITY_ASSURANCE is not set: say which acr of the identity service means what, as in "urn:face=face urn:code=sms".',
    )
  }
  if (!config.demonstration && config.identityIssuer === undefined) {
    faults.push('GUANJIA_IDENTITY_ISSUER is not set: name the identity service, or start with --demo.')
  }
  if (secrets.migratorUrl !== undefined && secrets.databaseUrl === undefined) {
    faults.push('DATABASE_MIGRATOR_URL is set, DATABASE_URL is not: set both or neither.')
  }
  return faults
}
