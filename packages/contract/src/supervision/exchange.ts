/**
 * Exchange packages with partner organisations on the wire: keys, what leaves, what comes in, receipts.
 */

import {
  array,
  boolean,
  enum as choice,
  int,
  iso,
  literal,
  object,
  record,
  string,
  union,
  unknown,
  uuid,
} from 'zod'
import { defineRoute } from '../route.ts'

const one = object({ id: uuid() })
const named = object({ id: string(), name: string() })
const state = choice(['drafted', 'released', 'discarded'])

/** A signed file as it came, JSON as text: what was signed must not pass through another hand. */
const file = string().min(2).max(200_000)

/** Why a signed file is not believed, whatever stands in it. */
const doubts = [
  'exchange-file-malformed',
  'package-not-for-us',
  'exchange-key-unknown',
  'exchange-signature-wrong',
] as const

const flow = object({
  schema: string(),
  schemaName: string(),
  /** names of the fields on the list, and of those that stay */
  listed: array(string()),
  withheld: array(string()),
}).nullable()

const key = object({
  id: uuid(),
  keyId: string(),
  /** SHA-256 of the key, in hexadecimal; without its end until a second person has heard that from the partner */
  fingerprint: string(),
  enteredBy: string(),
  enteredAt: iso.datetime(),
  confirmedBy: string().nullable(),
  mayConfirm: boolean(),
})

const packageRow = object({
  id: uuid(),
  partner: named,
  purpose: string(),
  schemaName: string(),
  state,
  sequence: int().nullable(),
  records: int(),
  draftedBy: string(),
  draftedAt: iso.datetime(),
  releasedBy: string().nullable(),
  releasedAt: iso.datetime().nullable(),
  receivedAt: iso.datetime().nullable(),
})

const importRow = object({
  id: uuid(),
  partner: named,
  purpose: string(),
  schemaName: string(),
  sequence: int(),
  records: int(),
  importedBy: string(),
  importedAt: iso.datetime(),
})

const content = object({
  /** the fields of the list, in its order */
  fields: array(named),
  /** names of the fields that the records have and that stay here */
  withheld: array(string()),
  records: array(record(string(), union([string(), int()]))),
  /** SHA-256 of what was signed, and the key; null before the release */
  digest: string().nullable(),
  keyId: string().nullable(),
})

/** The whole desk. */
export const readExchange = defineRoute({
  id: 'supervision.read-exchange',
  method: 'GET',
  path: '/api/supervision/exchange',
  action: 'supervision.exchange',
  summary: 'Exchange with partner organisations: agreements by field, keys, packages out and in, receipts',
  response: object({
    own: object({ id: string(), keyId: string(), publicKey: string(), fingerprint: string() }),
    partners: array(
      object({ id: string(), name: string(), keys: array(key), lastOut: int(), lastIn: int() }),
    ),
    agreements: array(
      object({
        id: string(),
        partner: named,
        purpose: string(),
        from: iso.date(),
        until: iso.date(),
        inForce: boolean(),
        outgoing: flow,
        incoming: flow,
      }),
    ),
    outgoing: array(packageRow),
    incoming: array(importRow),
    source: string(),
    mark: choice(['S', 'G', 'U']),
  }),
})

/** A package is put together. */
export const draftPackage = defineRoute({
  id: 'supervision.draft-package',
  method: 'POST',
  path: '/api/supervision/exchange/packages',
  action: 'supervision.exchange',
  summary:
    'Puts together what would leave under an agreement: the listed fields of its records and nothing else',
  body: object({ agreement: string().min(1) }),
  response: object({ id: uuid(), records: int() }),
  success: 201,
  problems: [
    'agreement-unknown',
    'agreement-not-in-force',
    'agreement-sends-nothing',
    'nothing-to-send',
    'records-too-many',
    'calendar-not-published',
    'rule-not-in-force',
    'field-not-allowed',
    'field-malformed',
  ],
  idempotent: true,
})

/** The preview, and later the package as it left. */
export const readPackage = defineRoute({
  id: 'supervision.read-package',
  method: 'GET',
  path: '/api/supervision/exchange/packages/:id',
  action: 'supervision.exchange',
  summary: 'One package, record by record and field by field, exactly as it leaves or has left',
  params: one,
  response: object({ row: packageRow, content, mayRelease: boolean() }),
  problems: ['package-unknown'],
})

/** A second person lets it go. */
export const releasePackage = defineRoute({
  id: 'supervision.release-package',
  method: 'POST',
  path: '/api/supervision/exchange/packages/:id/release',
  action: 'supervision.release-package',
  summary:
    'Releases a package as a second person: numbers it for its partner and signs it with the key of the zone',
  params: one,
  body: object({}),
  response: object({ id: uuid(), sequence: int(), digest: string() }),
  problems: [
    'package-unknown',
    'package-not-drafted',
    'agreement-unknown',
    'agreement-not-in-force',
    'field-not-allowed',
    'field-malformed',
  ],
  idempotent: true,
})

