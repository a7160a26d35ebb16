/**
 * Supervision: the lights of land-using industrial projects and the orders that follow; the ledger of tasks with its two
 * duty lists; one board of everything owed; joint inspections; exchange packages; joint consultations;
 * recommendations; tolerance, clearing, false accusations; bulletins.
 */

import { implementBoardRoutes } from './board/board-routes.ts'
import { implementBulletinRoutes } from './bulletins/bulletin-routes.ts'
import { implementCampaignRoutes } from './campaigns/campaign-routes.ts'
import { readCampaignsContent } from './campaigns/campaigns-content.ts'
import { implementConductRoutes } from './conduct/conduct-routes.ts'
import { implementConsultationRoutes } from './consultations/consultation-routes.ts'
import { readConsultationsContent } from './consultations/consultations-content.ts'
import { remindMembers } from './consultations/member-news.ts'
import { readExchangeContent } from './exchange/exchange-content.ts'
import { implementExchangeRoutes } from './exchange/exchange-routes.ts'
import { implementInspectionRoutes } from './inspections/inspection-routes.ts'
import { readInspectionsContent, readPartnersContent } from './inspections/inspections-content.ts'
import { endInvitationsInTime } from './inspections/invitation-job.ts'
import { readLightsContent } from './lights-content.ts'
import { implementLinkRoutes } from './links/link-routes.ts'
import { implementNodeRoutes } from './nodes/node-routes.ts'
import { tellOfObligations } from './obligations/obligation-news.ts'
import { implementObligationRoutes } from './obligations/obligation-routes.ts'
import { readObligationsContent } from './obligations/obligations-content.ts'
import { implementOrderRoutes } from './orders/order-routes.ts'
import { escalateLateReplies } from './recommendations/recommendation-job.ts'
import { implementRecommendationRoutes } from './recommendations/recommendation-routes.ts'
import { readRecommendationsContent } from './recommendations/recommendations-content.ts'
import { handleLooks } from './supervision-jobs.ts'
import { tellWatchers } from './supervision-news.ts'
import type { SupervisionPorts } from './supervision-ports.ts'
import { draftAccountability } from './tasks/task-job.ts'
import { implementTaskRoutes } from './tasks/task-routes.ts'
import { readTasksContent } from './tasks/tasks-content.ts'

export { type LandContract, recordLandSupply } from './enrolment/land-supply.ts'
export { type ProjectFacts, readLightFacts } from './light-facts-file.ts'
export { type LightsContent, lightSentence, readLightsContent, rulesNamed } from './lights-content.ts'

/** Answers every route of this room and looks at the lights every day. */
export function registerSupervision(ports: SupervisionPorts): void {
  const { contentFolder } = ports
  const room = {
    ...ports,
    lights: readLightsContent(contentFolder),
    tasks: readTasksContent(contentFolder),
    obligations: readObligationsContent(contentFolder),
    campaigns: readCampaignsContent(contentFolder),
    partners: readPartnersContent(contentFolder),
    exchange: readExchangeContent(contentFolder),
    consultations: readConsultationsContent(contentFolder),
    inspections: readInspectionsContent(contentFolder),
    recommendations: readRecommendationsContent(contentFolder),
  }
  implementBoardRoutes(room)
  implementObligationRoutes(room)
  implementLinkRoutes(room)
  implementNodeRoutes(room)
  implementOrderRoutes(room)
  implementTaskRoutes(room)
  implementRecommendationRoutes(room)
  implementCampaignRoutes(room)
  implementInspectionRoutes(room)
  implementExchangeRoutes(room)
  implementConsultationRoutes(room)
  implementConductRoutes(room)
  implementBulletinRoutes(room)
  handleLooks(room)
  draftAccountability(room)
  escalateLateReplies(room)
  endInvitationsInTime(room)
  remindMembers(room)
  tellWatchers(ports)
  tellOfObligations(ports)
}

export { readPartnersContent } from './inspections/inspections-content.ts'
