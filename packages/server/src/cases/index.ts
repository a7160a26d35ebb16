/**
 * Cases: the whole administrative procedure of a service, from the counter to the duties after approval.
 */

import type { Ports } from '../platform/ports.ts'
import { implementApprovalRoutes } from './approvals/approval-routes.ts'
import { handleCaseJobs } from './case-jobs.ts'
import { readCasesContent } from './cases-content.ts'
import { type CasesDoor, openCasesDoor } from './cases-door.ts'
import type { CasesPorts, CatalogueDoor, NameOrganisations, NameOtherTypes } from './cases-ports.ts'
import { simulatedCreditRegister } from './credit-register.ts'
import { implementEvidenceRoutes } from './evidence/evidence-routes.ts'
import { implementFormRoutes } from './forms/form-routes.ts'
import { openCasePapers } from './papers/case-papers.ts'
import { implementRatingRoutes } from './rating/rating-routes.ts'
import { implementApplicantRoutes } from './routes/applicant-routes.ts'
import { implementCounterPaperRoutes } from './routes/counter-paper-routes.ts'
import { implementCounterRoutes } from './routes/counter-routes.ts'
import { implementDepartmentRoutes } from './routes/department-routes.ts'
import { implementDutyRoutes } from './routes/duty-routes.ts'
import { implementReadingRoutes } from './routes/reading-routes.ts'

export { authorityWording } from './authority-names.ts'
export type { CaseOnFile, CasesDoor } from './cases-door.ts'
export type { CasesPorts, CatalogueDoor, NameOrganisations } from './cases-ports.ts'
export type { RunningClock } from './clocks/running-clocks.ts'
export { findConsultedCase } from './evidence/consulted-case.ts'
export { documentAnswer } from './evidence/document-answer.ts'
export { findLatestDocument, type LatestDocument } from './evidence/latest-document.ts'
export { takeUpload } from './evidence/upload-taking.ts'
export { findBadRating } from './rating/bad-rating.ts'
export { findCaseApplicant, findCaseProject } from './store/case-people.ts'

/** What rooms beside and above hand in. */
export interface CasesDoors {
  readonly catalogue: CatalogueDoor
  readonly nameOrganisations: NameOrganisations
  readonly nameOtherTypes: NameOtherTypes
}

/** Opens the room: answers every route, takes on the jobs, and gives the door for rooms above. */
export function registerCases(ports: Ports, doors: CasesDoors): CasesDoor {
  const content = readCasesContent(ports.contentFolder)
  const own: CasesPorts = { ...ports, ...doors, content, credit: simulatedCreditRegister }
  implementApplicantRoutes(own)
  implementCounterRoutes(own)
  implementCounterPaperRoutes(own)
  implementDepartmentRoutes(own)
  implementApprovalRoutes(own)
  implementDutyRoutes(own)
  implementEvidenceRoutes(own)
  implementFormRoutes(own)
  implementRatingRoutes(own)
  implementReadingRoutes(own, openCasePapers(own))
  handleCaseJobs(own)
  return openCasesDoor(own)
}
