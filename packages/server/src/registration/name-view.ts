/**
 * A judgement on a name as the wire carries it, every finding with its sentence from the zone's content.
 */

import { join } from 'node:path'
import { filled } from '@guanjia/core/kernel'
import type { NameAvailability, NameFinding } from '@guanjia/core/registration'
import { object, record, string } from 'zod'
import { readContentFile } from '../platform/content-file.ts'

const legalityFile = object({ sentences: record(string(), object({ zh: string(), en: string() })) })

/** The sentences of findings by code. */
export type NameSentences = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

/** Reads the sentences of `names/legality.yaml`. */
export function readNameSentences(contentFolder: string): NameSentences {
  const file = join(contentFolder, 'names/legality.yaml')
  return legalityFile.parse(readContentFile(file)).sentences
}

interface Shown {
  readonly suggestions: readonly string[]
  readonly language: 'zh-CN' | 'en'
}

/** The judgement with sentences. */
export function nameView(
  { nameSentences }: { readonly nameSentences: NameSentences },
  judged: NameAvailability,
  { suggestions, language }: Shown,
) {
  const { region, trade, industry, form } = judged.name
  return {
    verdict: judged.verdict,
    findings: judged.findings.map((finding) => ({
      ...finding,
      values: { ...finding.values },
      text: sentenceOf(nameSentences, finding, language),
    })),
    parts: { region, trade, industry, form },
    suggestions: [...suggestions],
    barred: judged.barred,
    human: judged.human,
  }
}

function sentenceOf(sentences: NameSentences, finding: NameFinding, language: 'zh-CN' | 'en'): string {
  const sentence = sentences[finding.code]?.[language === 'en' ? 'en' : 'zh'] ?? ''
  return filled(sentence, { existing: finding.existing ?? '', ...finding.values })
}
