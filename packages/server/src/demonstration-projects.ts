/**
 * Plays the projects of a demonstration before the house opens for the first time: in a house of its own over the same
 * database, with a clock that is put to the days on which things happened.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { calendarDay, localMoment } from '@guanjia/core/calendar'
import { sql } from 'kysely'
import { createApp } from './app.ts'
import { publishFirstCatalogue, readCatalogueContent } from './catalogue/index.ts'
import type { Config, Secrets } from './config.ts'
import { readDemonstrationPeople } from './demonstration/people.ts'
import { peopleAtWork, playedClock } from './demonstration/projects/people-at-work.ts'
import { type DatedProject, datedProject, playProject } from './demonstration/projects/played-project.ts'
import { readDemonstrationProjects } from './demonstration/projects/projects-content.ts'
import type { Database, DatabaseAddress } from './platform/database/database.ts'
import { openResources } from './platform/resources.ts'

/** Where the play takes place. */
export interface DemonstrationHouse {
  readonly config: Config
  readonly secrets: Secrets
  readonly address: DatabaseAddress
  readonly now: Date
}

/** Plays every project, once; where there are projects already, or the calendar of the year is not published, none. */
export async function playDemonstrationProjects({
  config,
  secrets,
  address,
  now,
}: DemonstrationHouse): Promise<number> {
  const clock = playedClock(now)
  await using resources = await openResources({ ...config, address, clock })
  if (await hasProjects(resources.database)) return 0
  const { contentFolder } = config
  const { projects, ...parts } = readDemonstrationProjects(contentFolder)
  await using app = await createApp({ config, secrets, resources })
  await app.http.ready()
  const { calendar, utcOffsetMinutes } = app.ports.zone
  const today = localMoment(now.getTime(), utcOffsetMinutes).date
  if (!calendarDay(calendar, today).ok) return 0
  const { catalogue } = readCatalogueContent(contentFolder)
  const dated = projects
    .map((project) => datedProject({ catalogue, calendar, today }, project))
    .filter((one): one is DatedProject => one !== undefined)
    .toSorted((one, other) => (one.start < other.start ? -1 : 1))
  const [first] = dated
  if (first === undefined) return 0
  clock.set(new Date(`${first.start}T00:30:00Z`))
  await publishFirstCatalogue(app.ports, {
    principal: systemPrincipal('catalogue'),
    name: 'system:catalogue',
  })
  const people = readDemonstrationPeople(contentFolder)
  const send = peopleAtWork({ http: app.http, database: resources.database, clock, people })
  const playing = { send, clock, catalogue, calendar, parts, today, settle: app.settle }
  for (const one of dated) await playProject(playing, one)
  clock.set(now)
  await app.settle()
  return dated.length
}

async function hasProjects(database: Database): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select exists (select from project) as there`.execute(
    database,
  )
  return rows[0]?.there === true
}
