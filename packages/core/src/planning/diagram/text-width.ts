/**
 * How wide a text is, near enough to keep labels apart without a screen.
 */

/** Width in the unit of `size`: ideographs and full-width marks are one em wide, all else a little more than half. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const letter of text) ems += (letter.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.58
  return ems * size
}
