/**
 * Statutes, and the articles of them that services rest on.
 */

import { dayAt, type Entry, ifGiven, onlyFields, textAt, type Wording, wordingAt } from '../reading/entry.ts'
import { type Mark, markOf, type Provenance, provenanceOf } from '../reading/provenance.ts'

/** A law, a regulation or a decree in the version that content was written by. */
export interface Statute extends Provenance {
  /** its short title in Chinese, such as 建筑法 */
  readonly id: string
  readonly name: Wording
  /** first day of this version in force, YYYY-MM-DD; absent where it was not found */
  readonly from?: string | undefined
}

/** The article a service rests on. */
export interface LegalBasis {
  /** id of a statute */
  readonly statute: string
  /** number of the article as people cite it: `8`, `42(2)`; empty where only the statute is known */
  readonly article: string
  readonly mark: Mark
}

/** Reads a statute; what is wrong with it is noted in the entry. */
export function readStatute(entry: Entry): Statute {
  onlyFields(entry, 'id name from source mark')
  return {
    id: textAt(entry, 'id'),
    name: wordingAt(entry, 'name'),
    from: ifGiven(entry, 'from', dayAt),
    ...provenanceOf(entry),
  }
}

/** Reads an article; what is wrong with it is noted in the entry. */
export function readLegalBasis(entry: Entry): LegalBasis {
  onlyFields(entry, 'statute article mark')
  const { article } = entry.fields
  return {
    statute: textAt(entry, 'statute'),
    article: typeof article === 'number' ? String(article) : (ifGiven(entry, 'article', textAt) ?? ''),
    mark: markOf(entry),
  }
}
