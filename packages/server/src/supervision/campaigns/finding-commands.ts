/**
 * What becomes of a finding: the unit says that it is put right, somebody of supervision looks.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { type FindingAct, type FindingState, findingAfter } from '@guanjia/core/supervision'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { personOf } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'

/** What somebody does to a finding, with their words. */
export interface FindingStep {
  readonly findingId: string
  readonly act: FindingAct
  readonly words: string
}

/** Lets it happen, and keeps it. */
export async function moveFinding(
  context: CommandContext,
  { findingId, act, words }: FindingStep,
): Promise<Result<{ state: FindingState }, 'finding-unknown' | 'finding-out-of-turn'>> {
  const { tx, now, record, emit, commit } = context
  const tables = supervisionTables(tx)
  const finding = await tables
    .selectFrom('campaign_finding')
    .select(['state', 'campaign_id'])
    .where('id', '=', findingId)
    .forUpdate()
    .executeTakeFirst()
  if (finding === undefined) return refuse('finding-unknown')
  const after = findingAfter(finding.state, act)
  if (!after.ok) return after
  const { value: state } = after
  await tables.updateTable('campaign_finding').set({ state }).where('id', '=', findingId).execute()
  await tables
    .insertInto('campaign_finding_entry')
    .values({
      finding_id: findingId,
      act: act.do,
      passed: act.do === 'check' ? act.passed : null,
      words,
      by_person: personOf(context),
      at: now,
    })
    .execute()
  const { campaign_id: subject } = finding
  record({
    act: 'supervision.finding-moved',
    subject,
    body: { finding: findingId, act: act.do, state, words: commit(words) },
  })
  emit({ type: 'supervision.campaign-moved', subject, body: { act: act.do } })
  return accept({ state })
}

/** The unit that a finding was made at. */
export async function findFindingUnit(database: Database, findingId: string) {
  const row = await supervisionTables(database)
    .selectFrom('campaign_finding')
    .select('unit')
    .where('id', '=', findingId)
    .executeTakeFirst()
  return row && { authorities: [row.unit] }
}
