/**
 * What a zone says of recommendations: their names and numbers, how long a unit has to reply, the words of the paper.
 */

import { join } from 'node:path'
import { recommendationKinds } from '@guanjia/core/supervision'
import { array, enum as choice, int, literal, object, type output, record, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const wording = object({ 'zh-CN': string().min(1), en: string().min(1) })

const file = object({
  kinds: record(choice(recommendationKinds), object({ name: wording, number: string().min(1) }).strict()),
  replyWithin: object({ value: int().min(1), unit: literal('natural-days') }),
  source: string().min(1),
  mark: choice(['S', 'G', 'U']),
  paper: object({
    author: string(),
    addressee: string(),
    file: string(),
    demonstration: string(),
    opening: string(),
    rows: object({ basis: string(), replyBy: string(), receivedBy: string(), receivedAt: string() }),
    advice: string(),
    closing: string(),
    notReceived: string(),
    footer: array(string()),
    signature: object({ reason: string(), location: string() }),
  }).strict(),
}).strict()

/** The rules and words of recommendations. */
export type RecommendationsContent = output<typeof file>

/** Reads `supervision/recommendations.yaml` of a zone. */
export function readRecommendationsContent(contentFolder: string): RecommendationsContent {
  return file.parse(readContentFile(join(contentFolder, 'supervision/recommendations.yaml')))
}
