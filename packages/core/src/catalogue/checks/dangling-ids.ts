/**
 * Ids that lead nowhere.
 */

import type { CatalogueEntries } from '../catalogue-entries.ts'
import type { PathPrerequisite, ProjectActivity } from '../projects/project-activity.ts'
import type { ExtraPrerequisites } from '../projects/project-path.ts'
import type { ContentFinding } from '../reading/entry.ts'
import type { EvidenceType } from '../services/evidence-type.ts'
import type { PublicService } from '../services/public-service.ts'

type Path = ContentFinding['path']
type Ids = ReadonlySet<string>

/** An id at a place, and the ids it must be one of. */
interface Reference {
  readonly at: Path
  readonly id: string
  readonly among: Ids
}

type KnownIds = Readonly<
  Record<
    | 'authorities'
    | 'services'
    | 'steps'
    | 'commitments'
    | 'groups'
    | 'statutes'
    | 'evidence'
    | 'outputs'
    | 'registers',
    Ids
  >
>

/** Every reference to something that does not exist. */
export function danglingIds(catalogue: CatalogueEntries): readonly ContentFinding[] {
  return referencesOf(catalogue)
    .filter(({ id, among }) => id !== '' && !among.has(id))
    .map(({ at, id }) => ({ code: 'id-unknown', path: at, sentence: `Nothing is called ${id}.` }))
}

function referencesOf(catalogue: CatalogueEntries): readonly Reference[] {
  const known = knownIds(catalogue)
  const { attributes, derivedFacts, groups, path } = catalogue
  return [
    ...groups.flatMap((group, index) =>
      listed(['groups', index, 'authorities'], group.authorities, known.authorities),
    ),
    ...catalogue.services.flatMap((service, index) => ofService(['services', index], service, known)),
    ...catalogue.evidenceTypes.flatMap((type, index) => ofEvidence(['evidence', index], type, known)),
    ...attributes.flatMap(({ topic }, index) =>
      one(['attributes', index, 'topic'], topic, idsOf(catalogue.topics)),
    ),
    ...derivedFacts.flatMap(({ gives }, index) =>
      one(['derivedFacts', index, 'gives'], gives, idsOf(attributes)),
    ),
    ...path.activities.flatMap((activity, index) =>
      ofActivity(['path', 'activities', index], activity, known),
    ),
    ...path.extraPrerequisites.flatMap((extra, index) =>
      ofExtra(['path', 'extraPrerequisites', index], extra, known),
    ),
    ...path.commitments.flatMap(({ service }, index) =>
      one(['path', 'commitments', index, 'service'], service, known.services),
    ),
  ]
}

function knownIds(catalogue: CatalogueEntries): KnownIds {
  const services = idsOf(catalogue.services)
  return {
    authorities: idsOf(catalogue.authorities),
    services,
    steps: new Set([...services, ...idsOf(catalogue.path.activities)]),
    commitments: idsOf(catalogue.path.commitments),
    groups: idsOf(catalogue.groups),
    statutes: idsOf(catalogue.statutes),
    evidence: idsOf(catalogue.evidenceTypes),
    outputs: idsOf(catalogue.outputs),
    registers: idsOf(catalogue.registers),
  }
}

function ofService(at: Path, service: PublicService, known: KnownIds): readonly Reference[] {
  return [
    ...one([...at, 'group'], service.group, known.groups),
    ...listed([...at, 'authorities'], service.authorities, known.authorities),
    ...service.after.flatMap(({ anyOf }, index) => listed([...at, 'after', index], anyOf, known.services)),
    ...listed([...at, 'excludes'], service.excludes, known.services),
    ...service.legalBasis.flatMap(({ statute }, index) =>
      one([...at, 'legalBasis', index, 'statute'], statute, known.statutes),
    ),
    ...service.evidence.flatMap(({ type }, index) =>
      one([...at, 'evidence', index, 'type'], type, known.evidence),
    ),
    ...listed([...at, 'outputs'], service.outputs, known.outputs),
  ]
}

function ofEvidence(at: Path, type: EvidenceType, known: KnownIds): readonly Reference[] {
  return [
    ...listed([...at, 'registers'], type.registers, known.registers),
    ...listed([...at, 'outputs'], type.outputs, known.outputs),
  ]
}

function ofActivity(at: Path, activity: ProjectActivity, known: KnownIds): readonly Reference[] {
  return [
    ...ofPrerequisites([...at, 'after'], activity.after, known),
    ...(activity.feeds === 'stage-4' ? [] : listed([...at, 'feeds'], activity.feeds, known.steps)),
    ...one([...at, 'replaces'], activity.replaces, known.services),
  ]
}

function ofExtra(at: Path, { service, after }: ExtraPrerequisites, known: KnownIds): readonly Reference[] {
  return [
    ...one([...at, 'service'], service, known.services),
    ...ofPrerequisites([...at, 'after'], after, known),
  ]
}

function ofPrerequisites(
  at: Path,
  after: readonly PathPrerequisite[],
  known: KnownIds,
): readonly Reference[] {
  return after.flatMap(({ id, waivedBy, insteadOf }, index) => [
    ...one([...at, index], id, known.steps),
    ...one([...at, index, 'waivedBy'], waivedBy, known.commitments),
    ...one([...at, index, 'insteadOf'], insteadOf, known.commitments),
  ])
}

function one(at: Path, id: string | undefined, among: Ids): readonly Reference[] {
  return id === undefined ? [] : [{ at, id, among }]
}

function listed(at: Path, ids: readonly string[], among: Ids): readonly Reference[] {
  return ids.flatMap((id, index) => one([...at, index], id, among))
}

function idsOf(entries: readonly { readonly id: string }[]): Ids {
  return new Set(entries.map(({ id }) => id))
}
