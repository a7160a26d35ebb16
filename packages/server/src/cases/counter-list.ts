/**
 * The list of the counter: cases to check, and those whose applicant still has to bring something, since whoever has no
 * account brings it here.
 */

import type * as contract from '@guanjia/contract/cases'
import type { RouteOutput } from '@guanjia/contract/route'
import { type CaseState, type DeadlineKind, openCorrection, owedPapers } from '@guanjia/core/cases'
import { sql } from 'kysely'
import { deadlinesOf, entriesOf, type ListedRow, listed } from './case-lists.ts'
import type { CasesPorts } from './cases-ports.ts'
import { casesTables } from './store/cases-tables.ts'

type CounterEntry = RouteOutput<typeof contract.listCounterCases>['cases'][number]
type Asked = CounterEntry['asked']

/** What the applicant has to be at the counter by, where something of theirs is waited for. */
const days: Readonly<Record<Exclude<Asked, 'check'>, DeadlineKind>> = {
  correction: 'correction',
  papers: 'following-paper',
}

/** Cases whose completeness is to be checked, and those with an open correction or papers to follow. */
export async function readCounterCases(ports: CasesPorts): Promise<CounterEntry[]> {
  const rows = (await listed(ports)
    .where((row) =>
      row.or([
        row('situation', 'in', ['received', 'correcting']),
        row.and([
          row('situation', 'in', ['accepted', 'in-review']),
          sql<boolean>`jsonb_array_length(state->'follow') > 0`,
        ]),
      ]),
    )
    .execute()) as ListedRow[]
  const byId = new Map(rows.map((row) => [row.id, row]))
  return entriesOf(ports, rows).flatMap((entry): CounterEntry[] => {
    const row = byId.get(entry.id)
    const asked = row === undefined ? undefined : askedOf(row.state)
    if (row === undefined || asked === undefined) return []
    if (asked === 'check') return [{ ...entry, asked }]
    const next = deadlinesOf(ports, row).find(({ kind }) => kind === days[asked])
    return [{ ...entry, asked, next: next === undefined ? null : { ...next } }]
  })
}

function askedOf(state: CaseState): Asked | undefined {
  if (openCorrection(state) !== undefined) return 'correction'
  if (state.situation.at === 'received') return 'check'
  return owedPapers(state).length > 0 ? 'papers' : undefined
}

/** The case of a number; undefined where there is none, or where it is a draft and not handed in yet. */
export async function findNumberedCase(
  { database }: CasesPorts,
  number: string,
): Promise<string | undefined> {
  const row = await casesTables(database)
    .selectFrom('case_file')
    .select('id')
    .where('number', '=', number.toUpperCase())
    .where('situation', 'not in', ['draft', 'discarded'])
    .executeTakeFirst()
  return row?.id
}
