/**
 * Instant registration: names, seats, applications, signatures, the automatic decision, licences, the registrars' desk.
 */

import { join } from 'node:path'
import { localMoment } from '@guanjia/core/calendar'
import type { Ports } from '../platform/ports.ts'
import { openSecretLinks } from '../platform/secret-links.ts'
import type { ApplicantSigner } from '../platform/signing/index.ts'
import { implementAfterwardsRoutes } from './afterwards/afterwards-routes.ts'
import { handleSilentHosts } from './afterwards/hosted-correction.ts'
import { implementApplicantRoutes } from './applicant-routes.ts'
import { keepRules } from './content/rules-archive.ts'
import { watchDesk } from './desk/overdue-job.ts'
import { handleExpiry } from './expiry-jobs.ts'
import { implementHandedInRoutes } from './handed-in/paper-routes.ts'
import { implementHostRoutes } from './hosts/host-routes.ts'
import { type LegalPersonService, legalPersonGateway } from './legal-persons/legal-person-gateway.ts'
import { simulatedLegalPersons, unknownLegalPersons } from './legal-persons/legal-person-simulator.ts'
import { openLicenceService } from './licence/licence-service.ts'
import { openNameRegister } from './name-register.ts'
import { loadNameTables } from './name-tables.ts'
import { readNameSentences } from './name-view.ts'
import { implementOfficerRoutes } from './officer-routes.ts'
import { implementPaperRoutes } from './papers/paper-routes.ts'
import { implementPublicRoutes } from './public-routes.ts'
import type { PushReceiver } from './push-receivers.ts'
import { readRegistrationContent } from './registration-content.ts'
import type { RegistrationPorts } from './registration-ports.ts'
import { subscribeRegistration } from './registration-reactions.ts'

export { findPeopleOfApplications } from './application-store.ts'
export { findHostContact } from './hosts/host-confirmations.ts'
export { loadNameTables } from './name-tables.ts'
export { findOrganisationNames, findOrganisationNamesIn } from './organisation-names.ts'
export { type PushReceiver, simulatedReceiver } from './push-receivers.ts'
export { receiverService } from './receiver-service.ts'
export { findFirmPhones, findRegisteredFirms } from './register/registered-firms.ts'
export { namesOfCarriers, namesOfPapers, readRegistrationContent } from './registration-content.ts'
export type { RegistrationPorts } from './registration-ports.ts'
export { findFilingContact } from './seat-commands.ts'
export { findSignerContact } from './signing/signing-links.ts'

/** The doors of the platform, and the services of others that the configuration names. */
export interface RegistrationDoors extends Ports {
  /** undefined: the simulator in a demonstration, nobody known in earnest */
  readonly legalPersonService?: LegalPersonService | undefined
  readonly signer: ApplicantSigner
  /** the driver of an authority that is told of new companies */
  readonly openReceiver: (receiver: { readonly id: string; readonly name: string }) => PushReceiver
}

function legalPersonsOf({ legalPersonService, demonstration, contentFolder }: RegistrationDoors) {
  if (legalPersonService !== undefined) return legalPersonGateway(legalPersonService)
  return demonstration ? simulatedLegalPersons(contentFolder) : unknownLegalPersons
}

/** Opens the room: content, the register of names, the licences; answers every route. */
export async function registerRegistration(ports: RegistrationDoors): Promise<RegistrationPorts> {
  const content = readRegistrationContent(ports.contentFolder)
  const licences = openLicenceService(ports)
  const today = localMoment(ports.clock.now().getTime(), ports.zone.utcOffsetMinutes).date
  const tables = loadNameTables(join(ports.contentFolder, 'names'))
  const region = String(ports.zone.zone['city'] ?? '')
  const own: RegistrationPorts = {
    ...ports,
    content,
    licences,
    names: await openNameRegister(ports.database, tables, { region, today }),
    nameSentences: readNameSentences(ports.contentFolder),
    legalPersons: legalPersonsOf(ports),
    links: openSecretLinks(ports.keysFolder, 'signing-links', `${ports.origin}/sign`),
    hostLinks: openSecretLinks(ports.keysFolder, 'signing-links', `${ports.origin}/host`),
    receivers: content.services.receivers.map(ports.openReceiver),
  }
  await keepRules(ports.database, content.checks)
  implementPublicRoutes(own)
  implementApplicantRoutes(own)
  implementOfficerRoutes(own)
  implementAfterwardsRoutes(own)
  implementPaperRoutes(own)
  implementHandedInRoutes(own)
  implementHostRoutes(own)
  licences.implementRoutes()
  subscribeRegistration(own)
  handleExpiry(own)
  handleSilentHosts(own)
  watchDesk(own)
  return own
}
