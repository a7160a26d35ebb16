/**
 * Which papers a zone asks for, as content: a paper, the question it belongs to, and the condition under which it is wanted.
 */

import { accept, type Result, refuse } from '../../kernel/index.ts'
import { type Condition, parseCondition } from '../../rules/index.ts'
import type { ApplicationSection } from '../application/company-application.ts'
import { paperFactNames } from './paper-facts.ts'

/** What a file that is handed in may be. */
export type PaperFormat = 'pdf' | 'jpeg' | 'png'

/** One paper as content. */
export interface PaperRule {
  /** key of the paper, `own-articles` */
  readonly id: string
  /** the question under which it is asked for */
  readonly section: ApplicationSection
  /** FEEL over the facts of the answers */
  readonly when: string
  /** an optional paper is offered and never missed */
  readonly need: 'required' | 'optional'
  readonly name: Readonly<Record<'zh-CN' | 'en', string>>
  readonly hint: Readonly<Record<'zh-CN' | 'en', string>>
  readonly article: string
  /** S a source was found, G general knowledge, U to be confirmed */
  readonly mark: 'S' | 'G' | 'U'
}

/** The papers of a zone and the limits of a file. */
export interface PaperRules {
  readonly formats: readonly PaperFormat[]
  /** megabytes of one file, at most */
  readonly largestMegabytes: { readonly value: number }
  /** files of one paper, at most: pages photographed one by one */
  readonly mostFiles: { readonly value: number }
  readonly papers: readonly PaperRule[]
}

/** Rules with their conditions ready to be asked. */
export interface ReadPaperRules extends PaperRules {
  readonly conditions: ReadonlyMap<string, Condition>
}

/** Reads rules; refuses a paper written twice and a condition over anything but the facts of the answers. */
export function readPaperRules(rules: PaperRules): Result<ReadPaperRules, 'paper-rules-unreadable'> {
  const conditions = new Map<string, Condition>()
  const findings: string[] = []
  for (const { id, when } of rules.papers) {
    if (conditions.has(id)) findings.push(`${id} is written twice`)
    const read = parseCondition(when, { facts: new Set(paperFactNames) })
    if (read.ok) conditions.set(id, read.value)
    else findings.push(`${id}: ${String(read.because['sentence'] ?? read.code)}`)
  }
  return findings.length > 0
    ? refuse('paper-rules-unreadable', { findings })
    : accept({ ...rules, conditions })
}
