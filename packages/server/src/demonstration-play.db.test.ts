import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@guanjia/devkit/test-database'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { type DemonstrationPlay, playDemonstration, playNote } from './demonstration-play.ts'
import { openLeadDatabase } from './leads/index.ts'
import type { Database } from './platform/database/database.ts'

/** Houses that open over one empty database at the same moment. */
async function opened(now: string, houses: number) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guanjia-play-'))
  const env = { GUANJIA_DATA: dataFolder, GUANJIA_LOG_LEVEL: 'silent', GUANJIA_DISK_RESERVE_MB: '0' }
  const { config, secrets } = readConfig(env, { demonstration: true })
  const db = await testDatabase()
  const address = { url: db.adminUrl, role: 'guanjia_app' as const, connections: 10 }
  const leadDesk = { url: db.adminUrl, role: 'guanjia_leads_desk' as const }
  const leadIntake = { url: db.adminUrl, role: 'guanjia_leads' as const }
  const house = { config, secrets, address, leadDesk, leadIntake, now: new Date(now) }
  const plays = await Promise.all(Array.from({ length: houses }, () => playDemonstration(house)))
  return {
    plays,
    database: db.database,
    leadDesk,
    [Symbol.asyncDispose]: async () => {
      await db.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Leads that every handler's key opens. */
async function leadsOpenTo({ leadDesk }: Pick<Awaited<ReturnType<typeof opened>>, 'leadDesk'>) {
  await using leads = openLeadDatabase(leadDesk)
  const rows = await leads
    .selectFrom('leads.wrap')
    .innerJoin('leads.envelope', 'leads.envelope.id', 'leads.wrap.envelope_id')
    .select(({ fn }) => ['lead_id', fn.countAll<number>().as('wraps')])
    .where('position', '=', 0)
    .groupBy('lead_id')
    .execute()
  return rows.filter(({ wraps }) => Number(wraps) === 2).length
}

/** What the lights have suggested, a person decided, and the desk has heard. */
async function suggestionsHeard({ leadDesk }: Pick<Awaited<ReturnType<typeof opened>>, 'leadDesk'>) {
  await using leads = openLeadDatabase<{ 'leads.suggestion': { node: string; project: string } }>(leadDesk)
  return await leads.selectFrom('leads.suggestion').select(['node', 'project']).execute()
}

interface Standing {
  readonly situation: string
  readonly light: string
  readonly court: string
}

async function standings(database: Database): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`select situation, light, court from case_file`.execute(database)
  return rows
}

async function projects(database: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from project`.execute(database)
  return rows[0]?.count ?? 0
}

/** Where the needs for space stand, and what the register knows of those that were passed on from it. */
async function needs(database: Database): Promise<readonly (readonly [string, string | null])[]> {
  const { rows } = await sql<{ situation: string; told: string | null }>`
    select need.situation, told.situation as told from space_need as need
    left join issue_need as told on told.need_id = need.id order by need.number`.execute(database)
  return rows.map(({ situation, told }) => [situation, told])
}

/** How many answered the questionnaire, and how many of them by the link of an invited firm. */
async function surveyed(database: Database): Promise<readonly number[]> {
  const { rows } = await sql<{ all: number; invited: number }>`
    select (select count(*)::int from questionnaire_answer) as all,
      (select count(*)::int from questionnaire_invitation where is_answered) as invited`.execute(database)
  return rows.flatMap(({ all, invited }) => [all, invited])
}

const outcomes = (plays: readonly DemonstrationPlay[]) => plays.map(({ outcome }) => outcome).toSorted()

describe('the demonstration', () => {
  it('is played once by two houses that open at the same moment, and has cases at every desk', async () => {
    await using house = await opened('2026-11-26T03:00:00Z', 2)
    expect(outcomes(house.plays)).toEqual(['played', 'played-before'])
    expect(await projects(house.database)).toBe(2)
    const cases = await standings(house.database)
    const situations = new Set(cases.map(({ situation }) => situation))
    for (const situation of [
      'draft',
      'received',
      'correcting',
      'in-review',
      'granted',
      'granted-on-promise',
      'refused',
      'withdrawn',
    ])
      expect(situations).toContain(situation)
    const lights = new Set(cases.map(({ light }) => light))
    for (const light of ['green', 'amber', 'red', 'grey']) expect(lights).toContain(light)
    expect(await leadsOpenTo(house)).toBe(4)
    expect(await suggestionsHeard(house)).toEqual([{ node: 'start', project: '生物医药研发生产基地' }])
    expect(await needs(house.database)).toEqual([
      ['rated', null],
      ['not-found', null],
      ['proposed', 'proposed'],
      ['transferred', null],
      ['transferred', null],
    ])
    expect(await surveyed(house.database)).toEqual([11, 3])
    expect(playNote(house.plays[0] ?? { outcome: 'played-before' })).toBeUndefined()
  }, 120_000)

  it('comes alive on the last day of the published calendar, standing at an earlier day, and says so', async () => {
    await using house = await opened('2026-12-31T03:00:00Z', 1)
    expect(house.plays).toEqual([{ outcome: 'played', asOf: '2026-12-03', today: '2026-12-31' }])
    expect(await projects(house.database)).toBe(2)
    const [play] = house.plays
    expect(play && playNote(play)).toContain('停在 2026-12-03')
  }, 120_000)

  it('says which calendar it lacks in a year without one, and leaves everything out', async () => {
    await using house = await opened('2027-01-05T03:00:00Z', 1)
    expect(house.plays).toEqual([{ outcome: 'calendar-not-published', year: '2027' }])
    expect(await projects(house.database)).toBe(0)
    const [play] = house.plays
    expect(play && playNote(play)).toContain('2027 年的放假安排还没有公布')
  }, 60_000)
})
