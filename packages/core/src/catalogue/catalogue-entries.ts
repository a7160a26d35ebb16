/**
 * The entries of a catalogue, each read and not yet held against the others.
 */

import type { DerivedFact } from './projects/derived-fact.ts'
import type { AttributeTopic, ProjectAttribute } from './projects/project-attribute.ts'
import type { ProjectPath } from './projects/project-path.ts'
import type { Authority } from './services/authority.ts'
import type { EvidenceType, Register } from './services/evidence-type.ts'
import type { Output } from './services/output.ts'
import type { PublicService } from './services/public-service.ts'
import type { ServiceGroup, Stage } from './services/stage.ts'
import type { Statute } from './services/statute.ts'

/** Services, what they refer to, and what a project brings along. */
export interface CatalogueEntries {
  readonly authorities: readonly Authority[]
  readonly stages: readonly Stage[]
  readonly groups: readonly ServiceGroup[]
  readonly statutes: readonly Statute[]
  readonly registers: readonly Register[]
  readonly services: readonly PublicService[]
  readonly evidenceTypes: readonly EvidenceType[]
  readonly outputs: readonly Output[]
  readonly topics: readonly AttributeTopic[]
  readonly attributes: readonly ProjectAttribute[]
  /** in the order in which they are computed: a later one may read an earlier one */
  readonly derivedFacts: readonly DerivedFact[]
  readonly path: ProjectPath
}
