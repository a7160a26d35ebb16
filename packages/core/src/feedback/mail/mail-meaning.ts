/**
 * What a mail is about, by words that the zone lists: its kind, its topic, and whether it reads like a report of
 * misconduct. A word list guesses. It errs towards confidence: what may report an official is not kept, and whoever meant
 * something else is told with which subject to write again.
 */

import type { IssueKind } from '../issue/issue-event.ts'

/** The words by which the zone sorts mail. */
export interface MailVocabulary {
  /** words at the beginning of a subject that say what the sender wants it to be */
  readonly kinds: Readonly<Record<IssueKind, readonly string[]>>
  readonly topics: readonly { readonly id: string; readonly words: readonly string[] }[]
  readonly otherwise: string
  /** words that alone make a mail a report of misconduct */
  readonly misconduct: readonly string[]
}

/** Sorted mail. */
export interface MailMeaning {
  readonly kind: IssueKind | 'misconduct'
  readonly topic: string
}

interface Written {
  readonly subject: string
  readonly text: string
  /** names of attachments: a report often says what it is in the name of its file */
  readonly files: readonly string[]
}

const compared = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** The kind and the topic of a mail; a kind that the subject begins with is the sender's own word and wins. */
export function meaningOfMail({ subject, text, files }: Written, vocabulary: MailVocabulary): MailMeaning {
  const said = compared([subject, text, ...files].join('\n'))
  const has = (words: readonly string[]) => words.some((word) => said.includes(compared(word)))
  const topic = vocabulary.topics.find(({ words }) => has(words))?.id ?? vocabulary.otherwise
  const declared = declaredKind(subject, vocabulary)
  if (declared !== undefined) return { kind: declared, topic }
  return { kind: has(vocabulary.misconduct) ? 'misconduct' : 'appeal', topic }
}

function declaredKind(subject: string, { kinds }: MailVocabulary): IssueKind | undefined {
  const begin = compared(subject).replace(/^[[【（(]+/, '')
  return (['appeal', 'suggestion', 'complaint'] as const).find((kind) =>
    kinds[kind].some((word) => begin.startsWith(compared(word))),
  )
}
