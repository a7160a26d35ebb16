/**
 * Columns: one number an activity or link, side by side.
 */

/** One number for each activity or link, at its place. Plain arrays: small typed ones cost more to make than to fill. */
export type Column = readonly number[]

/** A column of so many equal numbers. */
export function column(size: number, value: number): number[] {
  // oxlint-disable-next-line unicorn/no-new-array -- ten times as fast as Array.from, in the loop that all planning runs in
  return new Array<number>(size).fill(value)
}
