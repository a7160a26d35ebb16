/**
 * The composition root: every room, what it is handed, and in which order the house opens and closes.
 */

import { randomBytes } from 'node:crypto'
import { systemPrincipal } from '@guanjia/core/access'
import {
  type AccessPorts,
  type AccessTables,
  type DemonstrationAccount,
  findPersonName,
  findSession,
  openIdentityService,
  openSecretSeal,
  registerAccess,
  sessionCookie,
  simulateIdentityService,
} from './access/index.ts'
import { openPorts } from './app-ports.ts'
import { authorityWording, findBadRating, registerCases } from './cases/index.ts'
import {
  contentStanding,
  publishFirstCatalogue,
  registerCatalogue,
  standingSentence,
} from './catalogue/index.ts'
import { confidences } from './confidences.ts'
import type { Config, Secrets } from './config.ts'
import { registerCounters } from './counters/index.ts'
import { declaredRoutes } from './declared-routes.ts'
import { importPastProjects } from './demonstration/past-projects-import.ts'
import { readDemonstrationPeople, simulatedPeople } from './demonstration/people.ts'
import { importDemonstrationRegister } from './demonstration/register-import.ts'
import { importDemonstrationRooms } from './demonstration/rooms-import.ts'
import { prepareDemonstration } from './demonstration-accounts.ts'
import { registerImport, shownDay } from './demonstration-register.ts'
import { type DriverOptions, openHotline, openMailbox, openReceiver, openSigner } from './drivers.ts'
import { countTurnedAway, registerFeedback } from './feedback/index.ts'
import { readIntakeScript, registerLeadDesk, registerLeadPublishing } from './leads/index.ts'
import {
  implementLedgerRoutes,
  type SequencerLoop,
  type SequencerPorts,
  sequencerLoop,
} from './ledger/index.ts'
import { openLedger } from './ledger-opening.ts'
import { registerNotifications } from './notifications/index.ts'
import type { DatabaseAddress } from './platform/database/database.ts'
import { implementEventRoutes } from './platform/events/event-routes.ts'
import { createHttp, type Http } from './platform/http/http.ts'
import { mountPages } from './platform/http/pages.ts'
import { plainHandler } from './platform/http/plain-handler.ts'
import { readProblemTexts } from './platform/http/problems/problem-texts.ts'
import { healthRoutes } from './platform/operations/health.ts'
import { implementOperatorRoutes } from './platform/operations/operator-routes.ts'
import type { Ports } from './platform/ports.ts'
import type { Resources } from './platform/resources.ts'
import { registerPremises } from './premises/index.ts'
import { findRunningProject, registerProjects } from './projects/index.ts'
import {
  findFilingContact,
  findFirmPhones,
  findOrganisationNames,
  findRegisteredFirms,
  namesOfCarriers,
  namesOfPapers,
  registerRegistration,
} from './registration/index.ts'
import { handleRetention } from './retention.ts'
import { settle } from './settling.ts'
import { registerStatistics, type StatisticsPorts } from './statistics/index.ts'
import { openSupervision } from './supervised-rooms.ts'
import { readPartnersContent } from './supervision/index.ts'

export { declaredRoutes }

/** What the house is built from. */
export interface AppOptions {
  readonly config: Config
  readonly secrets: Secrets
  readonly resources: Resources
  /** how the desk of confidential leads reaches their schema, which the house does not */
  readonly leadDesk: DatabaseAddress
  /** the built pages; only the API where left out */
  readonly pagesFolder?: string
}

/** The house, not open yet. */
export interface App extends AsyncDisposable {
  readonly http: Http
  readonly ports: Ports
  /** log-ins to be shown, in a demonstration */
  readonly demonstrationAccounts: readonly DemonstrationAccount[]
  /** starts the clockwork: notifications, outbox, jobs, the ledger's sequencer */
  readonly start: () => Promise<void>
  /** does what the clockwork would do, until nothing is left: for tests and tools, instead of `start` */
  readonly settle: () => Promise<void>
  /** refuses new work, lets the running one end */
  readonly close: () => Promise<void>
}

