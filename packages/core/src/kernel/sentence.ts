/**
 * Sentences of content with places for values: `办件{number}需要补正`.
 */

/**
 * A sentence with its values put in.
 *
 * @param sentence - words with places in braces: letters, figures and `_`
 * @param values - by the name of their place; a place without a value stays as it is, so that it is seen
 */
export function filled(
  sentence: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
