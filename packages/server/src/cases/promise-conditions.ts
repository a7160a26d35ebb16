/**
 * Whether somebody may sign a promise: the guards of the commitment on the facts of the case, and the credit register.
 *
 * A guard that cannot be answered does not hold: a promise replaces a requirement by a weaker one, never by nothing.
 */

import { deriveFacts } from '@guanjia/core/catalogue'
import { evaluate } from '@guanjia/core/rules'
import type { CasesPorts } from './cases-ports.ts'
import type { CaseRow } from './store/cases-tables.ts'

/** What the decider has to know before a promise is signed. */
export async function promiseConditions(
  { catalogue, credit }: CasesPorts,
  row: Pick<CaseRow, 'applicant_id' | 'answers'>,
  promise: string,
): Promise<{ readonly isExcluded: boolean; readonly doGuardsHold: boolean }> {
  const standing = await credit.standingOf(row.applicant_id)
  const published = await catalogue.current()
  const commitment = published?.catalogue.path.commitments.find(({ id }) => id === promise)
  const given = { ...row.answers, 'credit.standing': standing }
  const { facts } = deriveFacts(published?.catalogue.derivedFacts ?? [], given)
  return {
    isExcluded: standing === 'bad',
    doGuardsHold: commitment?.guards.every(({ when }) => evaluate(when, facts).value === true) ?? false,
  }
}
