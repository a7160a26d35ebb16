export { type Catalogue, type CatalogueSetting, catalogueParts, parseCatalogue } from './catalogue.ts'
export {
  type CatalogueFile,
  isCatalogueFile,
  type JoinedCatalogue,
  joinCatalogue,
  type Origin,
} from './catalogue-content.ts'
export type { Commitment, CommitmentKind, Guard, Lapse, MakeUp } from './projects/commitment.ts'
export type { DerivationRule, DerivedFact, DerivedValue } from './projects/derived-fact.ts'
export type { PathPrerequisite, ProjectActivity } from './projects/project-activity.ts'
export type {
  AttributeChoice,
  AttributeTopic,
  AttributeType,
  ProjectAttribute,
} from './projects/project-attribute.ts'
export type { ExtraPrerequisites, ProjectPath } from './projects/project-path.ts'
export type { ContentFinding, Wording } from './reading/entry.ts'
export type { Mark, Provenance, Remark } from './reading/provenance.ts'
export type { Authority } from './services/authority.ts'
export type { EvidenceForm, EvidenceType, Register } from './services/evidence-type.ts'
export type { Output, OutputKind, Validity } from './services/output.ts'
export type { Prerequisite } from './services/prerequisite.ts'
export type { CommitmentOffer, PublicService, ServiceKind } from './services/public-service.ts'
export { serviceKinds } from './services/public-service.ts'
export type { EvidenceSource, Requirement } from './services/requirement.ts'
export type { ServiceTime, TimeExtension, TimeUnit } from './services/service-time.ts'
export type { ExcludedProcedure } from './services/special-procedure.ts'
export type { ServiceGroup, Stage, StageNumber } from './services/stage.ts'
export type { LegalBasis, Statute } from './services/statute.ts'
export { type Derivation, type DerivedFacts, deriveFacts } from './triggering/derivation.ts'
export { evidenceList, type ListedEvidence } from './triggering/evidence-list.ts'
export { factsToAsk } from './triggering/facts-to-ask.ts'
export { prerequisitesAmong } from './triggering/prerequisites-among.ts'
export {
  type Trigger,
  type TriggeredServices,
  triggeredServices,
} from './triggering/triggered-services.ts'
export {
  type CatalogueChanges,
  catalogueChanges,
  type ServiceChange,
  servicesIn,
  withService,
} from './versions/catalogue-changes.ts'
export { type ContentChange, contentChanges } from './versions/content-changes.ts'
