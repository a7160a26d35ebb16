/**
 * What the commands of registration are handed.
 */

import { localMoment } from '@guanjia/core/calendar'
import type { Ports } from '../platform/ports.ts'
import type { SecretLinks } from '../platform/secret-links.ts'
import type { ApplicantSigner } from '../platform/signing/index.ts'
import type { LegalPersonRegister } from './legal-persons/legal-person-register.ts'
import type { LicenceService } from './licence/licence-service.ts'
import type { NameRegister } from './name-register.ts'
import type { NameSentences } from './name-view.ts'
import type { PushReceiver } from './push-receivers.ts'
import type { RegistrationContent } from './registration-content.ts'

/** The platform's doors and this room's own. */
export interface RegistrationPorts extends Ports {
  readonly content: RegistrationContent
  readonly names: NameRegister
  readonly nameSentences: NameSentences
  readonly signer: ApplicantSigner
  readonly links: SecretLinks
  /** links by which hosts confirm filed addresses */
  readonly hostLinks: SecretLinks
  readonly legalPersons: LegalPersonRegister
  readonly licences: Pick<LicenceService, 'issueCredential' | 'papers'>
  readonly receivers: readonly PushReceiver[]
}

/** The zone's day at an instant, YYYY-MM-DD. */
export function dayOf({ zone }: Pick<Ports, 'zone'>, instant: Date): string {
  return localMoment(instant.getTime(), zone.utcOffsetMinutes).date
}
