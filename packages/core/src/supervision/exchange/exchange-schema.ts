/**
 * What a record that is exchanged with a partner organisation can say. What of it may leave or come in stands in an
 * agreement; a field that no schema names cannot be agreed upon.
 */

import { parsePlainDate } from '../../calendar/index.ts'

/** What a field holds: words, a day, a whole number of at least 0. */
export type FieldKind = 'text' | 'day' | 'whole'

/** The fields of each kind of record. */
export const exchangeSchemas = {
  /** supervised projects with the lights of their nodes */
  projects: {
    number: 'text',
    name: 'text',
    company: 'text',
    sector: 'text',
    park: 'text',
    unit: 'text',
    landSquareMetres: 'whole',
    landContract: 'text',
    lights: 'text',
  },
  /** open tasks of the ledger with both their sides */
  tasks: {
    number: 'text',
    text: 'text',
    origin: 'text',
    company: 'text',
    state: 'text',
    dueOn: 'day',
    territorialUnit: 'text',
    territorialAnswerable: 'text',
    departmentalUnit: 'text',
    departmentalAnswerable: 'text',
  },
  /** what was found in joint inspections that the partner took part in */
  findings: {
    inspection: 'text',
    place: 'text',
    words: 'text',
    document: 'text',
    grade: 'text',
    unit: 'text',
    task: 'text',
    state: 'text',
    dueOn: 'day',
  },
  /** problems that a partner brings up */
  problems: {
    number: 'text',
    title: 'text',
    words: 'text',
    unit: 'text',
    raisedOn: 'day',
    answerBy: 'day',
    contact: 'text',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldKind>>>>

/** One of the kinds of records. */
export type ExchangeSchema = keyof typeof exchangeSchemas

/** The kinds of records. */
export const exchangeSchemaNames = Object.keys(exchangeSchemas) as readonly ExchangeSchema[]

/** The longest text of a field, in UTF-16 units. */
export const longestFieldText = 2000

/** What a field of a schema holds; undefined where the schema has no such field. */
export function fieldKind(schema: ExchangeSchema, field: string): FieldKind | undefined {
  const kinds: Readonly<Record<string, FieldKind>> = exchangeSchemas[schema]
  return Object.hasOwn(kinds, field) ? kinds[field] : undefined
}

const unprintable = /[^\P{Cc}\t\n\r]|\p{Surrogate}/u

/** Whether a value is one of a kind; a text is neither empty nor longer than `longestFieldText`, and can be printed. */
export function isOfKind(value: string | number, kind: FieldKind): boolean {
  if (kind === 'whole') return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
  if (typeof value !== 'string') return false
  if (kind === 'day') return parsePlainDate(value).ok
  return value.trim() !== '' && value.length <= longestFieldText && !unprintable.test(value)
}
