/**
 * The register of issues: whatever is said about the zone, from wherever, in one loop with clocks.
 */

import type { Ports } from '../platform/ports.ts'
import { readFeedbackContent } from './content/feedback-content.ts'
import { fileBadRatings } from './exchange/bad-ratings.ts'
import { implementExchangeRoutes } from './exchange/exchange-routes.ts'
import { tellHotline } from './exchange/hotline-replies.ts'
import { open311Handler } from './exchange/open311.ts'
import { handleFeedbackJobs } from './feedback-jobs.ts'
import type { FeedbackDoors, FeedbackPorts } from './feedback-ports.ts'
import { implementDeskRoutes } from './routes/desk-routes.ts'
import { implementFilingRoutes } from './routes/filing-routes.ts'
import { implementFollowingRoutes } from './routes/following-routes.ts'
import { implementHandlingRoutes } from './routes/handling-routes.ts'
import { implementPublicRoutes } from './routes/public-routes.ts'

export { type Hotline, hotlineService, simulatedHotline } from './exchange/hotline.ts'

/** Opens the room: answers every route, subscribes its reactions, and gives the handler of Open311 to be mounted. */
export function registerFeedback(ports: Ports, doors: FeedbackDoors) {
  const own: FeedbackPorts = { ...ports, ...doors, content: readFeedbackContent(ports.contentFolder) }
  implementFilingRoutes(own)
  implementFollowingRoutes(own)
  implementDeskRoutes(own)
  implementHandlingRoutes(own)
  implementPublicRoutes(own)
  implementExchangeRoutes(own)
  fileBadRatings(own)
  tellHotline(own)
  handleFeedbackJobs(own)
  return { open311: open311Handler(own) }
}
