/**
 * A joint inspection (联合检查): own members and invited people of partner organisations look at a scope by a list of items.
 * What is found becomes tasks of the ledger; the report is drafted by one person and signed by another, and the inspection is
 * over.
 */

import type { PlainDate } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'
import type { TaskState } from '../tasks/duty-task.ts'

/** How far an inspection is: it runs, its report waits for the second signature, it is closed. */
export const inspectionStates = ['running', 'reported', 'closed'] as const

/** One of the states of an inspection. */
export type InspectionState = (typeof inspectionStates)[number]

/** What an item of the list came to. */
export const itemResults = ['sound', 'found'] as const

/** One of the results; null where nobody has looked. */
export type ItemResult = (typeof itemResults)[number]

/** Why an inspection does not go on. */
export type InspectionRefusal = 'inspection-reported' | 'inspection-closed' | 'items-unchecked'

/** Whether something may still be checked, found, or somebody invited; refused once the report is drafted. */
export function stillRunning(
  state: InspectionState,
): Result<undefined, 'inspection-reported' | 'inspection-closed'> {
  if (state === 'running') return accept(undefined)
  return refuse(state === 'reported' ? 'inspection-reported' : 'inspection-closed')
}

/** Whether the report may be drafted, or drafted anew before it is signed; refused while an item was not looked at. */
export function mayReport(
  state: InspectionState,
  items: readonly (ItemResult | null)[],
): Result<undefined, 'inspection-closed' | 'items-unchecked'> {
  if (state === 'closed') return refuse('inspection-closed')
  const left = items.filter((result) => result === null).length
  return left === 0 ? accept(undefined) : refuse('items-unchecked', { count: left })
}

/** Whether the report may be signed, or go back to be worked on; refused while there is none, and once it is signed. */
export function reportWaits(
  state: InspectionState,
): Result<undefined, 'inspection-not-reported' | 'inspection-closed'> {
  if (state === 'reported') return accept(undefined)
  return refuse(state === 'running' ? 'inspection-not-reported' : 'inspection-closed')
}

/** Which text of a report somebody has read, and which one stands; both counted from 1. */
export interface ReadReport {
  readonly read: number
  readonly stands: number
}

/** Whether the text that stands is the one that was read: nobody signs words that they have not seen. */
export function isAsRead({ read, stands }: ReadReport): Result<undefined, 'report-revised-meanwhile'> {
  return read === stands ? accept(undefined) : refuse('report-revised-meanwhile', { read, stands })
}

/** A finding as it is counted: its grade and how far its task is. */
export interface CountedInspectionFinding {
  readonly grade: string
  readonly task: TaskState
  readonly due: PlainDate
}

/** The figures of an inspection on a day. */
export interface InspectionFigures {
  readonly items: number
  readonly checked: number
  readonly findings: number
  readonly rectified: number
  /** not closed after the day of the task */
  readonly overdue: number
  /** closed tasks of all findings, in whole hundredths rounded down; null where nothing was found */
  readonly percent: number | null
  readonly grades: Readonly<Record<string, number>>
}

/** Counts items and findings on a day. */
export function inspectionFigures(
  items: readonly (ItemResult | null)[],
  findings: readonly CountedInspectionFinding[],
  on: PlainDate,
): InspectionFigures {
  const rectified = findings.filter(({ task }) => task === 'closed').length
  const grades: Record<string, number> = {}
  for (const { grade } of findings) grades[grade] = (grades[grade] ?? 0) + 1
  return {
    items: items.length,
    checked: items.filter((result) => result !== null).length,
    findings: findings.length,
    rectified,
    overdue: findings.filter(({ task, due }) => task !== 'closed' && on > due).length,
    percent: findings.length === 0 ? null : Math.floor((100 * rectified) / findings.length),
    grades,
  }
}
