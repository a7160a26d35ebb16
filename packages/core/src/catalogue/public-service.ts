/**
 * Public services: what a person or a company may ask for, on which article, within which time, against which evidence.
 *
 * Source: CPSV-AP 3.2 (Public Service, Evidence Type, Output, Channel).
 */

import { type Condition, parseCondition } from '../rules/index.ts'
import {
  dayAt,
  type Entry,
  entriesAt,
  entryAt,
  idsAt,
  note,
  oneOf,
  textAt,
  type Wording,
  wholeAt,
  wordingAt,
} from './entry.ts'

/** How sure a source is: S read in the source, G general knowledge, U to be confirmed. */
export type Mark = 'S' | 'G' | 'U'

/** The article a service rests on. */
export interface LegalBasis {
  readonly statute: string
  readonly article: string
  /** first day in force, YYYY-MM-DD */
  readonly from: string
}

/** What time is counted in. */
export type TimeUnit = 'working-days' | 'natural-days' | 'half-working-days' | 'hours' | 'minutes'

/** Within which time a service is done. */
export interface ServiceTime {
  /** in `unit`, whole, 0 or more */
  readonly value: number
  readonly unit: TimeUnit
  readonly source: string
  readonly mark: Mark
  readonly from: string
}

/** Evidence that a service asks for, and when it does. */
export interface Requirement {
  /** id of an evidence type */
  readonly evidence: string
  /** asked for only where this is true; absent = always */
  readonly when?: Condition
}

/** A service that can be asked for. */
export interface PublicService {
  readonly id: string
  readonly name: Wording
  /** id of the competent authority */
  readonly authority: string
  readonly legalBasis: LegalBasis
  readonly timeLimit: ServiceTime
  readonly requires: readonly Requirement[]
  /** ids of outputs */
  readonly gives: readonly string[]
  /** ids of channels */
  readonly channels: readonly string[]
  /** ids of services that must be done before */
  readonly after: readonly string[]
}

const marks: readonly [Mark, ...Mark[]] = ['S', 'G', 'U']
const units: readonly [TimeUnit, ...TimeUnit[]] = [
  'working-days',
  'natural-days',
  'half-working-days',
  'hours',
  'minutes',
]

/** Reads a service; what is wrong with it is noted in the entry. */
export function readPublicService(entry: Entry): PublicService {
  const basis = entryAt(entry, 'legalBasis')
  const time = entryAt(entry, 'timeLimit')
  return {
    id: textAt(entry, 'id'),
    name: wordingAt(entry, 'name'),
    authority: textAt(entry, 'authority'),
    legalBasis: {
      statute: textAt(basis, 'statute'),
      article: articleAt(basis),
      from: dayAt(basis, 'from'),
    },
    timeLimit: {
      value: wholeAt(time, 'value'),
      unit: oneOf(time, 'unit', units),
      source: textAt(time, 'source'),
      mark: oneOf(time, 'mark', marks),
      from: dayAt(time, 'from'),
    },
    requires: entriesAt(entry, 'requires').map(readRequirement),
    gives: idsAt(entry, 'gives'),
    channels: idsAt(entry, 'channels'),
    after: idsAt(entry, 'after'),
  }
}

function articleAt(entry: Entry): string {
  const { article } = entry.fields
  return typeof article === 'number' ? String(article) : textAt(entry, 'article')
}

function readRequirement(entry: Entry): Requirement {
  const evidence = textAt(entry, 'evidence')
  if (entry.fields.when === undefined) return { evidence }
  const read = parseCondition(textAt(entry, 'when'))
  if (read.ok) return { evidence, when: read.value }
  note(entry, read.code, ['when'], `At ${String(read.because.position)}: ${String(read.because.sentence)}`)
  return { evidence }
}
