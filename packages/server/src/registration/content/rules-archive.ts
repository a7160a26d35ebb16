/**
 * The rules of decisions past: kept under their digest when the house opens, found again when a decision is replayed.
 */

import type { ReadDecisionRules } from '@guanjia/core/registration'
import type { Database } from '../../platform/database/database.ts'
import { registrationTables } from '../registration-tables.ts'
import { decisionRulesFrom } from './decision-rules-file.ts'

/** Keeps the rules in force; keeping them again changes nothing. */
export async function keepRules(database: Database, { digest, rules }: ReadDecisionRules): Promise<void> {
  await registrationTables(database)
    .insertInto('registration_rules')
    .values({ digest, version: rules.version, rules: JSON.stringify(rules) })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute()
}

/** Rules by their digest, or undefined where a decision is older than the archive. */
export async function findRules(
  database: Database,
  digest: string | null,
): Promise<ReadDecisionRules | undefined> {
  if (digest === null) return undefined
  const row = await registrationTables(database)
    .selectFrom('registration_rules')
    .select('rules')
    .where('digest', '=', digest)
    .executeTakeFirst()
  return row === undefined ? undefined : decisionRulesFrom(row.rules)
}
