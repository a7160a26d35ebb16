/**
 * Who acts: sessions, duties, delegations. The rest of the server is handed `findSession` and the real-name lookups.
 */

import type { AccessPorts } from './access-ports.ts'
import {
  implementDelegationRoutes,
  implementDemonstrationRoute,
  implementGrantRoutes,
} from './access-routes.ts'
import { implementSessionRoutes } from './session-routes.ts'

/** Answers every route of this room. */
export function registerAccess(ports: AccessPorts): void {
  implementSessionRoutes(ports)
  implementGrantRoutes(ports)
  implementDelegationRoutes(ports)
  implementDemonstrationRoute(ports)
}

export type { AccessPorts, DemonstrationAccount } from './access-ports.ts'
export type { AccessDatabase, AccessTables } from './access-tables.ts'
export { type IdentityService, type IdentityServiceAddress, openIdentityService } from './identity-service.ts'
export { type SimulatorListener, simulateIdentityService } from './identity-simulator/identity-provider.ts'
export type { SimulatedPerson } from './identity-simulator/simulated-person.ts'
export {
  admitNamedPerson,
  admitPerson,
  endMemberships,
  findAuthorityPeople,
  findHolders,
  findPartnerOf,
  findPersonByIdentityNumber,
  findPersonName,
  findPersonNamesIn,
  findRealName,
  findStaffHolding,
  keepPhoneToldInPerson,
  type RealName,
} from './person-store.ts'
export { isSealed, openSecretSeal, type SecretSeal } from './secret-seal.ts'
export { sessionCookie } from './session-routes.ts'
export { endStaffSessions, findSession, type LiveSession, openSession } from './session-store.ts'
export { createStaff, type NewStaff, type StaffCredentials, type StaffRefusal } from './staff-commands.ts'
export { hashPassword, newOneTimeSecret, oneTimeCode } from './staff-log-in.ts'
