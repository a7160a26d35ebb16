/**
 * Answers about names in the form the command line and other machines read.
 */

import { parseCompanyName } from './company-name.ts'
import { judgeName, type NameVerdict } from './name-availability.ts'
import { foldName } from './name-fold.ts'
import { compileNameIndex } from './name-index.ts'
import type { NameTables } from './name-tables.ts'

/** The four parts of a name; a part that is not there is null. */
export interface NameParts {
  readonly region: string | null
  readonly trade: string | null
  readonly industry: string | null
  readonly form: string | null
}

/** The verdict about a name, all findings, severest first. */
export interface NameCheck {
  readonly verdict: NameVerdict
  readonly findings: readonly {
    readonly rule: string
    readonly article: string
    /** the name in conflict; null where the name itself is at fault */
    readonly existing: string | null
  }[]
}

/** The four parts of a name as `name parse` answers them. */
export function nameParseCommand(tables: NameTables, wanted: string): NameParts {
  const { region, trade, industry, form } = parseCompanyName(tables, wanted)
  return { region, trade, industry, form }
}

/**
 * The verdict about a name as `name check` answers it.
 *
 * @param registerLines - the live names of one registrar, one a line; empty and repeated lines are passed over
 */
export function nameCheckCommand(
  tables: NameTables,
  wanted: string,
  registerLines: Iterable<string>,
): NameCheck {
  const index = compileNameIndex(tables, liveNames(tables, registerLines))
  const { verdict, findings } = judgeName(tables, index, wanted)
  return { verdict, findings: findings.map(({ rule, article, existing }) => ({ rule, article, existing })) }
}

function* liveNames(tables: NameTables, lines: Iterable<string>): Generator<{ readonly name: string }> {
  const seen = new Set<string>()
  for (const line of lines) {
    const folded = foldName(tables, line.trim())
    if (folded === '' || seen.has(folded)) continue
    seen.add(folded)
    yield { name: line.trim() }
  }
}
