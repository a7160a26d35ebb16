/**
 * What the rest of registration is given of licences: credentials for the decision, papers on demand, the routes.
 */

import type { LicenceDocument } from '@guanjia/core/registration'
import type { Ports } from '../../platform/ports.ts'
import { openDevelopmentSeal } from '../../platform/signing/index.ts'
import { readPaperContent } from './licence-content.ts'
import { issueCredential } from './licence-credential.ts'
import { implementLicenceRoutes } from './licence-routes.ts'
import { createRegistrationPapers, type RegistrationPapers } from './registration-papers.ts'

/** Licences, opened. */
export interface LicenceService {
  readonly papers: RegistrationPapers
  /** the signed credential to be stored with a new licence */
  readonly issueCredential: (document: LicenceDocument) => Promise<string>
  /** answers the routes of licences */
  readonly implementRoutes: () => void
}

/** Opens content, seal and keys; nothing is rendered yet. */
export function openLicenceService(ports: Ports): LicenceService {
  const content = readPaperContent(ports.contentFolder)
  const papers = createRegistrationPapers({
    content,
    seal: openDevelopmentSeal(ports.keysFolder, ports.clock.now()),
    origin: ports.origin,
    demonstration: ports.demonstration,
  })
  return {
    papers,
    issueCredential: (document) => issueCredential(ports.signing, document),
    implementRoutes: () => implementLicenceRoutes({ ...ports, papers, content }),
  }
}
