/**
 * Versions of a rule: each is in force from its first day to its last, both included.
 */

import { accept, type Result, refuse } from '../kernel/index.ts'
import type { TableFinding } from './tables/table-reader.ts'
import { dayNumber, dayText } from './values/day-text.ts'

/** Something in force for a time. */
export interface Dated {
  /** first day in force, YYYY-MM-DD */
  readonly from: string
  /** last day in force, YYYY-MM-DD; absent = until further notice */
  readonly to?: string
}

/**
 * The version in force on a day. Refuses where there is none, or more than one.
 *
 * @param day - YYYY-MM-DD
 */
export function versionOn<Version extends Dated>(
  versions: readonly Version[],
  day: string,
): Result<Version, 'no-version-in-force' | 'versions-overlap'> {
  const [version, ...others] = versions.filter(({ from, to }) => from <= day && (!to || day <= to))
  if (!version) return refuse('no-version-in-force', { day })
  return others.length > 0 ? refuse('versions-overlap', { day }) : accept(version)
}

/** The days on which no version, or more than one, is in force between the first day and the last; in order of time. */
export function checkVersions(versions: readonly Dated[]): readonly TableFinding[] {
  const order = versions.map((version, index) => ({ version, index }))
  order.sort((a, b) => (a.version.from < b.version.from ? -1 : 1))
  const findings: TableFinding[] = []
  let covered: string | undefined
  for (const { version, index } of order) {
    const path = [index, 'from']
    if (covered !== undefined) findings.push(...seam(covered, version.from, path))
    const last = version.to ?? endless
    if (covered === undefined || last > covered) covered = last
  }
  return findings
}

const endless = '9999-12-31'

/** What is wrong between the last day covered so far and the first day of the next version. */
function seam(covered: string, from: string, path: TableFinding['path']): readonly TableFinding[] {
  if (covered >= from)
    return [{ code: 'versions-overlap', path, sentence: `Two versions are in force on ${from}.` }]
  const next = dayText(dayNumber(covered) + 1)
  if (next === from) return []
  const last = dayText(dayNumber(from) - 1)
  return [{ code: 'version-gap', path, sentence: `No version is in force from ${next} to ${last}.` }]
}
