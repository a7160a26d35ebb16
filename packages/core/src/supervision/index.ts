export {
  type Approval,
  approvedBulletin,
  type Bulletin,
  type BulletinRefusal,
  type KeptWords,
  mayRevise,
  publishedBulletin,
  unresolved,
} from './bulletins/bulletin.ts'
export {
  type IdentifyingKind,
  type IdentifyingWords,
  identifyingKinds,
  identifyingWords,
  type KnownNames,
} from './bulletins/identifying-words.ts'
export {
  type CampaignFigures,
  type CountedFinding,
  campaignConclusion,
  campaignFigures,
  type FindingAct,
  type FindingState,
  findingAfter,
  findingStates,
} from './campaigns/campaign.ts'
export {
  type ClearingForm,
  type ConductAct,
  type ConductKind,
  type ConductMatter,
  type ConductRefusal,
  type ConductState,
  clearingForms,
  conductAfter,
  conductKinds,
  conductStates,
  type Examination,
} from './conduct/conduct-procedure.ts'
export {
  afterSignature,
  type ConclusionRefusal,
  type Consultation,
  type ConsultationMember,
  type ConsultationState,
  type ConsultationSubject,
  consultationRuns,
  consultationStates,
  consultationSubjects,
  draftedRevision,
  mayState,
  severalDepartments,
} from './consultations/consultation.ts'
export { agreementInForce, type ExchangeAgreement, type ExchangeFlow } from './exchange/exchange-agreement.ts'
export {
  type ExchangePackage,
  type ExchangeRecord,
  type ExchangeSignature,
  exchangeBytes,
  exchangeDigest,
  listedFields,
  mostRecords,
  packageFormat,
  unlistedField,
} from './exchange/exchange-package.ts'
export {
  type ExchangeReceipt,
  type ReceiptRefusal,
  receiptFormat,
  receiptVerdict,
  type SentPackage,
} from './exchange/exchange-receipt.ts'
export {
  type ExchangeSchema,
  exchangeSchemaNames,
  exchangeSchemas,
  type FieldKind,
  fieldKind,
  isOfKind,
  longestFieldText,
} from './exchange/exchange-schema.ts'
export {
  type ExchangeDoubt,
  type ExchangeReader,
  type PackageQuestion,
  type PackageRefusal,
  type PartnerKey,
  packageVerdict,
  soundFields,
} from './exchange/package-verdict.ts'
export {
  type CountedInspectionFinding,
  type InspectionFigures,
  type InspectionRefusal,
  type InspectionState,
  type ItemResult,
  inspectionFigures,
  inspectionStates,
  isAsRead,
  itemResults,
  mayReport,
  type ReadReport,
  reportWaits,
  stillRunning,
} from './inspections/inspection.ts'
export {
  allowedFacts,
  type InspectionScope,
  isEmptyScope,
  liesInScope,
  type ScopeFact,
  scopeFacts,
} from './inspections/inspection-scope.ts'
export {
  type Invitation,
  type InvitationEnd,
  invitationEnd,
  invitationEnds,
  invitationRuns,
} from './inspections/invitation.ts'
export { type Light, lights, severer } from './lights/light.ts'
export {
  type LightCriteria,
  type LightRule,
  type ProgressUnit,
  ruleOn,
  type Span,
  type Threshold,
} from './lights/light-rule.ts'
export type { NodeFacts, NodePause, PlannedDay, ProgressReport } from './lights/node-facts.ts'
export { type LightQuestion, type LightReason, type NodeLight, nodeLight } from './lights/node-light.ts'
export {
  type LightChange,
  lightChanges,
  type ProjectLights,
  projectLights,
} from './lights/project-lights.ts'
export {
  byPressure,
  type Obligation,
  type ObligationKind,
  obligationKinds,
  obligationLight,
} from './obligations/obligation.ts'
export {
  type DueOrder,
  dueOrder,
  type LadderOrder,
  type LadderRule,
  mayBeIssuedAt,
  type OrderLevel,
  type OrderReason,
  type OrderState,
  orderLevels,
  orderReasons,
  orderStates,
  type RedNode,
} from './orders/order-ladder.ts'
export {
  type Recommendation,
  type RecommendationAct,
  type RecommendationKind,
  type RecommendationRefusal,
  type RecommendationState,
  recommendationAfter,
  recommendationKinds,
  recommendationStates,
  replyLateDays,
  type Stance,
  stances,
} from './recommendations/recommendation.ts'
export {
  type DutyList,
  type DutyRefusal,
  type DutyTask,
  dutyLists,
  type TaskDuties,
  type TaskDuty,
  type TaskState,
  taskDuties,
  taskStates,
} from './tasks/duty-task.ts'
export { type TaskAct, type TaskRefusal, taskAfter } from './tasks/task-act.ts'
export { type AccountabilityDraft, accountabilityDrafts, taskLight } from './tasks/task-light.ts'