/** Builds the house: every room and every subscription is on this page. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, secrets, resources, pagesFolder } = options
  const state = { closing: false }
  const { log } = resources.telemetry
  const http = openDoor({ config, resources, state })
  const ports = openPorts({ config, secrets, resources, http, onLeaves: () => sequencer.wake() })
  const sequencing = sequencerPorts(ports)
  const sequencer = sequencerLoop(sequencing, {
    onFailure: (error) => log.warn({ err: error }, 'the ledger could not be sequenced'),
    isPaused: resources.disk.isNearlyFull,
  })
  await openLedger(sequencing, resources.telemetry)
  const accounts = config.demonstration ? await prepareDemonstration(ports) : []
  if (config.demonstration) await importDemonstrationRegister(registerImport(ports))
  if (config.demonstration) await importPastProjects(ports)
  implementEventRoutes(ports)
  implementOperatorRoutes(ports, resources)
  implementLedgerRoutes({ ...sequencing, implement: ports.implement })
  const namePersonHere = (id: string) => namePerson(ports.database, id)
  const catalogues = registerCatalogue({ ...ports, namePerson: namePersonHere })
  registerCounters({ ...ports, findFilingContact })
  const cases = registerCases(ports, {
    catalogue: catalogues,
    nameOrganisations: (codes) => findOrganisationNames(ports.database, codes),
    nameOtherTypes: () => namesOfPapers(registration.content),
  })
  const drivers = { config, secrets, resources }
  const register = openRegister({ ports, http, drivers })
  const premises = await openPremises(ports, register)
  const signer = openSigner(drivers)
  const projects = registerProjects({ ...ports, catalogues, cases, signer })
  openSupervision(ports, { projects, cases, register })
  const closeLeads = openLeads(options, ports)
  const registration = await registerRegistration({
    ...ports,
    legalPersonService: legalPersonService(config, secrets),
    signer,
    openReceiver: (receiver) => openReceiver(drivers, receiver),
  })
  openStatistics(ports, register, namesOfCarriers(registration.content))
  registerNotifications({ ...ports, confide: confidences(registration, { register, premises }) })
  handleRetention(ports, config.retentionDays)
  openAccess({ config, secrets, ports, http, accounts })
  http.mount(healthRoutes(resources, secrets.metricsToken))
  if (pagesFolder !== undefined) await mountPages({ http, folder: pagesFolder, zone: ports.zone.zone })
  const close = () => closeHouse({ http, resources, sequencer, state, rooms: [closeLeads, register.close] })
  return {
    http,
    ports,
    demonstrationAccounts: accounts,
    start: async () => {
      await openCatalogue(ports, log)
      await start(resources, sequencer)
    },
    settle: () => settle(resources, sequencing),
    close,
    [Symbol.asyncDispose]: close,
  }
}

interface Door {
  readonly config: Config
  readonly resources: Resources
  readonly state: { readonly closing: boolean }
}

function openDoor({ config, resources, state }: Door): Http {
  const { telemetry, clock, disk } = resources
  const sessions = resources.database.withTables<AccessTables>()
  return createHttp({
    declared: declaredRoutes,
    logger: telemetry.log,
    problemTexts: readProblemTexts(config.contentFolder),
    publicOrigin: config.publicOrigin,
    proxyHops: config.proxyHops,
    bodyLimitBytes: config.bodyLimitBytes,
    requestsPerMinute: config.requestsPerMinute,
    isClosing: () => state.closing,
    isDiskNearlyFull: disk.isNearlyFull,
    observeRequest: telemetry.observeRequest,
    identify: ({ cookies }, how) => findSession(sessions, cookies[sessionCookie], { clock, how }),
  })
}

/** Space for firms; a demonstration begins with the rooms of its carriers. */
async function openPremises(ports: Ports, { findIssueToPassOn }: Register) {
  const premises = registerPremises(ports, { findIssueToPassOn })
  if (ports.demonstration) await importDemonstrationRooms(premises)
  return premises
}

interface RegisterOptions {
  readonly ports: Ports
  readonly http: Http
  readonly drivers: DriverOptions & { readonly resources: Resources }
}

type Register = ReturnType<typeof registerFeedback>

/** The register of issues, and beside the contract the door of Open311 and the form of questionnaires. */
function openRegister({ ports, http, drivers }: RegisterOptions): Register {
  const { hotlineSecret } = drivers.secrets
  const register = registerFeedback(ports, {
    findBadRating,
    findProject: findRunningProject,
    hotline: openHotline(drivers),
    hotlineSecret,
    mailbox: openMailbox(drivers),
    log: { warn: (sentence) => drivers.resources.telemetry.log.warn(sentence) },
    intakeOrigin: drivers.config.leadsOrigin,
    findFirms: findRegisteredFirms,
    findFirmPhones,
  })
  const policy = "default-src 'none'"
  http.mount(plainHandler('/open311', { handle: register.open311, methods: ['GET', 'POST'], policy }))
  for (const path of ['/survey', '/en/survey'] as const)
    http.mount(plainHandler(path, { handle: register.survey, methods: ['POST'], policy }))
  return register
}

