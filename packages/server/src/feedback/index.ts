/**
 * The register of issues: whatever is said about the zone, from wherever, in one loop with clocks.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import type { Database } from '../platform/database/database.ts'
import type { Ports } from '../platform/ports.ts'
import { openSecretLinks } from '../platform/secret-links.ts'
import { readFeedbackContent } from './content/feedback-content.ts'
import { readObserversContent } from './content/observers-content.ts'
import { readOpenDaysContent } from './content/open-days-content.ts'
import { readQuestionnairesContent } from './content/questionnaires-content.ts'
import { readToursContent } from './content/tours-content.ts'
import { fileBadRatings } from './exchange/bad-ratings.ts'
import { implementExchangeRoutes } from './exchange/exchange-routes.ts'
import { tellHotline } from './exchange/hotline-replies.ts'
import { open311Handler } from './exchange/open311.ts'
import { findIssueToPassOn, followNeeds } from './exchange/space-needs.ts'
import { handleFeedbackJobs } from './feedback-jobs.ts'
import type { FeedbackDoors, FeedbackPorts } from './feedback-ports.ts'
import { openMail } from './mail/open-mail.ts'
import { implementActivityRoutes } from './observers/activity-routes.ts'
import { implementObserverRoutes } from './observers/observer-routes.ts'
import { remindOfTerms } from './observers/term-reminders.ts'
import { findCarrierContact } from './open-days/ask-links.ts'
import { implementOpenDayRoutes } from './open-days/open-day-routes.ts'
import type { FirmDoors, QuestionnairePorts } from './questionnaires/questionnaire-ports.ts'
import { implementQuestionnaireRoutes } from './questionnaires/questionnaire-routes.ts'
import { remindOfQuestionnaires } from './questionnaires/reminding.ts'
import { surveyForm } from './questionnaires/survey-form.ts'
import { findInvitedFirm } from './questionnaires/survey-links.ts'
import { openFollowCodes } from './reading/follow-codes.ts'
import { readOpenClocks } from './reading/open-clocks.ts'
import { implementDeskRoutes } from './routes/desk-routes.ts'
import { implementFilingRoutes } from './routes/filing-routes.ts'
import { implementFollowingRoutes } from './routes/following-routes.ts'
import { implementHandlingRoutes } from './routes/handling-routes.ts'
import { implementPublicRoutes } from './routes/public-routes.ts'
import { implementTourRoutes } from './tours/tour-routes.ts'

export { type Hotline, hotlineService, simulatedHotline } from './exchange/hotline.ts'
export { composeMail } from './mail/composed-mail.ts'
export { type ConnectedMailbox, demonstrationMailbox } from './mail/connected-mailbox.ts'
export { visitJob } from './mail/mail-jobs.ts'
export type { FirmDoors } from './questionnaires/questionnaire-ports.ts'
export { findAskerPhone, findFeedbackPeople } from './reading/concerned-people.ts'
export type { OpenIssueClock } from './reading/open-clocks.ts'
export { countTurnedAway } from './reading/turned-away.ts'

/**
 * Opens the room: answers every route, subscribes its reactions, and gives the handlers that stand beside the contract,
 * what notifications ask about carriers and firms, and the clocks that are watched.
 */
export function registerFeedback(ports: Ports, doors: FeedbackDoors & FirmDoors) {
  const own: FeedbackPorts = {
    ...ports,
    ...doors,
    content: readFeedbackContent(ports.contentFolder),
    observers: readObserversContent(ports.contentFolder),
    openDays: readOpenDaysContent(ports.contentFolder),
    tours: readToursContent(ports.contentFolder),
    followCodes: openFollowCodes(ports.keysFolder),
  }
  implementFilingRoutes(own)
  implementFollowingRoutes(own)
  implementDeskRoutes(own)
  implementHandlingRoutes(own)
  implementPublicRoutes(own)
  implementExchangeRoutes(own)
  implementObserverRoutes(own)
  implementActivityRoutes(own)
  implementTourRoutes(own)
  remindOfTerms(own)
  const links = openSecretLinks(ports.keysFolder, 'ask-links', `${ports.origin}/ask`)
  implementOpenDayRoutes({ ...own, links })
  const asking = openQuestionnaires(own, doors)
  fileBadRatings(own)
  tellHotline(own)
  followNeeds(own)
  handleFeedbackJobs(own)
  openMail(own)
  return {
    topicNames: Object.fromEntries(own.content.topics.map(({ id, name }) => [id, name])),
    close: async () => doors.mailbox?.close?.(),
    open311: open311Handler(own),
    findIssueToPassOn: (database: Database, asked: Parameters<typeof findIssueToPassOn>[2]) =>
      findIssueToPassOn(own, database, asked),
    survey: surveyForm(asking),
    findCarrierContact: (database: Database, questionId: string) =>
      findCarrierContact(database, links, questionId),
    /** the clocks that run on a day, for whoever watches them */
    readClocks: (database: Database, on: PlainDate) => readOpenClocks(own, database, on),
    findInvitedFirm: (database: Database, invitationId: string) =>
      findInvitedFirm(asking, database, invitationId),
  }
}

/** Questionnaires, with what the register of firms hands in. */
function openQuestionnaires(own: FeedbackPorts, doors: FirmDoors): QuestionnairePorts {
  const asking: QuestionnairePorts = {
    ...own,
    ...doors,
    questionnaires: readQuestionnairesContent(own.contentFolder),
    surveyLinks: openSecretLinks(own.keysFolder, 'survey-links', `${own.origin}/survey`),
  }
  implementQuestionnaireRoutes(asking)
  remindOfQuestionnaires(asking)
  return asking
}
