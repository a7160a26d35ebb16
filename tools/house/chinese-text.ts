/**
 * Chinese where it belongs and as it is written: components say nothing themselves, their words stand in `texts/`; and
 * punctuation between Chinese characters is full width. An ASCII comma inside a YAML flow map ends the value without a
 * sound, so a clause of law can lose its second half.
 */

const han = /\p{Script=Han}/u
const narrow = /[\p{Script=Han}”’」』》）](?<sign>[,:;?!()])[\p{Script=Han}“‘「『《（]/gu
/** A value, a piece of code or a link between Chinese characters takes their punctuation: `应为 ${count}，现为`. */
const narrowBesideValue =
  /[}`\w)](?<sign>[,:;?!])[\p{Script=Han}“‘「『《（]|[\p{Script=Han}”’」』》）](?<sign>[,:;?!])(?:[`\d]|\$\{)/gu

/** Whether a file is a component of the pages, which takes its words from `texts/`. */
export function isComponent(path: string): boolean {
  return /^packages\/web\/src\/(?!texts\/).*\.tsx$/.test(path)
}

/** Files whose Chinese is compared and not read: names as they are typed, forms of names as they are folded. */
const compared = /^packages\/devkit\/|^content\/[^/]+\/names\/forms\.yaml$|\.(test|e2e)\.tsx?$/

/** Whether a file holds Chinese that people read. */
export function holdsTexts(path: string): boolean {
  return /^packages\/.*\.tsx?$|^content\/.*\.yaml$|\.md$/.test(path) && !compared.test(path)
}

/** Lines of a component that speak Chinese themselves. */
export function chineseLines(file: string, source: string): readonly string[] {
  return source
    .split('\n')
    .flatMap((line, index) =>
      han.test(line) ? [`${file}:${index + 1}: Chinese in a component: move it to texts/`] : [],
    )
}

/** ASCII punctuation between Chinese characters. */
export function narrowPunctuation(file: string, source: string): readonly string[] {
  return source
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(narrow), ...line.matchAll(narrowBesideValue)].map(
        (found) =>
          `${file}:${index + 1}: "${found[0]}" has an ASCII ${found.groups?.['sign']}: write it full width`,
      ),
    )
}
