/**
 * The tree of campaigns as it is read: whoever supervises sees everything, a department what was found at it.
 */

import type { RouteOutput } from '@guanjia/contract/route'
import type { listCampaigns } from '@guanjia/contract/supervision'
import { may, type Principal } from '@guanjia/core/access'
import { plainDate } from '@guanjia/core/calendar'
import { campaignFigures } from '@guanjia/core/supervision'
import { type Selectable, sql } from 'kysely'
import { dayOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { type Reader, unitNamed, unitsOf } from '../tasks/task-view.ts'
import type { CampaignTables } from './campaign-tables.ts'

type Tree = RouteOutput<typeof listCampaigns>
type Run = Tree['areas'][number]['campaigns'][number]['runs'][number]
type Finding = Run['findings'][number]
type CampaignRow = Selectable<CampaignTables['campaign']>
type FindingRow = Selectable<CampaignTables['campaign_finding']>

interface EntryRow extends Omit<Finding['entries'][number], 'at'> {
  readonly findingId: string
  readonly at: Date
}

/** The tree. */
export async function readCampaigns(room: SupervisionRoom, reader: Reader): Promise<Tree> {
  const { language, principal } = reader
  const { focusAreas, campaigns, source, mark } = room.campaigns
  const runs = await readRuns(room, reader)
  return {
    areas: focusAreas.map(({ id, name }) => ({
      id,
      name: name[language],
      campaigns: campaigns
        .filter(({ area }) => area === id)
        .map((campaign) => ({
          id: campaign.id,
          name: campaign.name[language],
          runs: runs.filter(({ subject }) => subject === campaign.id).map(({ run }) => run),
        })),
    })),
    units: unitsOf(room, language),
    source,
    mark,
    mayRun: may(principal, 'supervision.run-campaign'),
  }
}

interface SubjectRun {
  readonly subject: string
  readonly run: Run
}

async function readRuns(room: SupervisionRoom, reader: Reader): Promise<readonly SubjectRun[]> {
  const tables = supervisionTables(room.database)
  const [campaigns, findings, entries] = await Promise.all([
    tables.selectFrom('campaign').selectAll().orderBy('from_day', 'desc').execute(),
    tables.selectFrom('campaign_finding').selectAll().orderBy('recorded_at').execute(),
    readEntries(room),
  ])
  return campaigns.flatMap((campaign): SubjectRun[] => {
    const own = findings.filter((one) => one.campaign_id === campaign.id)
    const seen = own.filter((finding) => isSeen(finding, reader.principal))
    if (seen.length === 0 && !may(reader.principal, 'supervision.run-campaign')) return []
    return [{ subject: campaign.subject, run: runOf(room, { campaign, findings: seen, entries }, reader) }]
  })
}

function isSeen({ unit }: FindingRow, principal: Principal): boolean {
  if (may(principal, 'supervision.run-campaign')) return true
  return principal.kind === 'person' && principal.authorities.includes(unit)
}

interface Parts {
  readonly campaign: CampaignRow
  readonly findings: readonly FindingRow[]
  readonly entries: readonly EntryRow[]
}

function runOf(room: SupervisionRoom, { campaign, findings, entries }: Parts, reader: Reader): Run {
  const on = dayOf(room, reader.now)
  const counted = findings.map(({ state, rectify_by }) => ({ state, rectifyBy: plainDate(rectify_by) }))
  return {
    id: campaign.id,
    number: campaign.number,
    scope: campaign.scope,
    from: campaign.from_day,
    until: campaign.until_day,
    concludedAt: campaign.concluded_at?.toISOString() ?? null,
    conclusion: campaign.conclusion,
    figures: campaignFigures(counted, on),
    findings: findings.map((finding) => ({
      id: finding.id,
      unit: unitNamed(room, finding.unit, reader.language),
      words: finding.words,
      rectifyBy: finding.rectify_by,
      overdue: finding.state === 'open' && on > finding.rectify_by,
      state: finding.state,
      entries: entries
        .filter(({ findingId }) => findingId === finding.id)
        .map(({ act, passed, words, by, at }) => ({ act, passed, words, by, at: at.toISOString() })),
      mayReport:
        finding.state === 'open' &&
        may(reader.principal, 'supervision.report-finding', { authorities: [finding.unit] }),
    })),
  }
}

async function readEntries({ database }: SupervisionRoom): Promise<readonly EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select e.finding_id as "findingId", e.act, e.passed, e.words, person.name as by, e.at
    from campaign_finding_entry e join person on person.id = e.by_person order by e.id`.execute(database)
  return rows
}
