/**
 * Keys of handlers and keepers. Private keys are made and opened in the browser alone; the server keeps them locked.
 */

import { array, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { base64, keyId, wrap } from './lead-parts.ts'

const office = choice(['handler', 'keeper'])

/** A private key under its owner's passphrase. */
const lock = object({
  memoryKib: int().min(8).max(1_048_576),
  passes: int().min(1).max(20),
  salt: base64(64),
  wrapped: base64(600),
})

const key = object({
  keyId,
  office,
  holder: string(),
  state: choice(['proposed', 'current', 'retired']),
  madeOn: iso.date(),
  retiredOn: iso.date().nullable(),
  /** whoever has the recovery sheet in the safe */
  sheetWith: string().nullable(),
})

const params = object({ key: keyId })

/** All keys, one's own with their locks. */
export const listLeadKeys = defineRoute({
  id: 'leads.list-keys',
  method: 'GET',
  path: '/api/leads/keys',
  action: 'lead.keep-key',
  summary: 'The keys of handlers and keepers; of the reader’s own also what their passphrase opens',
  response: object({
    own: array(key.extend({ publicKey: string(), lock, recovery: string() })),
    others: array(key),
    offices: array(office),
  }),
})

/** A new key; counts once somebody else has its sheet. */
export const proposeKey = defineRoute({
  id: 'leads.propose-key',
  method: 'POST',
  path: '/api/leads/keys',
  action: 'lead.keep-key',
  summary:
    'Keeps a new key, locked in the browser; nothing is sealed to it until somebody else has taken its recovery sheet',
  body: object({ office, keyId, publicKey: base64(120), lock, recovery: base64(600) }),
  response: object({ keyId }),
  success: 201,
  problems: ['office-not-yours', 'key-kept', 'key-waits', 'other-office-held'],
  idempotent: true,
})

/** A key under another passphrase. */
export const relockKey = defineRoute({
  id: 'leads.relock-key',
  method: 'POST',
  path: '/api/leads/keys/:key/lock',
  action: 'lead.keep-key',
  summary:
    'Keeps one’s own key under a new passphrase, after its sheet or the old passphrase opened it in the browser',
  params,
  body: object({ lock }),
  response: object({ keyId }),
  problems: ['key-not-yours'],
  idempotent: true,
})

/** Custody of the sheet. */
export const takeSheet = defineRoute({
  id: 'leads.take-sheet',
  method: 'POST',
  path: '/api/leads/keys/:key/sheet',
  action: 'lead.keep-key',
  summary:
    'Confirms that somebody else than the holder has the recovery sheet in the safe; the key is current from now on',
  params,
  response: object({ keyId, state: choice(['current']) }),
  problems: ['key-not-there', 'own-key', 'key-not-proposed', 'other-office-held'],
  idempotent: true,
})

/** A key nothing is sealed to any more. */
export const retireKey = defineRoute({
  id: 'leads.retire-key',
  method: 'POST',
  path: '/api/leads/keys/:key/retirement',
  action: 'lead.keep-key',
  summary: 'Retires a key: nothing new is sealed to it, what was sealed to it before it still opens',
  params,
  response: object({ keyId, state: choice(['retired']) }),
  problems: ['key-not-there', 'key-not-current', 'last-key'],
  idempotent: true,
})

/** What would be handed over. */
export const readHandOver = defineRoute({
  id: 'leads.read-hand-over',
  method: 'GET',
  path: '/api/leads/hand-overs/draft',
  action: 'lead.list',
  summary:
    'The content keys that one’s own keys open and a successor may have, without those of leads about the successor’s authority',
  query: object({ to: keyId }),
  response: object({
    publicKey: string(),
    wraps: array(object({ leadId: uuid(), envelopeId: uuid(), part: string(), own: wrap })),
    shares: array(object({ leadId: uuid(), own: wrap })),
  }),
  problems: ['successor-unknown'],
})

/** Hands leads over. */
export const handOver = defineRoute({
  id: 'leads.hand-over',
  method: 'POST',
  path: '/api/leads/hand-overs',
  action: 'lead.list',
  summary:
    'Content keys sealed in the browser to a successor, all of the draft or with the reason why not; they count once the successor or a keeper has confirmed',
  body: object({
    to: keyId,
    wraps: array(object({ envelopeId: uuid(), sealed: base64(400) })).max(20_000),
    shares: array(object({ leadId: uuid(), sealed: base64(400) })).max(20_000),
    /** why some of the draft is left out */
    leavesOut: string().trim().min(4).max(200).nullable().default(null),
  }),
  response: object({ id: uuid() }),
  success: 201,
  problems: ['successor-unknown', 'nothing-to-hand-over', 'not-yours-to-hand-over', 'hand-over-incomplete'],
  idempotent: true,
})

/** Hand-overs that wait. */
export const listHandOvers = defineRoute({
  id: 'leads.list-hand-overs',
  method: 'GET',
  path: '/api/leads/hand-overs',
  action: 'lead.keep-key',
  summary:
    'Hand-overs of leads from one handler to another: who, when, how many, what was left out, and who confirmed',
  response: object({
    handOvers: object({
      id: uuid(),
      from: string(),
      to: string(),
      leads: int(),
      /** envelopes and names that no open key fitted, and why they were left out */
      leftOut: int(),
      leftOutReason: string().nullable(),
      proposedOn: iso.date(),
      confirmedOn: iso.date().nullable(),
      confirmedBy: string().nullable(),
      mayConfirm: choice(['yes', 'own', 'done']),
    }).array(),
    successors: object({ keyId, holder: string() }).array(),
  }),
})

/** The second person. */
export const confirmHandOver = defineRoute({
  id: 'leads.confirm-hand-over',
  method: 'POST',
  path: '/api/leads/hand-overs/:id/confirmation',
  action: 'lead.keep-key',
  summary:
    'Confirms a hand-over that somebody else proposed: the successor can read, and the keys of who left are retired',
  params: object({ id: uuid() }),
  body: object({ retires: choice(['keep', 'retire']) }),
  response: object({ id: uuid() }),
  problems: ['hand-over-unknown', 'hand-over-done', 'own-hand-over'],
  idempotent: true,
})
