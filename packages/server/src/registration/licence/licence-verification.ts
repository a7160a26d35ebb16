/**
 * Public answers about licences: the same members whatever the verdict, and no more of a person than the zone allows.
 */

import type { verifyLicenceNumber } from '@guanjia/contract/licence'
import type { RouteOutput } from '@guanjia/contract/route'
import {
  type CredentialKey,
  type LicenceDocument,
  type LicenceStanding,
  type LicenceVerdict,
  licenceDigest,
  licenceVerdict,
  standingVerdict,
  verifyCredential,
} from '@guanjia/core/registration'
import type { LicenceContent, VerdictTexts } from './licence-content.ts'
import { verifySignature } from './licence-credential.ts'
import { findLicence, type LicenceDatabase, type LicenceRecord } from './licence-store.ts'

/** The wire form of a verification. */
export type Verification = RouteOutput<typeof verifyLicenceNumber>

/** What verification asks. */
export interface VerificationPorts {
  readonly database: LicenceDatabase
  readonly keys: readonly CredentialKey[]
  readonly shownRepresentative: LicenceContent['publicRepresentative']
  readonly texts: VerdictTexts
  readonly demonstration: boolean
  readonly now: () => Date
}

/** What the register says of a number. */
export async function verifyNumber(
  ports: VerificationPorts,
  number: string,
  language: Language,
): Promise<Verification> {
  const licence = await findLicence(ports.database, number)
  return present(ports, { number, verdict: standingVerdict(standingOf(licence)), licence, language })
}

/** What the signature, the document presented and the register say together. */
export async function verifyPresented(
  ports: VerificationPorts,
  presented: { readonly credential: string; readonly document?: LicenceDocument | undefined },
  language: Language,
): Promise<Verification> {
  const credential = await verifyCredential(presented.credential, ports.keys, verifySignature)
  const number = credential.ok ? credential.value.number : ''
  const licence = credential.ok ? await findLicence(ports.database, number) : undefined
  const standing = standingOf(licence)
  const verdict = licenceVerdict({ credential, document: presented.document, standing })
  return present(ports, {
    number,
    verdict,
    licence: verdict.verdict === 'altered' ? undefined : licence,
    language,
  })
}

function standingOf(licence: LicenceRecord | undefined): LicenceStanding {
  if (licence === undefined) return { kind: 'not-found' }
  return { kind: 'found', status: licence.status, digest: licenceDigest(licence.document) }
}

type Language = keyof VerdictTexts['verdicts']['valid']

interface Finding {
  readonly language: Language
  readonly number: string
  readonly verdict: LicenceVerdict
  readonly licence: LicenceRecord | undefined
}

function present(ports: VerificationPorts, { number, verdict, licence, language }: Finding): Verification {
  return {
    number,
    verdict: verdict.verdict,
    reasons: [...verdict.reasons],
    headline: ports.texts.verdicts[verdict.verdict][language],
    explanations: verdict.reasons.map((reason) => ports.texts.reasons[reason][language]),
    checkedAt: ports.now().toISOString(),
    ...facts(licence?.document, ports.shownRepresentative),
    revokedAt: licence?.revokedAt?.toISOString() ?? null,
    demonstration: ports.demonstration,
  }
}

const nothingKnown = {
  name: null,
  unifiedCode: null,
  type: null,
  representative: null,
  authority: null,
  establishedOn: null,
  issuedOn: null,
}

function facts(document: LicenceDocument | undefined, shown: LicenceContent['publicRepresentative']) {
  if (document === undefined) return nothingKnown
  const { name, unifiedCode, type, representative, authority, establishedOn, issuedOn } = document
  const shownRepresentative = shownName(representative.name, shown)
  return { name, unifiedCode, type, representative: shownRepresentative, authority, establishedOn, issuedOn }
}

function shownName(name: string, shown: LicenceContent['publicRepresentative']): string | null {
  if (shown === 'hidden') return null
  const [first = '', ...rest] = name
  return shown === 'shown' ? name : first + '*'.repeat(rest.length)
}
