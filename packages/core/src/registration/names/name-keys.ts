/**
 * Keys by which names find each other. Two names related by any rule of comparison share at least one key, so that an index,
 * a unique constraint or a lock over keys sees every conflict.
 */

import type { CompanyName } from './company-name.ts'
import { nameLikeness } from './name-likeness.ts'
import type { NameTables } from './name-tables.ts'

/** Keys of one name as text, for constraints and locks of a database. */
export interface ConflictKeys {
  /** two live names of one registrar never share one of these: S1 to S3 */
  readonly same: readonly string[]
  /** names of the same sound and the same meaning, or both without an industry: N1, N2, N5 */
  readonly similar: readonly string[]
  /** any two names related by S1 to N6 or C10 share one of these: lock them all, in order, then look */
  readonly touching: readonly string[]
}

/** Runs of two syllables or more, the whole always among them. */
function soundRuns(sound: readonly string[]): readonly (readonly [from: number, to: number])[] {
  const runs: (readonly [number, number])[] = [[0, sound.length]]
  for (let from = 0; from < sound.length; from++)
    for (let to = from + 2; to <= sound.length; to++) if (to - from < sound.length) runs.push([from, to])
  return runs
}

/** The keys of a name, each list without repeats and in order; the same in every process. */
export function conflictKeys(tables: NameTables, name: CompanyName): ConflictKeys {
  const like = nameLikeness(tables, name)
  if (like.whole) {
    const key = [`text ${like.text}`]
    return { same: key, similar: [], touching: key }
  }
  const sound = Array.from(like.trade, (character) => tables.pinyin.get(character) ?? character)
  const runs = soundRuns(sound).map(([from, to]) => `sound ${sound.slice(from, to).join(' ')}`)
  return {
    same: [`same ${like.trade} ${like.industry.wording}`],
    similar: [`similar ${sound.join(' ')} ${like.industry.meaning}`],
    touching: [...new Set([...runs, `outline ${like.outline}`])].toSorted(),
  }
}
