/**
 * Everybody of the table, logged in, and one thing of each kind they may act on, written past the API: what matters here is
 * whose it is, not how it came about.
 */

import { randomUUID } from 'node:crypto'
import { systemPrincipal } from '@guanjia/core/access'
import { Client } from 'pg'
import { publishFirstCatalogue } from '../../../server/src/catalogue/index.ts'
import type { Browser, TestApp } from '../test-app/index.ts'
import type { Caller } from './callers.ts'
import { writeApproval, writeCase, writeDocument, writeProject, writeUpload } from './case-matter.ts'
import { writeRegister } from './issue-matter.ts'
import { writeLead } from './lead-matter.ts'
import { type ObserverMatter, writeObservers } from './listening/observer-matter.ts'
import { type TourMatter, writeTour } from './listening/tour-matter.ts'
import {
  endSessions,
  signInAll,
  writeAccount,
  writeDelegation,
  writeDelegations,
  writeGrant,
  writeNotice,
} from './people-matter.ts'
import {
  licenceNumber,
  writeApplication,
  writeCorrection,
  writeLicence,
  writeOutreach,
  writeSignature,
} from './registration-matter.ts'
import { type SpaceMatter, writeSpace } from './space/space-matter.ts'
import { type SupervisionMatter, writeSupervision } from './supervision/supervision-matter.ts'

/** What the requests of the matrix are filled with. */
export interface Matter extends SupervisionMatter, ObserverMatter, TourMatter, SpaceMatter {
  /** a session of each caller */
  readonly browsers: ReadonlyMap<Caller, Browser>
  /** the application a caller acts on: their own for the registrar in a matter of their own */
  readonly applicationOf: (caller: Caller) => string
  /** the case a caller acts on: their own for the registrar in a matter of their own */
  readonly caseOf: (caller: Caller) => string
  /** an upload of the owner */
  readonly uploadId: string
  /** a document of the owner, attached to the case */
  readonly documentId: string
  /** an order of the reviewer to approve several */
  readonly approvalId: string
  /** an issue of the owner whose answer, by the reviewer, waits for a signature */
  readonly issueId: string
  readonly improvementId: string
  readonly grantOf: (caller: Caller) => string
  readonly signingTokenOf: (caller: Caller) => string
  readonly licenceNumber: string
  readonly delegationId: string
  readonly outreachId: string
  readonly noticeId: string
  readonly projectId: string
  readonly stewardId: string
  /** a lead about housing */
  readonly leadId: string
  /** account to which duties are proposed */
  readonly username: string
}

/** Logs everybody in and writes the things down. */
export async function layOut(app: TestApp): Promise<Matter> {
  const browsers = await signInAll(app)
  const publisher = { principal: systemPrincipal('matrix'), name: 'system:matrix' }
  await publishFirstCatalogue(app.ports, publisher)
  const bystander = await app.signIn({ name: '旁观者' })
  const idOf = (caller: Caller) => browsers.get(caller)?.personId ?? ''
  const client = new Client({ connectionString: app.adminUrl, options: '-c search_path=guanjia,public' })
  await client.connect()
  try {
    await endSessions(client, idOf)
    await writeDelegations(client, idOf)
    const by = idOf('proposer')
    const application = await writeApplication(client, { ownerId: idOf('owner'), proposerId: by })
    const own = await writeApplication(client, { ownerId: idOf('partial'), proposerId: by })
    const signingToken = await writeSignature(client, application, { signer: idOf('signer'), party: 'p1' })
    const involvedToken = await writeSignature(client, application, { signer: idOf('involved'), party: 'p2' })
    await writeCorrection(client, application, idOf('proposer'))
    const proposerId = idOf('reviewer')
    const aCase = await writeCase(client, { ownerId: idOf('owner'), proposerId })
    const ownCase = await writeCase(client, { ownerId: idOf('partial'), proposerId })
    await writeLicence(client, application)
    await writeDraft(client, idOf('draftProposer'))
    const grant = await writeGrant(client, bystander.personId, idOf('grantProposer'))
    const grantToSelf = await writeGrant(client, idOf('grantSubject'), idOf('grantProposer'))
    return {
      browsers,
      applicationOf: (caller) => (caller === 'partial' ? own : application),
      uploadId: await writeUpload(client, idOf('owner')),
      documentId: await writeDocument(client, idOf('owner'), aCase),
      approvalId: await writeApproval(client, idOf('reviewer'), aCase),
      ...(await writeRegister(client, { ownerId: idOf('owner'), proposerId })),
      ...(await writeObservers(client, {
        observerId: idOf('observer'),
        formerId: idOf('formerObserver'),
        bystanderId: bystander.personId,
      })),
      ...(await writeTour(client, { plannerId: idOf('dispatcher'), goerId: idOf('departmentHead') })),
      caseOf: (caller) => (caller === 'partial' ? ownCase : aCase),
      grantOf: (caller) => (caller === 'grantSubject' ? grantToSelf : grant),
      signingTokenOf: (caller) => (caller === 'involved' ? involvedToken : signingToken),
      licenceNumber,
      delegationId: await writeDelegation(client, idOf('owner'), idOf('person'), {
        scope: ['licence.print'],
      }),
      outreachId: await writeOutreach(client),
      ...(await writeSupervision(client, supervisionPeople(idOf))),
      ...(await writeSpace(client, idOf('steward'))),
      noticeId: await writeNotice(client, idOf('owner')),
      projectId: await writeProject(client, idOf),
      stewardId: idOf('steward'),
      leadId: await writeLead(client),
      username: await writeAccount(client, bystander.personId),
    }
  } finally {
    await client.end()
  }
}

function supervisionPeople(idOf: (caller: Caller) => string) {
  return {
    askerId: idOf('pauseAsker'),
    issuerId: idOf('orderIssuer'),
    partnerId: idOf('partner'),
    formerPartnerId: idOf('formerPartner'),
    memberId: idOf('otherReviewer'),
  }
}

/** The proposed draft of the next version of the catalogue. */
async function writeDraft(client: Client, proposer: string): Promise<void> {
  await client.query(
    `insert into catalogue_draft (id, base, origin, content, revision, state, begun_by, begun_at, changed_by, changed_at,
       reason, effective_on, proposed_by, proposed_at)
     select $1, number, 'edited', content, 1, 'proposed', $2, now(), $2, now(), '试验', '2099-01-01', $2, now()
     from catalogue_version`,
    [randomUUID(), proposer],
  )
}
