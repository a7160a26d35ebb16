/**
 * Projects: what is built in the zone, and the stewards who see it through.
 */

import type { CatalogueVersions } from '../catalogue/index.ts'
import type { Ports } from '../platform/ports.ts'
import { handleAssignment } from './assignment-jobs.ts'
import { implementPlanRoutes } from './plans/plan-routes.ts'
import { implementProjectRoutes } from './project-routes.ts'
import { readStewardsContent } from './stewards-content.ts'

export { findProjectPeople } from './project-queries.ts'

/** Answers every route of this room and starts its jobs. */
export function registerProjects(ports: Ports & { readonly catalogues: CatalogueVersions }): void {
  const room = { ...ports, content: readStewardsContent(ports.contentFolder) }
  implementProjectRoutes(room)
  implementPlanRoutes(room)
  handleAssignment(room)
}
