/**
 * The line at the counters: numbers are called in their order; one that was missed goes back some places, and after so
 * many calls without anybody coming it has left.
 */

/** A number in the line. */
export interface InLine {
  /** its sequence of the day, or further back once it was missed */
  readonly place: number
  readonly timesCalled: number
  readonly sequence: number
}

/** How the hall treats numbers nobody came for; figures of content. */
export interface LineRule {
  /** numbers that go before one that was missed */
  readonly placesBack: number
  /** calls after which it has left, 1 or more */
  readonly callsAtMost: number
}

/** The line in the order in which it is called; at one place a number that was missed stands behind. */
export function inOrder<Each extends InLine>(line: readonly Each[]): readonly Each[] {
  return line.toSorted(
    (one, other) =>
      one.place - other.place || one.timesCalled - other.timesCalled || one.sequence - other.sequence,
  )
}

/**
 * Where a missed number goes.
 *
 * @param waiting - the others in the line
 */
export function afterMiss(
  missed: InLine,
  waiting: readonly InLine[],
  { placesBack, callsAtMost }: LineRule,
): { readonly state: 'left' } | { readonly state: 'waiting'; readonly place: number } {
  if (missed.timesCalled >= callsAtMost) return { state: 'left' }
  const ahead = inOrder(waiting).slice(0, placesBack).at(-1)
  return { state: 'waiting', place: ahead?.place ?? missed.place }
}

/** A number as it is called out: a letter and three digits, more where the day is long. */
export function ticketNumber(sequence: number): string {
  return `A${String(sequence).padStart(3, '0')}`
}
