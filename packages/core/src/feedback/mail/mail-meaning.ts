/**
 * What a mail is about, by words that the zone lists: its kind, its topic, and whether it reads like a report of
 * misconduct. A word list guesses. It errs towards confidence: what may report an official is not kept, and whoever meant
 * something else is told with which subject to write again.
 */

import type { IssueKind } from '../issue/issue-event.ts'
import { comparedWords } from './mail-words.ts'

/** The words by which the zone sorts mail. */
export interface MailVocabulary {
  /** words at the beginning of a subject that say what the sender wants it to be */
  readonly kinds: Readonly<Record<IssueKind, readonly string[]>>
  readonly topics: readonly { readonly id: string; readonly words: readonly string[] }[]
  readonly otherwise: string
  /** words that alone make a mail a report of misconduct */
  readonly misconduct: readonly string[]
  /** words at the beginning of a subject with which whoever was misunderstood says that theirs is no such report */
  readonly overruling: readonly string[]
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

/**
 * The kind and the topic of a mail. A kind that the subject begins with is the sender's own word; the words of misconduct are
 * outranked by the overruling ones alone: a complaint may well be about an official.
 */
export function meaningOfMail({ subject, text, files }: Written, vocabulary: MailVocabulary): MailMeaning {
  const said = comparedWords([subject, text, ...files].join('\n'))
  const has = (words: readonly string[]) => words.some((word) => said.includes(comparedWords(word)))
  const topic = vocabulary.topics.find(({ words }) => has(words))?.id ?? vocabulary.otherwise
  const declared = declaredKind(subject, vocabulary)
  const isOverruled = beginsWith(subject, vocabulary.overruling)
  if (!isOverruled && has(vocabulary.misconduct)) return { kind: 'misconduct', topic }
  return { kind: declared ?? 'appeal', topic }
}

function declaredKind(subject: string, { kinds }: MailVocabulary): IssueKind | undefined {
  return (['appeal', 'suggestion', 'complaint'] as const).find((kind) => beginsWith(subject, kinds[kind]))
}

function beginsWith(subject: string, words: readonly string[]): boolean {
  const begin = comparedWords(subject).replace(/^[[【（(]+/, '')
  return words.some((word) => begin.startsWith(comparedWords(word)))
}
