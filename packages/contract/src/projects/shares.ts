/**
 * What leaves the house of a plan: papers, read-only links and calendar feeds.
 */

import { array, enum as choice, custom, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import { planDocument } from './plan.ts'

const projectId = object({ id: uuid() })
const bytes = custom<Uint8Array>()
const view = choice(['approval', 'project'])

/** One version of a plan as a file. */
export const readPlanPaper = defineRoute({
  id: 'projects.read-plan-paper',
  method: 'GET',
  path: '/api/projects/:id/plan/paper',
  action: 'project.read',
  summary:
    'The plan as a file: an A3 sheet, a list on A4, a drawing, a table, a file for project software, days for a calendar',
  params: projectId,
  query: object({
    format: choice(['pdf', 'list', 'svg', 'xlsx', 'mspdi', 'ics']),
    /** ids of commitments taken to be signed, with commas between */
    sign: string().max(200).optional(),
    view: view.optional(),
  }),
  response: bytes,
  produces: 'application/octet-stream',
  problems: [
    'plan-not-made',
    'commitment-unknown',
    'commitment-not-applicable',
    'too-many-commitments',
    'calendar-not-published',
  ],
})

const kind = choice(['read', 'calendar'])

const share = object({
  id: uuid(),
  kind,
  url: string(),
  madeAt: iso.datetime(),
  until: iso.datetime(),
  opened: int(),
  lastOpenedAt: iso.datetime().nullable(),
})

/** A link that opens without signing in. */
export const createShare = defineRoute({
  id: 'projects.create-share',
  method: 'POST',
  path: '/api/projects/:id/shares',
  action: 'project.edit',
  summary: 'Makes a read-only link or a calendar feed of the plan; it ends by itself and can be stopped',
  params: projectId,
  body: object({
    kind,
    /** last day it opens; 90 days for a link and a year for a calendar where left out */
    until: iso.date().optional(),
  }),
  response: share,
  success: 201,
  problems: ['project-ended', 'share-too-long'],
  idempotent: true,
})

/** The links in force. */
export const listShares = defineRoute({
  id: 'projects.list-shares',
  method: 'GET',
  path: '/api/projects/:id/shares',
  action: 'project.edit',
  summary: 'The links and feeds in force, and how often each was opened',
  params: projectId,
  response: object({ shares: array(share) }),
})

/** A link that opens no more. */
export const revokeShare = defineRoute({
  id: 'projects.revoke-share',
  method: 'DELETE',
  path: '/api/projects/:id/shares/:share',
  action: 'project.edit',
  summary: 'Stops a link or feed at once and for ever',
  params: object({ id: uuid(), share: uuid() }),
  response: object({ revoked: int() }),
  idempotent: true,
})

/** A link as a picture. */
export const readShareCard = defineRoute({
  id: 'projects.read-share-card',
  method: 'GET',
  path: '/api/projects/:id/shares/:share/card.svg',
  action: 'project.edit',
  summary: 'A picture to send on: what the plan comes to, and a code that leads to a read-only link',
  params: object({ id: uuid(), share: uuid() }),
  response: bytes,
  produces: 'image/svg+xml',
  problems: [
    'share-gone',
    'plan-not-made',
    'commitment-unknown',
    'commitment-not-applicable',
    'too-many-commitments',
    'calendar-not-published',
  ],
})

const token = object({ token: string().min(8).max(64) })

/** The plan for whoever has the link. */
export const readSharedPlan = defineRoute({
  id: 'projects.read-shared-plan',
  method: 'GET',
  path: '/api/shared-plans/:token',
  action: 'public.read',
  summary: 'The plan behind a read-only link: no phone numbers, no documents, no cases',
  params: token,
  query: object({ view: view.optional() }),
  response: object({
    project: object({ name: string(), number: string(), stewards: array(string()) }),
    until: iso.datetime(),
    version: int(),
    madeAt: iso.datetime(),
    plan: planDocument,
  }),
  problems: ['share-gone'],
})

/** The days of the plan for a calendar that asks again and again. */
export const readSharedCalendar = defineRoute({
  id: 'projects.read-shared-calendar',
  method: 'GET',
  path: '/api/shared-plans/:token/calendar.ics',
  action: 'public.read',
  summary: 'The own steps, duties and the permit of a plan as calendar events with stable ids',
  params: token,
  response: bytes,
  produces: 'text/calendar',
  problems: ['share-gone'],
})
