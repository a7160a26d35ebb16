/**
 * How alike two texts are, for suggesting that somebody has said the same before. A person decides; this only finds.
 */

/** The text as it is compared: width and case folded, without spaces and punctuation. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Every pair of neighbouring characters, once; Chinese has no spaces, and pairs are nearly words. */
export function bigramsOf(text: string): readonly string[] {
  const characters = [...folded(text)]
  return [...new Set(characters.slice(1).map((character, place) => `${characters[place]}${character}`))]
}

/** Twice what is common over what there is (Dice): 1 for the same pairs, 0 for none in common. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const all = one.length + other.length
  if (all === 0) return 0
  const there = new Set(other)
  return (2 * one.filter((pair) => there.has(pair)).length) / all
}
