/**
 * What a zone has agreed with partner organisations: which fields of which records go which way, to what end, until when.
 */

import { join } from 'node:path'
import { plainDate } from '@guanjia/core/calendar'
import { type ExchangeSchema, exchangeSchemaNames, fieldKind, taskStates } from '@guanjia/core/supervision'
import { array, enum as choice, iso, object, type output, record, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const wording = object({ 'zh-CN': string().min(1), en: string().min(1) })
const schema = choice(exchangeSchemaNames)

const flow = object({ schema, fields: array(string()).min(1) })
  .strict()
  .refine(
    ({ schema: of, fields }) =>
      new Set(fields).size === fields.length && fields.every((field) => fieldKind(of, field) !== undefined),
    { message: 'a list names fields of its schema, each once' },
  )

const day = iso.date().transform(plainDate)

const agreement = object({
  id: string(),
  partner: string(),
  purpose: wording,
  from: day,
  until: day,
  outgoing: flow.optional(),
  incoming: flow.optional(),
}).strict()

const file = object({
  source: string().min(1),
  mark: choice(['S', 'G', 'U']),
  own: string().min(1),
  schemas: record(schema, object({ name: wording, fields: record(string(), wording) }).strict()),
  states: record(choice(taskStates), string()),
  agreements: array(agreement).min(1),
}).strict()

/** The agreements and the words of the exchange. */
export type ExchangeContent = output<typeof file>

/** One of the agreements. */
export type AgreementContent = ExchangeContent['agreements'][number]

/** Reads `supervision/exchange.yaml` of a zone. */
export function readExchangeContent(contentFolder: string): ExchangeContent {
  return file.parse(readContentFile(join(contentFolder, 'supervision/exchange.yaml')))
}

/** What a field is called; its own name where the content says nothing. */
export function fieldName(
  { schemas }: ExchangeContent,
  { schema: of, field, language }: { schema: ExchangeSchema; field: string; language: 'zh-CN' | 'en' },
): string {
  return schemas[of].fields[field]?.[language] ?? field
}
