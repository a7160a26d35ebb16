/**
 * A need for space: stating it, following it by its link, and the list of those who work on it.
 */

import { needChannels } from '@guanjia/core/premises'
import { array, boolean, enum as choice, int, iso, object, string, uuid } from 'zod'
import { defineRoute } from '../route.ts'
import {
  handOff,
  idParams,
  matching,
  named,
  needProblems,
  needSituation,
  offeredRoom,
  tokenParams,
  viewing,
  weighed,
  wishes,
  wishText,
} from './premises-parts.ts'

const phone = string()
  .trim()
  .regex(/^\+?[\d -]{7,20}$/)

const said = {
  firm: string().trim().min(2).max(100),
  contact: string().trim().min(1).max(60),
  phone,
  purpose: string().trim().min(2).max(1000),
  wishes,
}

const filed = object({ id: uuid(), number: string() })

/** States a need. */
export const fileNeed = defineRoute({
  id: 'premises.file-need',
  method: 'POST',
  path: '/api/space/needs',
  action: 'premises.file-need',
  summary:
    'States a need; the department in charge has it at once, and a link to follow it goes to the phone that was given',
  body: object(said),
  response: filed.extend({ link: string(), proposeDue: iso.date() }),
  success: 201,
  problems: [...needProblems, 'wish-not-readable'],
  idempotent: true,
})

/** States it for a firm. */
export const recordNeed = defineRoute({
  id: 'premises.record-need',
  method: 'POST',
  path: '/api/space/recorded-needs',
  action: 'premises.record-need',
  summary:
    'States the need of a firm that was visited, or whose issue is passed on, and that agreed to it; who records it sees it through',
  body: object({ ...said, agreed: boolean(), issue: uuid().optional() }),
  response: filed,
  success: 201,
  problems: [
    ...needProblems,
    'wish-not-readable',
    'firm-has-not-agreed',
    'issue-not-to-pass-on',
    'issue-passed-on-already',
  ],
  idempotent: true,
})

const followed = object({
  number: string(),
  firm: string(),
  purpose: string(),
  wishes: array(wishText),
  situation: needSituation,
  department: named.nullable(),
  handOffs: array(handOff),
  candidates: array(weighed),
  viewings: array(viewing),
  lease: object({
    room: offeredRoom.pick({ id: true, carrier: true, facts: true }),
    areaSquareDecimetres: int(),
    at: iso.datetime(),
  }).nullable(),
  notFound: string().nullable(),
  urgings: int(),
  mark: int().min(1).max(5).nullable(),
})

/** Follows it. */
export const followNeed = defineRoute({
  id: 'premises.follow-need',
  method: 'GET',
  path: '/api/space/needs/by-link/:token',
  action: 'premises.follow-need',
  summary: 'Where a need stands, for whoever has its link',
  params: tokenParams,
  response: followed,
  problems: ['need-link-unknown', 'calendar-not-published'],
})

/** Rates it. */
export const rateNeed = defineRoute({
  id: 'premises.rate-need',
  method: 'POST',
  path: '/api/space/needs/by-link/:token/mark',
  action: 'premises.follow-need',
  summary: 'The mark of the firm after the lease: 5 very satisfied to 1 very dissatisfied',
  params: tokenParams,
  body: object({ mark: int().min(1).max(5), words: string().trim().max(1000).optional() }),
  response: object({ situation: needSituation }),
  problems: [...needProblems, 'need-link-unknown'],
  idempotent: true,
})

const listed = object({
  id: uuid(),
  number: string(),
  version: int(),
  firm: string(),
  purpose: string(),
  situation: needSituation,
  channel: choice(needChannels),
  filedAt: iso.datetime(),
  urgings: int(),
  /** the hand-off that is owed next */
  next: handOff.nullable(),
})

/** The list. */
export const listNeeds = defineRoute({
  id: 'premises.list-needs',
  method: 'GET',
  path: '/api/space/needs',
  action: 'premises.list-needs',
  summary:
    'Needs, the most pressing first: those of their own department for departments, those they recorded for visitors',
  response: object({ needs: array(listed) }),
  problems: ['calendar-not-published'],
})

/** One need. */
export const readNeed = defineRoute({
  id: 'premises.read-need',
  method: 'GET',
  path: '/api/space/needs/:id',
  action: 'premises.read-need',
  summary:
    'A need whole: who wants what, every hand-off with its time, and the rooms offered now beside its wishes',
  params: idParams,
  response: followed.extend({
    id: uuid(),
    version: int(),
    contact: string(),
    phone: string(),
    channel: choice(needChannels),
    /** the issue that it was passed on from; its id for whoever passed it on */
    issue: object({ id: uuid().nullable(), number: string() }).nullable(),
    filedAt: iso.datetime(),
    words: string().nullable(),
    matching,
    /** names of the acts that one may do now, by duty and situation */
    acts: array(string()),
  }),
  problems: ['calendar-not-published'],
})
