/**
 * Licences over the wire: verification for everybody, papers for their owner, prints by one-time code.
 */

import * as contract from '@guanjia/contract/licence'
import type { RouteProblem } from '@guanjia/contract/route'
import { accept, assert, refuse } from '@guanjia/core/kernel'
import { answer } from '../../platform/http/answer.ts'
import type { ProblemTable } from '../../platform/http/handler.ts'
import type { Ports } from '../../platform/ports.ts'
import type { PaperContent } from './licence-content.ts'
import { credentialKeys, jsonWebKeySet } from './licence-credential.ts'
import { type LicenceCopy, verificationLink } from './licence-paper.ts'
import {
  findLicence,
  findLicenceOwner,
  type LicenceDatabase,
  type LicenceTables,
  listPrints,
} from './licence-store.ts'
import { type VerificationPorts, verifyNumber, verifyPresented } from './licence-verification.ts'
import { printCode, printCodeHash } from './print-code.ts'
import { makePrint, orderPrint, printConflict } from './print-commands.ts'
import type { RegistrationPapers } from './registration-papers.ts'

/** What the routes of licences need. */
export interface LicencePorts extends Ports {
  readonly papers: RegistrationPapers
  readonly content: PaperContent
}

const problems = {
  'licence-not-valid': 410,
  'print-needs-reason': 409,
  'duplicate-unknown': 404,
  'print-code-unknown': 404,
  'paper-serial-used': 409,
} as const satisfies ProblemTable<RouteProblem<(typeof contract)[keyof typeof contract]>>

/** Answers the routes of licences. */
export function implementLicenceRoutes(ports: LicencePorts): void {
  implementVerification(ports)
  implementPapers(ports)
  implementPrints(ports)
}

function tables(ports: LicencePorts): LicenceDatabase {
  return ports.database.withTables<LicenceTables>()
}

function implementVerification(ports: LicencePorts): void {
  const keys = credentialKeys(ports.signing)
  const verification: VerificationPorts = {
    database: tables(ports),
    keys,
    shownRepresentative: ports.content.licence.publicRepresentative,
    texts: ports.content.verdicts,
    demonstration: ports.demonstration,
    now: ports.clock.now,
  }
  ports.implement(contract.readLicenceKeys, async () => accept(jsonWebKeySet(keys)), {})
  ports.implement(
    contract.verifyLicenceNumber,
    async ({ params, language }) => accept(await verifyNumber(verification, params.number, language)),
    {},
  )
  ports.implement(
    contract.verifyLicenceCredential,
    async ({ body, language }) => accept(await verifyPresented(verification, body, language)),
    {},
  )
}

type ByNumber = { readonly params: { readonly number: string } }

function ownership(ports: LicencePorts) {
  return async ({ params }: ByNumber) => {
    const ownerId = await findLicenceOwner(tables(ports), params.number)
    return ownerId === undefined ? undefined : { ownerId }
  }
}

function implementPapers(ports: LicencePorts): void {
  const { implement } = ports
  implement(
    contract.readLicence,
    async ({ params }) => {
      const licence = await findLicence(tables(ports), params.number)
      if (licence === undefined) return refuse('not-found')
      const { document, credential } = licence
      const prints = [...(await listPrints(tables(ports), params.number))]
      return accept({
        document,
        credential,
        verificationLink: verificationLink(ports.origin, document.number, credential),
        prints,
      })
    },
    {},
    ownership(ports),
  )
  const paper = (name: LicenceCopy | 'approval') => async (input: ByNumber) => {
    const licence = await findLicence(tables(ports), input.params.number)
    if (licence?.status !== 'valid') return refuse('licence-not-valid')
    const { papers } = ports
    const bytes = await (name === 'approval' ? papers.approval(licence) : papers.licence(licence, name))
    return sendPdf(bytes, `${input.params.number}-${name}`)
  }
  const notValid = { 'licence-not-valid': problems['licence-not-valid'] }
  implement(contract.readOriginal, paper('original'), notValid, ownership(ports))
  implement(
    contract.readDuplicate,
    async ({ params: { number }, query: { place } }) => {
      const licence = await findLicence(tables(ports), number)
      if (licence?.status !== 'valid') return refuse('licence-not-valid')
      const { duplicates } = licence
      if (place > duplicates) return refuse('duplicate-unknown', { duplicates })
      const bytes = await ports.papers.licence(licence, 'duplicate', { place, of: duplicates })
      return sendPdf(bytes, `${number}-duplicate-${duplicates}-${place}`)
    },
    { ...notValid, 'duplicate-unknown': 404 },
    ownership(ports),
  )
  implement(contract.readApproval, paper('approval'), notValid, ownership(ports))
}

function implementPrints(ports: LicencePorts): void {
  const { implement, runCommand, signing, newId } = ports
  implement(
    contract.orderPrint,
    async ({ params, body, ...sent }) => {
      const id = newId()
      const codeHash = printCodeHash(await printCode(signing, id))
      const { minutes } = ports.content.licence.printCode
      const { copy, reason, place } = body
      const ordered = await runCommand(
        { ...sent, name: 'licence.order-print', subject: params.number, legal: false },
        (context) =>
          orderPrint(context, { id, number: params.number, copy, reason, place, codeHash, minutes }),
      )
      if (!ordered.ok) return ordered
      const { id: orderId, expiresAt } = ordered.value
      return accept({ code: await printCode(signing, orderId), expiresAt })
    },
    problems,
    ownership(ports),
  )
  implement(
    contract.printLicence,
    async ({ body, ...sent }) => {
      const codeHash = printCodeHash(body.code)
      const made = await runCommand(
        { ...sent, name: 'licence.print', subject: `device-${body.device}`, legal: true },
        (context) => makePrint(context, { ...body, codeHash }),
        printConflict,
      )
      if (!made.ok) return made
      const { number, copy, duplicate } = made.value
      const licence = await findLicence(tables(ports), number)
      assert(licence !== undefined, 'a printed licence is in the register')
      return sendPdf(
        await ports.papers.licence(licence, copy, duplicate ?? undefined),
        `${number}-${copy}${duplicate === null ? '' : `-${duplicate.of}-${duplicate.place}`}`,
      )
    },
    problems,
  )
}

function sendPdf(bytes: Buffer, name: string) {
  const headers = {
    'content-disposition': `inline; filename="${name.replace(/[^\w.-]/g, '_')}.pdf"`,
    'cache-control': 'private, no-store',
  }
  return accept(answer<Uint8Array>(bytes, { headers }))
}