/** The desk of confidential leads, and what the ledger holds of their intake. */
function openLeads({ leadDesk, pagesFolder, config }: AppOptions, ports: Ports): () => Promise<void> {
  const doors = { namePerson, countTurnedAway, intakeOrigin: config.leadsOrigin }
  const closeDesk = registerLeadDesk({ ...ports, ...doors }, leadDesk)
  const script = pagesFolder === undefined ? undefined : readIntakeScript(pagesFolder)
  const closePublishing = registerLeadPublishing(ports, leadDesk, script)
  return async () => {
    await closePublishing()
    await closeDesk()
  }
}

/** A new house publishes its folder; later on it only says where the folder differs from what was published. */
async function openCatalogue(ports: Ports, log: Resources['telemetry']['log']): Promise<void> {
  const principal = systemPrincipal('catalogue')
  await publishFirstCatalogue(ports, { principal, name: 'system:catalogue' })
  const standing = await contentStanding(ports)
  const said = standing && standingSentence(standing)
  if (said !== undefined) log.warn(said)
}

/** What the simulator says, it means. */
const simulatedAssurance = { face: 'face', sms: 'sms' } as const

/** The simulator's one page carries its style in itself and needs nothing else. */
const simulatorPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"

interface AccessOptions {
  readonly config: Config
  readonly secrets: Secrets
  readonly ports: Ports
  readonly http: Http
  readonly accounts: readonly DemonstrationAccount[]
}

function openAccess({ config, secrets, ports, http, accounts }: AccessOptions): void {
  const client = {
    issuer: config.identityIssuer ?? `${config.publicOrigin}/identity`,
    clientId: config.identityClientId,
    clientSecret: secrets.identityClientSecret ?? randomBytes(24).toString('base64url'),
    redirectUri: `${config.publicOrigin}/api/session/callback`,
    assurance: config.identityIssuer === undefined ? simulatedAssurance : config.identityAssurance,
  }
  registerAccess({
    ...ports,
    identityService: openIdentityService(client),
    seal: openSecretSeal(ports.keysFolder),
    partnerName: openPartnerNames(ports.contentFolder),
    demonstration: config.demonstration ? { accounts: () => accounts } : undefined,
  })
  if (config.demonstration && config.identityIssuer === undefined) {
    const people = simulatedPeople(readDemonstrationPeople(config.contentFolder))
    http.mount(
      plainHandler('/identity', {
        handle: simulateIdentityService({ ...client, people }),
        policy: simulatorPolicy,
      }),
    )
  }
}

function legalPersonService({ legalPersonUrl: url }: Config, { legalPersonToken: token = '' }: Secrets) {
  return url === undefined ? undefined : { url, token }
}

/** What partner organisations are called. */
function openPartnerNames(contentFolder: string): AccessPorts['partnerName'] {
  const { partners } = readPartnersContent(contentFolder)
  return (id, language) => partners.find((partner) => partner.id === id)?.name[language]
}

/** What a person is called. */
function namePerson(database: Ports['database'], id: string): Promise<string> {
  return findPersonName(database.withTables<AccessTables>(), id)
}

/** The figures, with the names of what their records are about. */
function openStatistics(
  ports: Ports,
  { topicNames }: Register,
  carrierNames: StatisticsPorts['carrierNames'],
): void {
  registerStatistics({
    ...ports,
    zone: timeOf(ports),
    ...shownDay(ports),
    carrierNames,
    subjectNames: { ...carrierNames, ...topicNames },
    nameUnit: (id) => authorityWording(ports.zone.zone, id),
  })
}

function timeOf({ zone }: Ports): StatisticsPorts['zone'] {
  const { utcOffsetMinutes, calendar } = zone
  return { timeZone: zone.zone.timeZone, utcOffsetMinutes, calendar }
}

function sequencerPorts({ database, signing, zone, clock }: Ports): SequencerPorts {
  return { database, signing, origin: zone.ledgerOrigin, now: clock.now }
}

async function start(
  { listener, dispatcher, live, jobs, outbox }: Resources,
  sequencer: Pick<SequencerLoop, 'start'>,
): Promise<void> {
  await outbox.register()
  await listener.start(() => {
    // what happened while nobody listened was not heard: browsers come again and ask
    live.restart()
    dispatcher.start()
  })
  await jobs.start()
  sequencer.start()
}

interface Closing {
  readonly http: Http
  readonly resources: Resources
  readonly sequencer: SequencerLoop
  readonly state: { closing: boolean }
  /** those that hold something open: each is closed */
  readonly rooms: readonly (() => Promise<void>)[]
}

async function closeHouse({ http, resources, sequencer, state, rooms }: Closing): Promise<void> {
  state.closing = true
  resources.live.close()
  await http.close()
  for (const closeRoom of rooms) await closeRoom()
  await sequencer.stop()
}
