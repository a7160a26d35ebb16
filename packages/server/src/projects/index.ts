/**
 * Projects: what is built in the zone, the stewards who see it through, and how it really goes.
 */

import type { CasesDoor } from '../cases/index.ts'
import type { CatalogueDoor } from '../catalogue/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { Ports } from '../platform/ports.ts'
import type { ApplicantSigner } from '../platform/signing/index.ts'
import { implementAccompanyingRoutes } from './accompanying/accompanying-routes.ts'
import { handleNextContacts } from './accompanying/next-contact.ts'
import { handleAssignment } from './assignment-jobs.ts'
import { readBoard } from './board/board.ts'
import { implementBoardRoutes } from './board/board-routes.ts'
import { followPlans } from './board/gate-reactions.ts'
import { tellOfPlans } from './board/plan-news.ts'
import { implementCatalogueRoutes } from './catalogue/catalogue-routes.ts'
import { implementCommitmentRoutes } from './commitments/commitment-routes.ts'
import { readLetterContent } from './commitments/letter-content.ts'
import { implementPlanRoutes } from './plans/plan-routes.ts'
import { subscribeToCases } from './progress/case-reactions.ts'
import { handleLateSteps } from './progress/late-steps-job.ts'
import { implementProgressRoutes } from './progress/progress-routes.ts'
import { implementProjectRoutes } from './project-routes.ts'
import type { ProjectsRoom } from './projects-ports.ts'
import { projectsTables } from './projects-tables.ts'
import { readQuestionnaireContent } from './questionnaire-content.ts'
import { handleReminders } from './reminders/reminder-jobs.ts'
import { implementReminderRoutes } from './reminders/reminder-routes.ts'
import { implementReportRoutes } from './report/report-routes.ts'
import { implementShareRoutes } from './shares/share-routes.ts'
import { readStewardsContent } from './stewards-content.ts'

export { findProjectPeople, findRunningProject } from './project-queries.ts'
export { findReminderText } from './reminders/reminder-tables.ts'

/** The doors of the platform and of the rooms below. */
export interface ProjectsDoors extends Ports {
  readonly catalogues: CatalogueDoor
  readonly cases: CasesDoor
  readonly signer: ApplicantSigner
}

/** What rooms above are told of projects. */
export interface ProjectsDoor {
  /** the sentence that says where a project is stuck, by its id; calm projects are left out */
  readonly findRisks: (database: Database, now: Date) => Promise<ReadonlyMap<string, string>>
  /** projects that have not ended, by number */
  readonly listRunning: (database: Database) => Promise<readonly RunningProject[]>
}

/** A project in one line. */
export interface RunningProject {
  readonly id: string
  readonly number: string
  readonly name: string
}

/** Answers every route of this room, hears of cases, and starts its jobs. */
export function registerProjects(ports: ProjectsDoors): ProjectsDoor {
  const { contentFolder } = ports
  const room = {
    ...ports,
    content: readStewardsContent(contentFolder),
    letters: readLetterContent(contentFolder),
    questionnaire: readQuestionnaireContent(contentFolder),
  }
  implementProjectRoutes(room)
  implementPlanRoutes(room)
  implementCatalogueRoutes(room)
  implementShareRoutes(room)
  implementBoardRoutes(room)
  implementReminderRoutes(room)
  implementAccompanyingRoutes(room)
  implementReportRoutes(room)
  followPlans(room)
  tellOfPlans(room)
  implementCommitmentRoutes(room)
  implementProgressRoutes(room)
  subscribeToCases(room)
  handleLateSteps(room)
  handleAssignment(room)
  handleNextContacts(room)
  handleReminders(room)
  return { findRisks: (database, now) => findRisks(room, database, now), listRunning }
}

function listRunning(database: Database): Promise<RunningProject[]> {
  return projectsTables(database)
    .selectFrom('project')
    .select(['id', 'number', 'name'])
    .where('state', '=', 'active')
    .orderBy('number')
    .execute()
}

async function findRisks(room: ProjectsRoom, database: Database, now: Date) {
  const board = await readBoard(room, database, { scope: { all: true }, now, language: 'zh-CN' })
  if (!board.ok) return new Map<string, string>()
  return new Map(board.value.rows.flatMap(({ id, risk }) => (risk === null ? [] : [[id, risk.sentence]])))
}
