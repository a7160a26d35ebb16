/**
 * What clerks have begun and not handed in, on the wire: it is kept, and a colleague may go on with it.
 */

import { array, iso, object, record, string, unknown, uuid } from 'zod'
import { defineRoute } from '../route.ts'

const draftParams = object({ subject: string().min(1).max(80) })
const body = record(string().max(80), unknown())
const draft = object({
  body,
  savedAt: iso.datetime().nullable(),
  /** name of the colleague who began it; null where oneself did */
  handedBy: string().nullable(),
})

/** What was begun. */
export const readCounterDraft = defineRoute({
  id: 'counters.read-draft',
  method: 'GET',
  path: '/api/counter/drafts/:subject',
  action: 'queue.work',
  summary: 'What one has ticked and written for a number or a case and not handed in yet',
  params: draftParams,
  response: draft,
})

/** Keeps what was begun. */
export const saveCounterDraft = defineRoute({
  id: 'counters.save-draft',
  method: 'PUT',
  path: '/api/counter/drafts/:subject',
  action: 'queue.work',
  summary: 'Keeps it; an empty one is forgotten',
  params: draftParams,
  body: object({ body }),
  response: draft,
})

/** Everything one has begun. */
export const listCounterDrafts = defineRoute({
  id: 'counters.list-drafts',
  method: 'GET',
  path: '/api/counter/drafts',
  action: 'queue.work',
  summary:
    'What one has begun, or was handed by a colleague, and not handed in yet; the latest first, with the colleagues it may be handed to',
  response: object({
    drafts: array(object({ subject: string(), savedAt: iso.datetime(), handedBy: string().nullable() })),
    colleagues: array(object({ id: uuid(), name: string() })),
  }),
})

/** Hands over. */
export const handOverCounterDraft = defineRoute({
  id: 'counters.hand-over-draft',
  method: 'POST',
  path: '/api/counter/drafts/:subject/hand-over',
  action: 'queue.work',
  summary:
    'Hands what one has begun over to a colleague; where it was begun for the number in hand, that goes along to their counter',
  params: draftParams,
  body: object({ to: uuid(), counter: string().trim().min(1).max(20).optional() }),
  response: object({ subject: string(), to: string() }),
  problems: [
    'draft-empty',
    'colleague-unknown',
    'colleague-has-begun',
    'colleague-serves',
    'counter-missing',
  ],
  idempotent: true,
})
