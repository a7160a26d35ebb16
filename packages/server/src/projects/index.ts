/**
 * Projects: what is built in the zone, and the stewards who see it through.
 */

import type { CatalogueVersions } from '../catalogue/index.ts'
import type { Ports } from '../platform/ports.ts'
import { implementAccompanyingRoutes } from './accompanying/accompanying-routes.ts'
import { handleNextContacts } from './accompanying/next-contact.ts'
import { handleAssignment } from './assignment-jobs.ts'
import { implementBoardRoutes } from './board/board-routes.ts'
import { followPlans } from './board/gate-reactions.ts'
import { implementPlanRoutes } from './plans/plan-routes.ts'
import { implementProjectRoutes } from './project-routes.ts'
import { readQuestionnaireContent } from './questionnaire-content.ts'
import { handleReminders } from './reminders/reminder-jobs.ts'
import { implementReminderRoutes } from './reminders/reminder-routes.ts'
import { readStewardsContent } from './stewards-content.ts'

export { findProjectPeople } from './project-queries.ts'
export { findReminderText } from './reminders/reminder-tables.ts'

/** Answers every route of this room and starts its jobs. */
export function registerProjects(ports: Ports & { readonly catalogues: CatalogueVersions }): void {
  const { contentFolder } = ports
  const content = readStewardsContent(contentFolder)
  const room = { ...ports, content, questionnaire: readQuestionnaireContent(contentFolder) }
  implementProjectRoutes(room)
  implementPlanRoutes(room)
  implementBoardRoutes(room)
  implementReminderRoutes(room)
  implementAccompanyingRoutes(room)
  followPlans(room)
  handleAssignment(room)
  handleNextContacts(room)
  handleReminders(room)
}
