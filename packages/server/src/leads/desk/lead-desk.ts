/**
 * The desk of confidential leads.
 */

import { type DatabaseAddress } from '../../platform/database/database.ts'
import { readIntakeContent } from '../content/intake-content.ts'
import { openLeadDatabase } from '../store/lead-database.ts'
import type { DeskPorts } from './desk-ports.ts'
import { readHandlingContent } from './handling-content.ts'
import { implementIdentityRoutes } from './identity/identity-routes.ts'
import { implementKeyRoutes } from './keys/key-routes.ts'
import { implementLeadRoutes } from './leads/lead-routes.ts'
import { hearSuggestions } from './leads/suggestion-news.ts'
import { healLeaves } from './leaf-healing.ts'
import { implementDoorRoutes } from './overview/door-routes.ts'
import { implementOverviewRoutes } from './overview/overview-routes.ts'
import type { DeskTables } from './store/desk-tables.ts'

/** Answers every route of the desk over a connection of its own; gives what closes it. */
export function registerLeadDesk(
  ports: Omit<DeskPorts, 'leads'>,
  address: DatabaseAddress,
): () => Promise<void> {
  const leads = openLeadDatabase<DeskTables>(address)
  const content = readHandlingContent(ports.contentFolder)
  const room = { ...ports, leads, content, units: readIntakeContent(ports.contentFolder).units.list }
  implementLeadRoutes(room)
  implementKeyRoutes(room)
  implementIdentityRoutes(room)
  implementOverviewRoutes(room)
  implementDoorRoutes(room)
  hearSuggestions(room)
  healLeaves(room)
  return () => leads.destroy()
}
