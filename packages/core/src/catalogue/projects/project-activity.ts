/**
 * Activities around the services: what the applicant, agencies and the trading centre do on the way.
 */

import type { Condition } from '../../rules/index.ts'
import { conditionAt } from '../reading/condition-entry.ts'
import {
  type Entry,
  entryAt,
  entryOf,
  idsAt,
  ifGiven,
  note,
  oneOf,
  onlyFields,
  textAt,
  type Wording,
  wholeAt,
  wordingAt,
} from '../reading/entry.ts'
import { type Provenance, provenanceOf } from '../reading/provenance.ts'
import type { PublicService } from '../services/public-service.ts'

/** Something that must be done before, unless a commitment changes it. */
export interface PathPrerequisite {
  /** id of an activity or a service; counts only where that applies to the project */
  readonly id: string
  /** id of the commitment that lets it fall away */
  readonly waivedBy?: string | undefined
  /** id of the commitment with which alone it counts */
  readonly insteadOf?: string | undefined
}

/** Work that is not a service, or the duration of agency work that the catalogue lists as one. */
export interface ProjectActivity extends Provenance {
  readonly id: string
  readonly name: Wording
  readonly who: 'applicant' | 'agency' | 'trading-centre'
  /** a default that a project may change; whole, 0 or more */
  readonly duration: { readonly value: number; readonly unit: 'working-days' | 'natural-days' }
  /** all that apply to the project hold */
  readonly after: readonly PathPrerequisite[]
  /** part of the project where this is true; absent = always */
  readonly when?: Condition | undefined
  /** ids of services and activities that wait for it, or every service of stage 4 */
  readonly feeds: readonly string[] | 'stage-4'
  /** id of the service in whose place it stands in the project view; agency work stands in its own */
  readonly replaces?: string | undefined
  readonly basis?: string | undefined
}

const performers = ['applicant', 'agency', 'trading-centre'] as const

/**
 * Reads an activity; what is wrong with it is noted in the entry. One that bears the id of a service has the name and the
 * condition of the service.
 */
export function readProjectActivity(entry: Entry, services: readonly PublicService[]): ProjectActivity {
  onlyFields(entry, 'id name who duration after when feeds replaces basis source mark')
  const id = textAt(entry, 'id')
  const service = services.find((one) => one.id === id)
  return {
    id,
    name: service?.name ?? wordingAt(entry, 'name'),
    who: oneOf(entry, 'who', performers),
    duration: durationOf(entryAt(entry, 'duration')),
    after: pathPrerequisitesAt(entry, 'after'),
    when: service ? service.when : conditionAt(entry, 'when'),
    feeds: entry.fields.feeds === 'stage-4' ? 'stage-4' : idsAt(entry, 'feeds'),
    replaces: service?.id ?? ifGiven(entry, 'replaces', textAt),
    basis: ifGiven(entry, 'basis', textAt),
    ...provenanceOf(entry),
  }
}

function durationOf(entry: Entry): ProjectActivity['duration'] {
  onlyFields(entry, 'value unit')
  return { value: wholeAt(entry, 'value'), unit: oneOf(entry, 'unit', ['working-days', 'natural-days']) }
}

/** Reads a list of ids, `{ id, waivedBy }` and `{ id, insteadOf }`. */
export function pathPrerequisitesAt(parent: Entry, field: string): readonly PathPrerequisite[] {
  const list = parent.fields[field]
  if (list === undefined) return []
  if (Array.isArray(list)) {
    return list.map((member: unknown, index) =>
      typeof member === 'string' && member !== ''
        ? { id: member }
        : readPathPrerequisite(entryOf(parent, member, [field, index])),
    )
  }
  note(parent, 'not-a-list', [field], `${field} is a list.`)
  return []
}

function readPathPrerequisite(entry: Entry): PathPrerequisite {
  onlyFields(entry, 'id waivedBy insteadOf')
  return {
    id: textAt(entry, 'id'),
    waivedBy: ifGiven(entry, 'waivedBy', textAt),
    insteadOf: ifGiven(entry, 'insteadOf', textAt),
  }
}
