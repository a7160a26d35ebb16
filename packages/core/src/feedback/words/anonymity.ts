/**
 * Whether a text that everybody may read still tells who asked: numbers of people are found by their form, names by
 * being known. What it cannot know, such as a nickname, is for the person who publishes.
 */

/** What was found. */
export type PersonalTrace = 'phone' | 'identity-number' | 'e-mail' | 'name'

const forms: readonly (readonly [PersonalTrace, RegExp])[] = [
  ['phone', /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/],
  ['phone', /(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/],
  ['identity-number', /(?<!\d)\d{6}(?:18|19|20)\d{2}(?:0\d|1[0-2])[0-3]\d\d{3}[\dXx](?!\d)/],
  ['e-mail', /[\w.+-]+@[\w-]+\.[\w.]+/],
]

/**
 * The traces of people in a text.
 *
 * @param names - names that must not stand in it; those of one character are ignored
 */
export function personalTraces(text: string, names: readonly string[]): readonly PersonalTrace[] {
  const plain = text.normalize('NFKC')
  const found = forms.filter(([, form]) => form.test(plain)).map(([trace]) => trace)
  const isNamed = names.some((name) => [...name.trim()].length > 1 && plain.includes(name.trim()))
  return [...new Set<PersonalTrace>([...found, ...(isNamed ? ['name' as const] : [])])]
}
