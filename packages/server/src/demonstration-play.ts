/**
 * Plays the projects, cases and issues of a demonstration before the house opens for the first time: in a house of its own over the
 * same database, with a clock that is put to the days on which things happened.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { localMoment, type PlainDate } from '@guanjia/core/calendar'
import { sql } from 'kysely'
import { type App, createApp } from './app.ts'
import { publishFirstCatalogue, readCatalogueContent } from './catalogue/index.ts'
import type { Config, Secrets } from './config.ts'
import { readCaseScripts } from './demonstration/cases/cases-content.ts'
import { playCases } from './demonstration/cases/played-scripts.ts'
import { readDemonstrationIssues } from './demonstration/issues/issues-content.ts'
import { playIssues } from './demonstration/issues/played-issues.ts'
import { readLeadScript } from './demonstration/leads/leads-content.ts'
import { playLeads } from './demonstration/leads/played-leads.ts'
import { readLightScript } from './demonstration/lights/lights-content.ts'
import { playLights } from './demonstration/lights/played-lights.ts'
import { readDemonstrationListening } from './demonstration/listening/listening-content.ts'
import { playObservers } from './demonstration/listening/played-observers.ts'
import { playOpenDays } from './demonstration/listening/played-open-days.ts'
import { playQuestionnaire } from './demonstration/listening/played-questionnaire.ts'
import { playTours } from './demonstration/listening/played-tours.ts'
import { readDemonstrationPeople } from './demonstration/people.ts'
import { peopleAtWork, playedClock } from './demonstration/projects/people-at-work.ts'
import { type DatedProject, datedProject, playProject } from './demonstration/projects/played-project.ts'
import { readDemonstrationProjects } from './demonstration/projects/projects-content.ts'
import { readDemonstrationNeeds } from './demonstration/space/needs-content.ts'
import { playNeeds } from './demonstration/space/played-needs.ts'
import { standingDay } from './demonstration/standing-day.ts'
import { playSupervision } from './demonstration/supervision/played-supervision.ts'
import { readSupervisionScript } from './demonstration/supervision/supervision-script.ts'
import type { Database, DatabaseAddress } from './platform/database/database.ts'
import { openResources, type Resources } from './platform/resources.ts'

/** Where the play takes place. */
export interface DemonstrationHouse {
  readonly config: Config
  readonly secrets: Secrets
  readonly address: DatabaseAddress
  readonly leadDesk: DatabaseAddress
  /** undefined where there is no way for the intake: then no leads are played */
  readonly leadIntake: DatabaseAddress | undefined
  readonly now: Date
}

/** How the play came out: the day everything stands at, or the year without which nothing can be played. */
export type DemonstrationPlay =
  | { readonly outcome: 'played'; readonly asOf: PlainDate; readonly today: PlainDate }
  | { readonly outcome: 'played-before' }
  | { readonly outcome: 'calendar-not-published'; readonly year: string }

const playLock = 4_720_318_003

/** Plays everything, once, however many houses open over the database at the same moment: the others wait for the first. */
export async function playDemonstration(house: DemonstrationHouse): Promise<DemonstrationPlay> {
  const { config, address, now } = house
  const clock = playedClock(now)
  await using resources = await openResources({ ...config, address, clock })
  return await resources.database.connection().execute(async (connection) => {
    await takeTurn(connection)
    try {
      if (await hasProjects(resources.database)) return { outcome: 'played-before' }
      await using app = await createApp({ ...house, resources })
      await app.http.ready()
      return await play({ ...house, app, resources, clock })
    } finally {
      await sql`select pg_advisory_unlock(${playLock})`.execute(connection)
    }
  })
}

/** A play takes longer than a statement may wait for a lock: so the lock is asked for again and again. */
async function takeTurn(connection: Database): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ taken: boolean }>`
      select pg_try_advisory_lock(${playLock}) as taken`.execute(connection)
    if (rows[0]?.taken === true) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

interface OpenHouse extends DemonstrationHouse {
  readonly app: App
  readonly resources: Resources
  readonly clock: ReturnType<typeof playedClock>
}

