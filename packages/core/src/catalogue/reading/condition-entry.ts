/**
 * Reading the conditions that stand in content.
 */

import { assert } from '../../kernel/index.ts'
import { type Condition, parseCondition } from '../../rules/index.ts'
import { type Entry, note, textAt } from './entry.ts'

/** The condition at a field; `undefined` where there is none or, with a finding, where it cannot be read. */
export function conditionAt(entry: Entry, field: string): Condition | undefined {
  if (entry.fields[field] === undefined) return undefined
  const read = parseCondition(textAt(entry, field))
  if (read.ok) return read.value
  note(entry, read.code, [field], `At ${String(read.because.position)}: ${String(read.because.sentence)}`)
  return undefined
}

/** The condition that must stand at a field; one that is never true, with a finding, where it cannot be read. */
export function neededConditionAt(entry: Entry, field: string): Condition {
  if (entry.fields[field] === undefined) note(entry, 'text-missing', [field], `${field} is missing.`)
  const read = conditionAt(entry, field)
  if (read) return read
  const never = parseCondition('false')
  assert(never.ok, 'false is a condition')
  return never.value
}
