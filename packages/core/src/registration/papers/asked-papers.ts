/**
 * The papers that a draft needs, and those it still lacks.
 */

import { evaluate } from '../../rules/index.ts'
import type { ApplicationDraft, ApplicationSection } from '../application/company-application.ts'
import type { AttachedPaper } from './attached-paper.ts'
import { type PaperSetting, paperFacts } from './paper-facts.ts'
import type { PaperRule, ReadPaperRules } from './paper-rules.ts'

export type { PaperSetting } from './paper-facts.ts'

/** The papers asked for by the answers, in the order of the content. */
export function askedPapers(
  rules: ReadPaperRules,
  draft: ApplicationDraft,
  setting: PaperSetting,
): readonly PaperRule[] {
  const facts = paperFacts(draft, setting)
  return rules.papers.filter(({ id }) => {
    const condition = rules.conditions.get(id)
    return condition !== undefined && evaluate(condition, facts).value === true
  })
}

/** A paper that is asked for and was not given. */
export interface MissingPaper {
  readonly section: ApplicationSection
  readonly paper: string
  readonly article: string
}

/** Required papers of which no file was given. */
export function missingPapers(
  asked: readonly PaperRule[],
  attached: readonly AttachedPaper[],
): readonly MissingPaper[] {
  return asked
    .filter(({ id, need }) => need === 'required' && !attached.some(({ paper }) => paper === id))
    .map(({ id, section, article }) => ({ section, paper: id, article }))
}

/** What of the files given is asked for: the rest is neither signed nor shown to anybody. */
export function papersInForce(
  asked: readonly PaperRule[],
  attached: readonly AttachedPaper[],
): readonly AttachedPaper[] {
  const wanted = new Set(asked.map(({ id }) => id))
  return attached.filter(({ paper }) => wanted.has(paper))
}
