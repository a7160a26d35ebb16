/**
 * Within which time a service is done: what the law allows, and what the authority commits itself to.
 */

import {
  type Entry,
  entryAt,
  ifGiven,
  oneOf,
  onlyFields,
  type Wording,
  wholeAt,
  wordingAt,
} from '../reading/entry.ts'
import { type Provenance, provenanceOf } from '../reading/provenance.ts'

/** What time is counted in; done `at-once` and `none` (no limit of its own) count 0. */
export type TimeUnit = 'working-days' | 'natural-days' | 'at-once' | 'none'

/** A time limit, and where it was found. */
export interface ServiceTime extends Provenance {
  /** in `unit`, whole, 0 or more */
  readonly value: number
  readonly unit: TimeUnit
  /** by how much it may be extended, once */
  readonly extension?: TimeExtension | undefined
  readonly note?: Wording | undefined
}

/** By how much a limit may be extended. */
export interface TimeExtension {
  /** in `unit`, whole */
  readonly value: number
  readonly unit: TimeUnit
  /** who approves it, or up to which total */
  readonly note: Wording
}

const units: readonly [TimeUnit, ...TimeUnit[]] = ['working-days', 'natural-days', 'at-once', 'none']

/** Reads the time at a field; what is wrong with it is noted in the entry. */
export function serviceTimeAt(parent: Entry, field: string): ServiceTime {
  const entry = entryAt(parent, field)
  onlyFields(entry, 'value unit extension note source mark')
  return {
    value: wholeAt(entry, 'value'),
    unit: oneOf(entry, 'unit', units),
    extension: ifGiven(entry, 'extension', extensionAt),
    note: ifGiven(entry, 'note', wordingAt),
    ...provenanceOf(entry),
  }
}

function extensionAt(parent: Entry, field: string): TimeExtension {
  const entry = entryAt(parent, field)
  onlyFields(entry, 'value unit note')
  return {
    value: wholeAt(entry, 'value'),
    unit: oneOf(entry, 'unit', units),
    note: wordingAt(entry, 'note'),
  }
}
