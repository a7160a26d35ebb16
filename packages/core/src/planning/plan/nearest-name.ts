/**
 * The name somebody may have meant.
 */

/** The known name with the fewest letters to change, add or leave out; the first among equals. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined
  let fewest = Infinity
  for (const candidate of known) {
    const changes = editDistance(name.toLowerCase(), candidate.toLowerCase())
    if (changes >= fewest) continue
    nearest = candidate
    fewest = changes
  }
  return nearest
}

/** Letters to change, add or leave out to make one text of the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1]
    for (let column = 1; column <= to.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1)
      line.push(Math.min(changed, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1))
    }
    above = line
  }
  return above[to.length] ?? 0
}
