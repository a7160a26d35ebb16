/**
 * Supervision: the lights of land-using industrial projects, the facts behind them, and the orders that follow.
 */

import { implementBoardRoutes } from './board/board-routes.ts'
import { readLightsContent } from './lights-content.ts'
import { implementNodeRoutes } from './nodes/node-routes.ts'
import { implementOrderRoutes } from './orders/order-routes.ts'
import { handleLooks } from './supervision-jobs.ts'
import { tellWatchers } from './supervision-news.ts'
import type { SupervisionPorts } from './supervision-ports.ts'

export { type LandContract, recordLandSupply } from './enrolment/land-supply.ts'
export { type ProjectFacts, readLightFacts } from './light-facts-file.ts'
export { type LightsContent, lightSentence, readLightsContent, rulesNamed } from './lights-content.ts'

/** Answers every route of this room and looks at the lights every day. */
export function registerSupervision(ports: SupervisionPorts): void {
  const room = { ...ports, lights: readLightsContent(ports.contentFolder) }
  implementBoardRoutes(room)
  implementNodeRoutes(room)
  implementOrderRoutes(room)
  handleLooks(room)
  tellWatchers(ports)
}
