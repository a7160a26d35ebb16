/**
 * Space for firms: rooms that carriers offer, needs of firms, and the way from one to the other.
 */

import type { Ports } from '../platform/ports.ts'
import { readPremisesContent } from './content/premises-content.ts'
import { implementDeskRoutes } from './needs/desk-routes.ts'
import { implementFirmRoutes } from './needs/firm-routes.ts'
import type { PremisesDoors, PremisesPorts } from './premises-ports.ts'
import { handleRenewals } from './renewals/renewal-commands.ts'
import { implementRenewalRoutes } from './renewals/renewal-routes.ts'
import { openSpaceLinks } from './renewals/space-links.ts'
import { implementCarrierRoutes } from './rooms/carrier-routes.ts'
import { implementPhotoRoutes } from './rooms/photo-routes.ts'
import { implementSearchRoutes } from './searching/search-routes.ts'

export { dayOf as zoneDay, type PremisesPorts } from './premises-ports.ts'
export { roomWorkbook } from './rooms/room-workbook.ts'
export { hasRooms, offerTable } from './rooms/table-offer.ts'
export { findSpaceContact } from './space-contacts.ts'

/** Opens the room: answers every route and handles its jobs. */
export function registerPremises(ports: Ports, doors: PremisesDoors): PremisesPorts {
  const { keysFolder, origin } = ports
  const own: PremisesPorts = {
    ...ports,
    ...doors,
    content: readPremisesContent(ports.contentFolder),
    needLinks: openSpaceLinks(keysFolder, 'need', `${origin}/need`),
    renewalLinks: openSpaceLinks(keysFolder, 'renewal', `${origin}/offer`),
  }
  implementSearchRoutes(own)
  implementFirmRoutes(own)
  implementDeskRoutes(own)
  implementCarrierRoutes(own)
  implementPhotoRoutes(own)
  implementRenewalRoutes(own)
  handleRenewals(own)
  return own
}
