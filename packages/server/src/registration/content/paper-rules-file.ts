/**
 * `registration/papers.yaml`: the papers a set-up asks for, by what was answered.
 */

import {
  applicationSections,
  type PaperRules,
  type ReadPaperRules,
  readPaperRules,
} from '@guanjia/core/registration'
import { array, enum as choice, int, looseObject, object, string, type ZodType } from 'zod'

const bothLanguages = object({ 'zh-CN': string().min(1), en: string().min(1) })
const atMost = looseObject({ value: int().min(1), unit: string(), mark: choice(['S', 'G', 'U']) })

const paperRules = looseObject({
  formats: array(choice(['pdf', 'jpeg', 'png'])).min(1),
  largestMegabytes: atMost,
  mostFiles: atMost,
  papers: array(
    object({
      id: string().regex(/^[a-z-]+$/),
      section: choice([...new Set([...applicationSections.LLC, ...applicationSections.IND])]),
      when: string().min(1),
      need: choice(['required', 'optional']),
      name: bothLanguages,
      hint: bothLanguages,
      article: string().min(1),
      mark: choice(['S', 'G', 'U']),
    }),
  ),
}) as unknown as ZodType<PaperRules>

/** Rules from the file; throws with every finding where they cannot be read. */
export function paperRulesFrom(value: unknown): ReadPaperRules {
  const read = readPaperRules(paperRules.parse(value))
  if (!read.ok) throw new Error(`the papers of a set-up cannot be read: ${JSON.stringify(read.because)}`)
  return read.value
}
