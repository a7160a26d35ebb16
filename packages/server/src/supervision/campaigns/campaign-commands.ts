/**
 * Campaigns: begun with a scope and a period, concluded once everything found is put right.
 */

import { plainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { campaignConclusion } from '@guanjia/core/supervision'
import { sql } from 'kysely'
import { authorityWording } from '../../cases/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, personOf, type SupervisionRoom, yearOf } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** A campaign as it begins. */
export interface NewCampaign {
  /** id of one of the campaigns of the zone */
  readonly subject: string
  readonly scope: string
  readonly from: string
  readonly until: string
}

/** Begins it. */
export async function openCampaign(
  room: SupervisionRoom,
  context: CommandContext,
  { subject, scope, from, until }: NewCampaign,
): Promise<Result<{ id: string; number: string }, 'campaign-not-listed' | 'period-ends-before-it-begins'>> {
  if (!room.campaigns.campaigns.some(({ id }) => id === subject))
    return refuse('campaign-not-listed', { subject })
  if (until < from) return refuse('period-ends-before-it-begins')
  const { tx, now, record, emit, commit } = context
  const { rows } = await sql<{ next: string }>`select nextval('campaign_number') as next`.execute(tx)
  const id = room.newId()
  const number = `ZX${yearOf(room, now)}-${String(rows[0]?.next).padStart(4, '0')}`
  await supervisionTables(tx)
    .insertInto('campaign')
    .values({
      id,
      number,
      subject,
      scope,
      from_day: from,
      until_day: until,
      opened_by: personOf(context),
      opened_at: now,
      concluded_by: null,
      concluded_at: null,
      conclusion: null,
    })
    .execute()
  record({
    act: 'supervision.campaign-opened',
    subject: id,
    body: { number, campaign: subject, from, until, scope: commit(scope) },
  })
  emit({ type: 'supervision.campaign-moved', subject: id, body: { act: 'open' } })
  return accept({ id, number })
}

/** Something found at a unit. */
export interface NewFinding {
  readonly campaignId: string
  readonly unit: string
  readonly words: string
  readonly rectifyBy: string
}

type FindingRefusal = 'campaign-unknown' | 'campaign-concluded' | 'unit-unknown' | 'due-day-passed'

/** Records it. */
export async function recordFinding(
  room: SupervisionRoom,
  context: CommandContext,
  { campaignId, unit, words, rectifyBy }: NewFinding,
): Promise<Result<{ id: string }, FindingRefusal>> {
  const running = await lockRunning(context, campaignId)
  if (!running.ok) return running
  if (authorityWording(room.zone.zone, unit)['zh-CN'] === unit) return refuse('unit-unknown', { unit })
  const { tx, now, record, emit, commit } = context
  if (rectifyBy <= dayOf(room, now)) return refuse('due-day-passed')
  const id = room.newId()
  await supervisionTables(tx)
    .insertInto('campaign_finding')
    .values({
      id,
      campaign_id: campaignId,
      unit,
      words,
      rectify_by: rectifyBy,
      state: 'open',
      recorded_by: personOf(context),
      recorded_at: now,
    })
    .execute()
  record({
    act: 'supervision.finding-recorded',
    subject: campaignId,
    body: { finding: id, unit, rectifyBy, words: commit(words) },
  })
  emit({ type: 'supervision.campaign-moved', subject: campaignId, body: { act: 'find' } })
  return accept({ id })
}

/** Concludes a campaign. */
export async function concludeCampaign(
  context: CommandContext,
  { campaignId, words }: { readonly campaignId: string; readonly words: string },
): Promise<Result<{ number: string }, 'campaign-unknown' | 'campaign-concluded' | 'findings-not-rectified'>> {
  const running = await lockRunning(context, campaignId)
  if (!running.ok) return running
  const { tx, now, record, emit, commit } = context
  const tables = supervisionTables(tx)
  const findings = await tables
    .selectFrom('campaign_finding')
    .select(['state', 'rectify_by'])
    .where('campaign_id', '=', campaignId)
    .execute()
  const may = campaignConclusion(
    findings.map(({ state, rectify_by }) => ({ state, rectifyBy: plainDate(rectify_by) })),
  )
  if (!may.ok) return may
  await tables
    .updateTable('campaign')
    .set({ concluded_by: personOf(context), concluded_at: now, conclusion: words })
    .where('id', '=', campaignId)
    .execute()
  record({
    act: 'supervision.campaign-concluded',
    subject: campaignId,
    body: { findings: findings.length, words: commit(words) },
  })
  emit({ type: 'supervision.campaign-moved', subject: campaignId, body: { act: 'conclude' } })
  return accept({ number: running.value.number })
}

/** A campaign that has not been concluded, locked: nothing is found in it meanwhile. */
async function lockRunning(
  { tx }: CommandContext,
  id: string,
): Promise<Result<{ readonly number: string }, 'campaign-unknown' | 'campaign-concluded'>> {
  const row = await supervisionTables(tx)
    .selectFrom('campaign')
    .select(['number', 'concluded_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return refuse('campaign-unknown')
  return row.concluded_at === null ? accept({ number: row.number }) : refuse('campaign-concluded')
}
