/**
 * Public services: what a project may need or must have, on which article, within which time, against which evidence.
 *
 * Source: CPSV-AP 3.2 (Public Service, Evidence Type, Output); stages are the codes of the national data exchange
 * standard for the approval of construction projects.
 */

import type { Condition } from '../../rules/index.ts'
import { conditionAt } from '../reading/condition-entry.ts'
import {
  type Entry,
  entriesAt,
  entryAt,
  idsAt,
  ifGiven,
  oneOf,
  onlyFields,
  textAt,
  truthAt,
  type Wording,
  wordingAt,
} from '../reading/entry.ts'
import { type Provenance, provenanceOf, type Remark, remarksAt } from '../reading/provenance.ts'
import { type Prerequisite, prerequisitesAt } from './prerequisite.ts'
import { type Requirement, readRequirement } from './requirement.ts'
import { type ServiceTime, serviceTimeAt } from './service-time.ts'
import { type ExcludedProcedure, readExcludedProcedure } from './special-procedure.ts'
import { type StageNumber, stageAt } from './stage.ts'
import { type LegalBasis, readLegalBasis } from './statute.ts'

/** What kind of act a service is. */
export type ServiceKind = (typeof serviceKinds)[number]

/** Kinds in the order in which they are listed to people. */
export const serviceKinds = [
  'permit',
  'approval',
  'record',
  'confirmation',
  'review',
  'utility',
  'agency-work',
  'tender',
  'fee',
] as const

/** What may be granted against a promise (告知承诺), and on which ground. */
export interface CommitmentOffer extends Provenance {
  readonly offered: boolean
  readonly note?: Wording | undefined
}

/** A service that can be asked for. Mark and source are those of its condition and its place in the network. */
export interface PublicService extends Provenance {
  readonly id: string
  readonly name: Wording
  readonly kind: ServiceKind
  readonly stage: StageNumber
  /** id of the group of services done together */
  readonly group?: string | undefined
  /** ids of authorities; the first leads */
  readonly authorities: readonly string[]
  /** needed where this is true; absent = always */
  readonly when?: Condition | undefined
  /** all of them hold */
  readonly after: readonly Prerequisite[]
  /** ids of services that no project needs together with this one */
  readonly excludes: readonly string[]
  readonly legalBasis: readonly LegalBasis[]
  readonly statutory: ServiceTime
  readonly committed: ServiceTime
  /** within which all gaps are told at once, where the law is stricter than 5 working days */
  readonly oneTimeNotice?: ServiceTime | undefined
  readonly excluded: readonly ExcludedProcedure[]
  readonly evidence: readonly Requirement[]
  /** within which evidence that may follow is made up; absent = within the committed time */
  readonly makeUp?: ServiceTime | undefined
  readonly byCommitment?: CommitmentOffer | undefined
  /** ids of outputs */
  readonly outputs: readonly string[]
  readonly notes: readonly Remark[]
}

const fields = [
  'id name kind stage group authorities when after excludes legalBasis statutory committed oneTimeNotice',
  'excluded evidence makeUp byCommitment outputs notes source mark',
].join(' ')

/** Reads a service; what is wrong with it is noted in the entry. */
export function readPublicService(entry: Entry): PublicService {
  onlyFields(entry, fields)
  return {
    id: textAt(entry, 'id'),
    name: wordingAt(entry, 'name'),
    kind: oneOf(entry, 'kind', serviceKinds),
    stage: stageAt(entry, 'stage'),
    group: ifGiven(entry, 'group', textAt),
    authorities: idsAt(entry, 'authorities'),
    when: conditionAt(entry, 'when'),
    after: prerequisitesAt(entry),
    excludes: idsAt(entry, 'excludes'),
    legalBasis: entriesAt(entry, 'legalBasis').map(readLegalBasis),
    statutory: serviceTimeAt(entry, 'statutory'),
    committed: serviceTimeAt(entry, 'committed'),
    oneTimeNotice: ifGiven(entry, 'oneTimeNotice', serviceTimeAt),
    excluded: entriesAt(entry, 'excluded').map(readExcludedProcedure),
    evidence: entriesAt(entry, 'evidence').map(readRequirement),
    makeUp: ifGiven(entry, 'makeUp', serviceTimeAt),
    byCommitment: ifGiven(entry, 'byCommitment', offerAt),
    outputs: idsAt(entry, 'outputs'),
    notes: remarksAt(entry, 'notes'),
    ...provenanceOf(entry),
  }
}

function offerAt(parent: Entry, field: string): CommitmentOffer {
  const entry = entryAt(parent, field)
  onlyFields(entry, 'offered note source mark')
  return {
    offered: truthAt(entry, 'offered'),
    note: ifGiven(entry, 'note', wordingAt),
    ...provenanceOf(entry),
  }
}
