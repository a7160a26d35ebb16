/**
 * What `npm run bench` measures of the ledger: each function does one of a thing, or a thousand where it says so.
 */

import { appendLeaves, emptyFrontier, leafHashOfText, leafText, rootOf } from './index.ts'

const leaf = {
  act: 'registration.approved',
  subject: 'QG26-040017-X',
  at: '2026-05-06T01:30:00.000Z',
  body: { decisionId: '0190c1c4-7000-7000-8000-000000000001', licence: '37029020260506000017' },
}
const text = leafText(leaf)
const thousand = Array.from({ length: 1_000 }, (_leaf, place) => leafHashOfText(`${text}${place}`))
const whole = appendLeaves(emptyFrontier, thousand).frontier

/** One evaluation each, by name. */
export const benches: Readonly<Record<string, () => unknown>> = {
  'text of a leaf': () => leafText(leaf),
  'hash of a leaf': () => leafHashOfText(text),
  'a thousand leaves appended': () => appendLeaves(emptyFrontier, thousand),
  'root of a thousand leaves': () => rootOf(whole),
}
