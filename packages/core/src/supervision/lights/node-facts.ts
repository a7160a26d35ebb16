/**
 * What is known of a node, with the day on which each thing came to be known: a later change never takes back what a light
 * has shown before.
 */

import type { PlainDate } from '../../calendar/index.ts'

/** A planned day and since when it holds. */
export interface PlannedDay {
  readonly on: PlainDate
  /** the day of the decision; the first plan holds from the beginning */
  readonly decidedOn?: PlainDate
  /** agreement, land contract, permit, yearly plan */
  readonly document?: string
}

/** Time that does not count, asked for with a document and consented to by the supervisor. */
export interface NodePause {
  readonly from: PlainDate
  /** the last day; absent while it lasts */
  readonly until?: PlainDate
  /** absent while nobody has consented: then it counts for nothing */
  readonly consentedOn?: PlainDate
  readonly document: string
}

/** Progress as it was reported, in points of a hundred. */
export interface ProgressReport {
  readonly on: PlainDate
  readonly planned: number
  readonly actual: number
}

/** One node of one project. */
export interface NodeFacts {
  /** signing, land, start, completion, or another one that the zone follows */
  readonly node: string
  /** in the order in which they were decided */
  readonly plans: readonly PlannedDay[]
  /** the day on which it was done, and on which that was recorded */
  readonly done?: { readonly on: PlainDate; readonly recordedOn?: PlainDate }
  readonly pauses?: readonly NodePause[]
  readonly progress?: readonly ProgressReport[]
}

/** A node as it was known on a day. */
export interface KnownNode {
  readonly planned: PlannedDay | undefined
  readonly doneOn: PlainDate | undefined
  readonly pauses: readonly NodePause[]
  readonly progress: ProgressReport | undefined
}

/** What was known of a node at the end of a day. */
export function knownOn({ plans, done, pauses = [], progress = [] }: NodeFacts, on: PlainDate): KnownNode {
  const isDone = done !== undefined && done.on <= on && (done.recordedOn ?? done.on) <= on
  return {
    planned: plans.findLast(({ decidedOn }) => decidedOn === undefined || decidedOn <= on),
    doneOn: isDone ? done.on : undefined,
    pauses: pauses.filter(
      ({ from, consentedOn }) => consentedOn !== undefined && consentedOn <= on && from <= on,
    ),
    progress: progress
      .filter((report) => report.on <= on)
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
      .at(-1),
  }
}
