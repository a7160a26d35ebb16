/**
 * Every figure of the law or the place has a source, a mark and a unit: its own, or those of a record around it.
 */

import { type ContentFile, type Finding, findingAt, isRecord, type ValuePath } from './content-file.ts'

const marks: readonly unknown[] = ['S', 'G', 'U']
/** folders whose numbers are no figures of law or place: texts, invented persons, worked examples */
const withoutFigures = /^(problems|demonstration|examples|notices)\//
/** numbers that count nothing: names of years, articles and places in an order; the offset follows from the time zone */
const ordinals = new Set([
  'year',
  'item',
  'article',
  'order',
  'stage',
  'level',
  'position',
  'weights',
  'utcOffsetMinutes',
])
/** keys that say of what the number is: a unit at the end (`widthMm`, `fullAge`), or what is counted (`seatsPerRoom`) */
const unitInKey = /(Mm|M2|Km|Percent|Minor|InYear|ByMonth|Age)$|^percent$|[a-z]s(?=[A-Z]|$)/
/** keys of the ends of a range: the key above says of what */
const bounds = new Set(['from', 'to', 'atLeast', 'atMost', 'usual'])

/** What holds for a value because of the records around it. */
interface Around {
  readonly key: string
  readonly source: boolean
  readonly mark: boolean
  readonly unit: boolean
}

/** Figures without source, mark or unit, and marks and days that are none. */
export function figureFindings(file: ContentFile): readonly Finding[] {
  if (withoutFigures.test(file.place)) return []
  return walk(file, file.value, [], { key: '', source: false, mark: false, unit: false })
}

function walk(file: ContentFile, value: unknown, path: ValuePath, around: Around): readonly Finding[] {
  if (typeof value === 'number') return figure(file, path, around)
  if (Array.isArray(value))
    return value.flatMap((member, index) => walk(file, member, [...path, index], around))
  if (!isRecord(value)) return []
  const here = {
    source: around.source || 'source' in value || 'basis' in value,
    mark: around.mark || 'mark' in value,
    unit: around.unit || 'unit' in value || 'units' in value,
  }
  const own = Object.entries(value).flatMap(([key, member]) =>
    walk(file, member, [...path, key], { ...here, key: bounds.has(key) ? around.key : key }),
  )
  return [...provenance(file, value, path), ...own]
}

function provenance(
  file: ContentFile,
  value: Readonly<Record<string, unknown>>,
  path: ValuePath,
): readonly Finding[] {
  const findings: Finding[] = []
  // a mark in Chinese is the text of a stamp
  if (typeof value.mark === 'string' && /^[ -~]*$/.test(value.mark) && !marks.includes(value.mark))
    findings.push(findingAt(file, [...path, 'mark'], 'mark-unknown', 'The mark is S, G or U.'))
  if ('source' in value && (typeof value.source !== 'string' || value.source.trim() === ''))
    findings.push(findingAt(file, [...path, 'source'], 'source-missing', 'The source says nothing.'))
  return findings
}

function figure(file: ContentFile, path: ValuePath, around: Around): readonly Finding[] {
  if (ordinals.has(around.key)) return []
  const missing = [
    ...(around.source ? [] : ['source']),
    ...(around.mark ? [] : ['mark']),
    ...(around.unit || unitInKey.test(around.key) ? [] : ['unit']),
  ]
  return missing.map((what) =>
    findingAt(file, path, `${what}-missing`, `The figure ${path.join('.')} has no ${what}.`),
  )
}
