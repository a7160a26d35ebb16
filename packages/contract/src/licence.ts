/**
 * Licences on the wire: verification open to everybody, the papers for their owner, printing by one-time code.
 */

import {
  array,
  boolean,
  enum as choice,
  coerce,
  custom,
  int,
  iso,
  literal,
  object,
  type output,
  string,
} from 'zod'
import { defineRoute } from './route.ts'

const number = string().min(1).max(40)
const params = object({ number })

const verdict = choice(['valid', 'revoked', 'superseded', 'unknown', 'altered'])

const reason = choice([
  'credential-malformed',
  'document-differs',
  'key-unknown',
  'number-unknown',
  'register-agrees',
  'register-differs',
  'register-not-asked',
  'register-says-revoked',
  'register-says-superseded',
  'signature-genuine',
  'signature-wrong',
])

const representativeRole = choice(['legal-representative', 'operator', 'managing-partner', 'investor'])

/** The facts of a licence as they are signed. */
export const licenceFacts = object({
  number,
  unifiedCode: string().length(18),
  name: string().max(200).nullable(),
  type: string().max(200),
  representative: object({ role: representativeRole, name: string().max(200) }),
  scope: string().max(20_000),
  /** fen */
  capitalMinor: string()
    .regex(/^\d{1,15}$/)
    .nullable(),
  composition: string().max(40).nullable(),
  establishedOn: iso.date(),
  premises: string().max(500),
  authority: string().max(200),
  issuedOn: iso.date(),
})

/** What anybody may see of a licence; every member is there whatever the verdict. */
export const licenceVerification = object({
  number: string(),
  verdict,
  /** weightiest first */
  reasons: array(reason),
  /** the verdict and its reasons in the reader's language */
  headline: string(),
  explanations: array(string()),
  /** moment at which the register was asked */
  checkedAt: iso.datetime(),
  /** the rest is null where the register knows nothing, or the credential is not genuine */
  name: string().nullable(),
  unifiedCode: string().nullable(),
  type: string().nullable(),
  /** masked as the zone decides, 王** */
  representative: string().nullable(),
  authority: string().nullable(),
  establishedOn: iso.date().nullable(),
  issuedOn: iso.date().nullable(),
  revokedAt: iso.datetime().nullable(),
  demonstration: boolean(),
})

/** What a client reads of a verification. */
export type LicenceVerification = output<typeof licenceVerification>

/** Is there such a licence, and is it valid? */
export const verifyLicenceNumber = defineRoute({
  id: 'licence.verify-number',
  method: 'GET',
  path: '/api/licences/:number',
  action: 'licence.verify',
  summary: 'Whether the licence of this number is valid, revoked, superseded or unknown',
  params,
  response: licenceVerification,
})

/** Is this credential genuine, unaltered and still valid? */
export const verifyLicenceCredential = defineRoute({
  id: 'licence.verify-credential',
  method: 'POST',
  path: '/api/licences/verify',
  action: 'licence.verify',
  summary: 'Checks the signature of a credential, the document it came with, and the register',
  body: object({
    /** JSON Web Signature in compact form, as it stands in the QR code behind the # */
    credential: string().max(4096),
    document: licenceFacts.optional(),
  }),
  response: licenceVerification,
})

/** The public keys that licences are signed with, for checks without this server. */
export const readLicenceKeys = defineRoute({
  id: 'licence.read-keys',
  method: 'GET',
  path: '/api/licences/keys',
  action: 'licence.verify',
  summary: 'Public keys of licences as a JSON Web Key Set (RFC 7517, RFC 8037)',
  response: object({
    keys: array(
      object({
        kty: literal('OKP'),
        crv: literal('Ed25519'),
        alg: literal('EdDSA'),
        use: literal('sig'),
        kid: string(),
        /** 32 bytes in base64url */
        x: string(),
      }),
    ),
  }),
})

const copy = choice(['original', 'duplicate'])

const printRecord = object({
  copy,
  printedAt: iso.datetime(),
  paperStock: string(),
  paperSerial: string(),
  device: string(),
  reason: string().nullable(),
})

/** The licence for its owner: the facts, the credential, what was printed. */
export const readLicence = defineRoute({
  id: 'licence.read',
  method: 'GET',
  path: '/api/licences/:number/licence',
  action: 'licence.read-own',
  summary: 'The signed licence of one’s own company, machine-readable, with the list of its prints',
  params,
  response: object({
    document: licenceFacts,
    credential: string(),
    /** what the QR code says */
    verificationLink: string(),
    prints: array(printRecord),
  }),
})

const pdf = custom<Uint8Array>()

/** The original as a signed PDF. */
export const readOriginal = defineRoute({
  id: 'licence.read-original',
  method: 'GET',
  path: '/api/licences/:number/original.pdf',
  action: 'licence.read-own',
  summary: 'The original of the licence, PDF/A-2b, signed',
  params,
  response: pdf,
  produces: 'application/pdf',
  problems: ['licence-not-valid'],
})

/** The duplicate as a signed PDF. */
export const readDuplicate = defineRoute({
  id: 'licence.read-duplicate',
  method: 'GET',
  path: '/api/licences/:number/duplicate.pdf',
  action: 'licence.read-own',
  summary: 'One of the duplicates of the licence, numbered, PDF/A-2b, signed',
  params,
  /** which of the duplicates that were asked for */
  query: object({ place: coerce.number().int().min(1).max(9).default(1) }),
  response: pdf,
  produces: 'application/pdf',
  problems: ['licence-not-valid', 'duplicate-unknown'],
})

/** The notice that the registration was approved. */
export const readApproval = defineRoute({
  id: 'licence.read-approval',
  method: 'GET',
  path: '/api/licences/:number/approval.pdf',
  action: 'licence.read-own',
  summary: 'The notice of approval that belongs to the licence, PDF/A-2b, signed',
  params,
  response: pdf,
  produces: 'application/pdf',
  problems: ['licence-not-valid'],
})

/** Asks for a code that prints one copy once. */
export const orderPrint = defineRoute({
  id: 'licence.order-print',
  method: 'POST',
  path: '/api/licences/:number/prints',
  action: 'licence.print',
  summary: 'A code for one print of one copy at a kiosk or counter; a second print wants a reason',
  params,
  body: object({
    copy,
    reason: string().trim().min(4).max(200).optional(),
    /** which duplicate; where it is left out, the next one that was not printed yet */
    place: int().min(1).max(9).optional(),
  }),
  response: object({
    /** three groups of four, XXXX-XXXX-XXXX */
    code: string(),
    expiresAt: iso.datetime(),
  }),
  success: 201,
  problems: ['licence-not-valid', 'print-needs-reason', 'duplicate-unknown'],
  idempotent: true,
})

/** Prints a copy with a code, at a kiosk without a log-in. */
export const printLicence = defineRoute({
  id: 'licence.print',
  method: 'POST',
  path: '/api/licences/print',
  action: 'licence.print-by-token',
  summary: 'The copy behind a code, once; stock and serial number of the paper are recorded',
  body: object({
    code: string().min(12).max(20),
    /** id of the device, of letters and digits: it stands in the trail */
    device: string().regex(/^[\w.-]{1,60}$/),
    paperStock: string().min(1).max(60),
    paperSerial: string().min(1).max(60),
  }),
  response: pdf,
  produces: 'application/pdf',
  problems: ['licence-not-valid', 'print-code-unknown', 'print-needs-reason', 'paper-serial-used'],
  idempotent: true,
})