async function play({
  config,
  app,
  resources,
  clock,
  now,
  leadIntake,
}: OpenHouse): Promise<DemonstrationPlay> {
  const { contentFolder } = config
  const { projects, reach, ...parts } = readDemonstrationProjects(contentFolder)
  const { calendar, utcOffsetMinutes } = app.ports.zone
  const today = localMoment(now.getTime(), utcOffsetMinutes).date
  const asOf = standingDay(calendar, today, reach)
  if (asOf === undefined) return { outcome: 'calendar-not-published', year: today.slice(0, 4) }
  const { catalogue } = readCatalogueContent(contentFolder)
  const dated = projects
    .map((project) => datedProject({ catalogue, calendar, today: asOf }, project))
    .filter((one): one is DatedProject => one !== undefined)
    .toSorted((one, other) => (one.start < other.start ? -1 : 1))
  const [first] = dated
  clock.set(new Date(`${first?.start ?? asOf}T00:30:00Z`))
  await publishFirstCatalogue(app.ports, {
    principal: systemPrincipal('catalogue'),
    name: 'system:catalogue',
  })
  const people = readDemonstrationPeople(contentFolder)
  const send = peopleAtWork({ http: app.http, database: resources.database, clock, people })
  const playing = { send, clock, catalogue, calendar, settle: app.settle }
  for (const one of dated) await playProject({ ...playing, parts, today: asOf }, one)
  await playCases({ ...playing, people, asOf }, readCaseScripts(contentFolder))
  await playIssues({ send, clock, calendar, today: asOf }, readDemonstrationIssues(contentFolder))
  await playNeeds({ send, clock, calendar, today: asOf }, readDemonstrationNeeds(contentFolder))
  const listening = readDemonstrationListening(contentFolder)
  await playObservers({ send, clock, calendar, today: asOf }, listening.observers)
  await playOpenDays({ send, clock, calendar, today: asOf }, listening.openDays)
  await playQuestionnaire({ send, clock, calendar, today: asOf }, listening.questionnaire)
  await playTours({ send, clock, calendar, people, today: asOf }, listening.tours)
  const lights = readLightScript(contentFolder)
  const watched = { database: resources.database, jobs: app.ports.jobs, settle: app.settle }
  if (lights !== undefined) await playLights({ send, clock, ...watched, asOf }, lights)
  await playSupervision({ send, clock, ...watched, asOf }, readSupervisionScript(contentFolder))
  const leads = readLeadScript(contentFolder)
  if (leads !== undefined && leadIntake !== undefined)
    await playLeads({ send, clock, intake: leadIntake, asOf }, leads)
  clock.set(now)
  // lights turn by the day: today's are shown from the first look on
  await resources.database.transaction().execute(async (tx) => {
    await app.ports.jobs.enqueue(tx, 'cases.look-at-clocks', {})
    await app.ports.jobs.enqueue(tx, 'supervision.look', {})
    await app.ports.jobs.enqueue(tx, 'supervision.look-at-tasks', {})
    await app.ports.jobs.enqueue(tx, 'supervision.escalate-replies', {})
  })
  await app.settle()
  return { outcome: 'played', asOf, today }
}

async function hasProjects(database: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select exists (select from project) as there`.execute(
    database,
  )
  return rows[0]?.there === true
}

/** What whoever starts the house is told of the play; nothing where it stands at today. */
export function playNote(play: DemonstrationPlay): string | undefined {
  if (play.outcome === 'calendar-not-published')
    return `${play.year} 年的放假安排还没有公布，示范项目和示范办件没有装载；凡是要算工作日的页面都会说明原因。
The calendar of ${play.year} is not published: the demonstration's projects and cases were left out. Add calendar/${play.year}.yaml to the content of the zone and start again.`
  if (play.outcome === 'played-before' || play.asOf === play.today) return undefined
  return `示范项目和示范办件停在 ${play.asOf}：下一年的放假安排还没有公布，再往后的时限算不出来。
The demonstration stands at ${play.asOf}: the next year's calendar is not published, and later limits could not be counted.`
}
