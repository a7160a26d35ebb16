/**
 * What the Chinese content of registration means, for readers of English. Decisions and their traces hold the Chinese
 * text, which prevails; English is put beside or over it only where something is shown.
 */

import { join } from 'node:path'
import { filled } from '@guanjia/core/kernel'
import type { ScopeCatalogue } from '@guanjia/core/registration'
import { looseObject, object, type output, record, string } from 'zod'
import { readContentFile } from '../platform/content-file.ts'

const reasonText = object({ text: string().min(1), mend: string().min(1) })

const englishFile = looseObject({
  carriers: record(string(), string()),
  receivers: record(string(), string()),
  notKnown: reasonText,
  checks: record(string(), object({ title: string().min(1), reasons: record(string(), reasonText) })),
  scope: record(string(), string()),
})

/** The English of a zone's registration content. */
export type RegistrationEnglish = output<typeof englishFile>

/** The language somebody reads. */
export type Language = 'zh-CN' | 'en'

/** Reads `registration/english.yaml`. */
export function readRegistrationEnglish(contentFolder: string): RegistrationEnglish {
  const file = join(contentFolder, 'registration/english.yaml')
  return englishFile.parse(readContentFile(file))
}

/** What a Chinese name means, or null for who reads Chinese and where nobody has said it. */
export function glossOf(
  words: Readonly<Record<string, string>>,
  id: string,
  language: Language,
): string | null {
  return language === 'en' ? (words[id] ?? null) : null
}

interface ShownReason {
  readonly code: string
  readonly text: string
  readonly mend: string
  readonly values?: Readonly<Record<string, string>> | undefined
}

interface ShownCheck<Reason extends ShownReason> {
  readonly id: string
  readonly title: string
  readonly because: readonly Reason[]
}

/** Checks that did not pass, in the reader's language; what has no English stays Chinese. */
export function checksIn<Reason extends ShownReason, Check extends ShownCheck<Reason>>(
  language: Language,
  english: RegistrationEnglish,
  checks: readonly (Check & ShownCheck<Reason>)[],
): (Check & { because: Reason[] })[] {
  return checks.map((check) => {
    const words = language === 'en' ? english.checks[check.id] : undefined
    const said = (code: string) => (code === 'not-known' ? english.notKnown : words?.reasons[code])
    const because = check.because.map((reason) => reasonIn(words && said(reason.code), reason))
    return { ...check, title: words?.title ?? check.title, because }
  })
}

function reasonIn<Reason extends ShownReason>(
  said: output<typeof reasonText> | undefined,
  reason: Reason,
): Reason {
  if (said === undefined) return reason
  const { values = {} } = reason
  return { ...reason, text: filled(said.text, values), mend: filled(said.mend, values) }
}

/** Standard wording that is found by its English too. */
export function withEnglishWords<Catalogue extends ScopeCatalogue>(
  catalogue: Catalogue,
  { scope }: RegistrationEnglish,
): Catalogue {
  const entries = catalogue.entries.map((entry) => {
    const meaning = scope[entry.id]?.toLowerCase() ?? ''
    const words = meaning.split(/[^a-z]+/).filter((word) => word.length > 3 && !says.has(word))
    return { ...entry, words: [...entry.words, ...words] }
  })
  return { ...catalogue, entries }
}

/** Words of trade in general, which tell no entry from another. */
const says = new Set('services service sale retail wholesale trade included other with management'.split(' '))
