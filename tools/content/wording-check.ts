/**
 * A text for people that is written in one language of the zone is written in all of them; and the texts of refusals say
 * what happened and how to mend it, without exclamation marks.
 */

import { type ContentFile, type Finding, findingAt, isRecord, type ValuePath } from './content-file.ts'

/** Texts that lack a language of the zone. */
export function wordingFindings(file: ContentFile, languages: readonly string[]): readonly Finding[] {
  const walk = (value: unknown, path: ValuePath): readonly Finding[] => {
    if (Array.isArray(value)) return value.flatMap((member, index) => walk(member, [...path, index]))
    if (!isRecord(value)) return []
    const below = Object.entries(value).flatMap(([key, member]) => walk(member, [...path, key]))
    if (!languages.some((language) => language in value)) return below
    const missing = languages.filter((language) => !isWrittenIn(value, language))
    return [
      ...missing.map((language) =>
        findingAt(file, path, 'text-missing', `${path.join('.')} has no text in ${language}.`),
      ),
      ...below,
    ]
  }
  return walk(file.value, [])
}

/** Whether a record has a text under a language tag or, as `zh` for `zh-CN`, under its language alone. */
function isWrittenIn(value: Readonly<Record<string, unknown>>, language: string): boolean {
  return language in value || (language.split('-')[0] ?? '') in value
}

/**
 * Problem texts that are malformed, written twice or, for `codes`, not there.
 *
 * @param codes - every code that a route may answer with
 */
export function problemFindings(
  files: readonly ContentFile[],
  languages: readonly string[],
  codes: readonly string[],
): readonly Finding[] {
  const written = new Map<string, string>()
  const problems = files.filter(({ place }) => place.startsWith('problems/'))
  const findings = problems.flatMap((file) =>
    Object.entries(isRecord(file.value) ? file.value : {}).flatMap(([code, texts]) => {
      const elsewhere = written.get(code)
      written.set(code, file.file)
      const twice =
        elsewhere === undefined
          ? []
          : [findingAt(file, [code], 'code-repeated', `${code} is also written in ${elsewhere}.`)]
      return [...twice, ...problemText(file, code, texts, languages)]
    }),
  )
  const [first] = problems
  if (!first) return findings
  const missing = codes.filter((code) => !written.has(code))
  return [
    ...findings,
    ...missing.map((code) => ({
      file: first.file.replace(/[^/]+$/, ''),
      line: 1,
      code: 'problem-text-missing',
      sentence: `No text says what ${code} means.`,
    })),
  ]
}

function problemText(
  file: ContentFile,
  code: string,
  texts: unknown,
  languages: readonly string[],
): readonly Finding[] {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))
    return [findingAt(file, [code], 'code-misspelt', `${code} is not in kebab-case.`)]
  return languages.flatMap((language) => {
    const text: unknown = isRecord(texts) ? texts[language] : undefined
    return ['title', 'detail'].flatMap((part) => {
      const path = [code, language, part]
      const said: unknown = isRecord(text) ? text[part] : undefined
      if (typeof said !== 'string' || said.trim() === '')
        return [findingAt(file, path, 'text-missing', `${path.join('.')} is missing.`)]
      return /[!！]/.test(said)
        ? [findingAt(file, path, 'exclamation-mark', `${path.join('.')} has an exclamation mark.`)]
        : []
    })
  })
}
