/**
 * Commitments of a project on the wire: what may be promised, the letter, its signature and its withdrawal.
 */

import { array, boolean, enum as choice, int, iso, literal, object, string, union, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const projectId = object({ id: uuid() })
const mark = choice(['S', 'G', 'U'])
const commitmentId = string().min(1).max(40)

const makeUp = object({
  /** how long: until something happens, in words of the zone, or a number of days */
  term: union([
    object({ kind: literal('milestone'), until: string() }),
    object({
      kind: literal('days'),
      value: int(),
      unit: choice(['working-days', 'natural-days']),
      from: choice(['signing', 'permit']),
    }),
  ]),
  source: string(),
  mark,
})

const condition = object({
  sentence: string(),
  state: choice(['met', 'open', 'unmet']),
  /** the attribute which whoever signs may state to be true; null where a register says it */
  confirm: string().nullable(),
  source: string(),
  mark,
})

const commitment = object({
  id: string(),
  name: string(),
  kind: choice(['paper-late', 'condition-promised']),
  service: object({ id: string(), name: string() }),
  basis: string(),
  source: string(),
  mark,
  makeUp,
  conditions: array(condition),
  /** what is handed in later, and by when the plan expects that to be due */
  later: array(object({ name: string(), due: iso.date().nullable() })),
  /** the approval it is for is issued: nothing more is signed for it, and nothing withdrawn */
  issued: boolean(),
  /** how it stands: signed with its letter, or null */
  signed: object({
    letter: uuid(),
    signedAt: iso.datetime(),
    signer: string(),
    /** false once the approval it was signed for is issued */
    withdrawable: boolean(),
  }).nullable(),
})

/** What may be promised, and what was. */
export const listCommitments = defineRoute({
  id: 'projects.list-commitments',
  method: 'GET',
  path: '/api/projects/:id/commitments',
  action: 'project.read',
  summary: 'The commitments of a project with their conditions, what is due later, and which are signed',
  params: projectId,
  response: object({
    commitments: array(commitment),
    letters: array(
      object({
        id: uuid(),
        signedAt: iso.datetime(),
        signer: string(),
        digest: string(),
        commitments: array(object({ id: string(), name: string(), withdrawnAt: iso.datetime().nullable() })),
      }),
    ),
  }),
  problems: ['plan-not-made', 'calendar-not-published'],
})

/** A letter of commitment, as it is read and signed. */
export const letterDocument = object({
  heading: string(),
  /** the authority it is given to */
  addressee: string(),
  facts: array(object({ label: string(), value: string() })),
  /** what the authority tells before anything is promised, one part a commitment */
  told: array(
    object({
      id: string(),
      name: string(),
      rows: array(object({ label: string(), value: string() })),
    }),
  ),
  pledges: array(string()),
  closing: array(string()),
  signer: string(),
})

const signProblems = [
  'plan-not-made',
  'commitment-unknown',
  'commitment-not-applicable',
  'commitment-signed-already',
  'too-many-commitments',
  'calendar-not-published',
] as const

/** The letter for a choice of commitments, before it is signed. */
export const readLetterDraft = defineRoute({
  id: 'projects.read-letter-draft',
  method: 'GET',
  path: '/api/projects/:id/commitments/letter',
  action: 'project.promise',
  summary: 'The letter that would be signed for these commitments, with the digest that is signed',
  params: projectId,
  query: object({
    /** ids with commas between */
    commitments: string().min(1).max(200),
  }),
  response: object({ document: letterDocument, digest: string() }),
  problems: signProblems,
})

/** Signs a letter. */
export const signCommitments = defineRoute({
  id: 'projects.sign-commitments',
  method: 'POST',
  path: '/api/projects/:id/commitments',
  action: 'project.promise',
  summary:
    'Signs the letter for these commitments; a new version of the plan counts with them at once, and so does the case',
  params: projectId,
  body: object({
    commitments: array(commitmentId).min(1).max(10),
    /** attributes which the signer states to be true, each of a condition that is still open */
    confirmed: array(string().max(60)).max(20),
    documentDigest: string().length(64),
  }),
  response: object({ letter: uuid(), signedAt: iso.datetime(), version: int() }),
  success: 201,
  problems: [
    ...signProblems,
    'project-ended',
    'catalogue-unpublished',
    'nothing-known-of-the-project',
    'document-changed',
    'identity-not-verified',
    'commitment-excluded',
    'commitment-condition-open',
    'approval-issued-already',
  ],
  idempotent: true,
})

/** Withdraws a commitment. */
export const withdrawCommitment = defineRoute({
  id: 'projects.withdraw-commitment',
  method: 'POST',
  path: '/api/projects/:id/commitments/withdrawal',
  action: 'project.promise',
  summary: 'Withdraws a commitment, as long as the approval it was signed for is not issued',
  params: projectId,
  body: object({ commitment: commitmentId }),
  response: object({ version: int() }),
  problems: [
    'project-ended',
    'catalogue-unpublished',
    'nothing-known-of-the-project',
    'calendar-not-published',
    'commitment-not-signed',
    'approval-issued-already',
  ],
  idempotent: true,
})

/** A signed letter. */
export const readLetter = defineRoute({
  id: 'projects.read-letter',
  method: 'GET',
  path: '/api/projects/:id/letters/:letter',
  action: 'project.read',
  summary: 'A signed letter of commitment as a sealed PDF',
  params: object({ id: uuid(), letter: uuid() }),
  response: unknown(),
  produces: 'application/pdf',
  problems: ['letter-unknown'],
})
