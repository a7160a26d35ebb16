/**
 * Bulletins on typical cases (典型案例通报) on the wire.
 */

import { identifyingKinds } from '@guanjia/core/supervision'
import { array, boolean, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const bulletin = object({ id: uuid() })
const title = string().min(2).max(100)
const text = string().min(2).max(10_000)
const found = object({ kind: choice(identifyingKinds), words: string(), at: int() })
const kept = object({ words: string().min(1).max(200), reason: string().min(2).max(200) })

/** Bulletins: drafts for supervision, published ones for every unit. */
export const listBulletins = defineRoute({
  id: 'supervision.list-bulletins',
  method: 'GET',
  path: '/api/supervision/bulletins',
  action: 'supervision.list-bulletins',
  summary:
    'Bulletins, the newest first; what a draft still gives away stands beside it; units see published ones',
  response: object({
    bulletins: array(
      object({
        id: uuid(),
        number: string(),
        title: string(),
        text: string(),
        state: choice(['drafted', 'published']),
        publishedAt: iso.datetime().nullable(),
        /** only for supervision */
        draft: object({
          author: string(),
          /** number of the text as it is shown: an approval names it */
          revision: int(),
          found: array(found),
          kept: array(kept),
          left: int(),
          approvals: array(object({ by: string(), at: iso.datetime() })),
          mayApprove: boolean(),
          mayPublish: boolean(),
        }).nullable(),
      }),
    ),
  }),
})

/** A draft. */
export const draftBulletin = defineRoute({
  id: 'supervision.draft-bulletin',
  method: 'POST',
  path: '/api/supervision/bulletins',
  action: 'supervision.draft-bulletin',
  summary: 'Drafts a bulletin and says what in it gives somebody away',
  body: object({ title, text }),
  response: object({ id: uuid(), found: array(found) }),
  success: 201,
  idempotent: true,
})

/** Another wording. */
export const reviseBulletin = defineRoute({
  id: 'supervision.revise-bulletin',
  method: 'POST',
  path: '/api/supervision/bulletins/:id/revision',
  action: 'supervision.draft-bulletin',
  summary: 'Changes the text, or keeps words with a reason; what was approved is to be approved anew',
  params: bulletin,
  /** `base`: number of the text that was changed */
  body: object({ base: int().min(1), title, text, kept: array(kept).max(100) }),
  response: object({ found: array(found), left: int(), revision: int() }),
  problems: ['bulletin-unknown', 'bulletin-published', 'bulletin-rewritten-meanwhile'],
  idempotent: true,
})

/** One of two approvals. */
export const approveBulletin = defineRoute({
  id: 'supervision.approve-bulletin',
  method: 'POST',
  path: '/api/supervision/bulletins/:id/approval',
  action: 'supervision.approve-bulletin',
  summary:
    'Approves the revision of a bulletin that was read, where nothing gives anybody away; never its author, never twice',
  params: bulletin,
  body: object({ revision: int().min(1) }),
  response: object({ approvals: int() }),
  problems: [
    'bulletin-unknown',
    'bulletin-published',
    'bulletin-revised-meanwhile',
    'identifying-words-left',
    'author-approves-not',
    'approved-before',
    'approvals-missing',
  ],
  idempotent: true,
})

/** Out. */
export const publishBulletin = defineRoute({
  id: 'supervision.publish-bulletin',
  method: 'POST',
  path: '/api/supervision/bulletins/:id/publication',
  action: 'supervision.draft-bulletin',
  summary: 'Publishes a bulletin to every unit after two approvals',
  params: bulletin,
  response: object({ state: choice(['published']) }),
  problems: [
    'bulletin-unknown',
    'bulletin-published',
    'bulletin-revised-meanwhile',
    'identifying-words-left',
    'author-approves-not',
    'approved-before',
    'approvals-missing',
  ],
  idempotent: true,
})