/** It does not leave. */
export const discardPackage = defineRoute({
  id: 'supervision.discard-package',
  method: 'POST',
  path: '/api/supervision/exchange/packages/:id/discard',
  action: 'supervision.exchange',
  summary: 'Throws a package away that was not released',
  params: one,
  body: object({}),
  response: object({ state }),
  problems: ['package-unknown', 'package-not-drafted'],
  idempotent: true,
})

/** The file for the partner. */
export const downloadPackage = defineRoute({
  id: 'supervision.download-package',
  method: 'GET',
  path: '/api/supervision/exchange/packages/:id/file',
  action: 'supervision.exchange',
  summary: 'The signed file of a released package, the same bytes each time',
  params: one,
  response: unknown(),
  produces: 'application/octet-stream',
  problems: ['package-unknown', 'package-not-released'],
})

/** What the partner says it has received. */
export const takeReceipt = defineRoute({
  id: 'supervision.take-receipt',
  method: 'POST',
  path: '/api/supervision/exchange/receipts',
  action: 'supervision.exchange',
  summary: 'Takes the signed receipt of a partner for a package that left; the same receipt twice is one',
  body: object({ file }),
  response: object({ id: uuid(), receivedAt: iso.datetime() }),
  problems: [...doubts, 'receipt-of-nothing', 'receipt-differs'],
  idempotent: true,
})

/** A package comes in. */
export const importPackage = defineRoute({
  id: 'supervision.import-package',
  method: 'POST',
  path: '/api/supervision/exchange/imports',
  action: 'supervision.exchange',
  summary: 'Takes in the signed package of a partner, whole or not at all; the same package twice is one',
  body: object({ file }),
  response: object({ id: uuid(), state: choice(['new', 'known']), sequence: int(), records: int() }),
  problems: [
    ...doubts,
    'package-altered',
    'agreement-unknown',
    'agreement-not-in-force',
    'sequence-gap',
    'sequence-replayed',
    'field-not-allowed',
    'field-malformed',
  ],
  idempotent: true,
})

/** What came in. */
export const readImport = defineRoute({
  id: 'supervision.read-import',
  method: 'GET',
  path: '/api/supervision/exchange/imports/:id',
  action: 'supervision.exchange',
  summary: 'One package that came in, record by record and field by field',
  params: one,
  response: object({ row: importRow, content }),
  problems: ['import-unknown'],
})

/** Our receipt. */
export const downloadReceipt = defineRoute({
  id: 'supervision.download-receipt',
  method: 'GET',
  path: '/api/supervision/exchange/imports/:id/receipt',
  action: 'supervision.exchange',
  summary: 'The signed receipt for a package that came in, as a file for the partner',
  params: one,
  response: unknown(),
  produces: 'application/octet-stream',
  problems: ['import-unknown'],
})

/** The key of a partner. */
export const enterPartnerKey = defineRoute({
  id: 'supervision.enter-partner-key',
  method: 'POST',
  path: '/api/supervision/exchange/keys',
  action: 'supervision.exchange',
  summary:
    'Enters the public key of a partner; nothing signed with it is believed before a second person confirms it',
  body: object({
    partner: string().min(1),
    /** raw Ed25519 key, 32 bytes in base64 */
    publicKey: string().length(44),
  }),
  response: object({ id: uuid(), keyId: string(), fingerprint: string() }),
  success: 201,
  problems: ['partner-unknown', 'partner-key-malformed', 'partner-key-known'],
  idempotent: true,
})

/** The second person. */
export const confirmPartnerKey = defineRoute({
  id: 'supervision.confirm-partner-key',
  method: 'POST',
  path: '/api/supervision/exchange/keys/:id/confirmation',
  action: 'supervision.confirm-partner-key',
  summary: 'Confirms a key by the end of its fingerprint as the partner reads it out',
  params: one,
  body: object({ ending: string().regex(/^[0-9a-f]{8}$/) }),
  response: object({ confirmed: literal(true) }),
  problems: ['partner-key-unknown', 'partner-key-settled', 'fingerprint-differs'],
  idempotent: true,
})

/** It is no longer believed. */
export const retirePartnerKey = defineRoute({
  id: 'supervision.retire-partner-key',
  method: 'POST',
  path: '/api/supervision/exchange/keys/:id/retirement',
  action: 'supervision.exchange',
  summary: 'Retires a key: nothing that comes in from now on is believed by it',
  params: one,
  body: object({}),
  response: object({ retired: literal(true) }),
  problems: ['partner-key-unknown', 'partner-key-settled'],
  idempotent: true,
})
