/**
 * What several routes of leads send and receive.
 */

import { array, boolean, enum as choice, int, iso, object, string, uuid } from 'zod'

export const keyId = string().regex(/^[0-9a-f]{32}$/)

/** Base64, at most what the largest envelope takes. */
export const base64 = (most: number) =>
  string()
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)
    .max(most)

/** A content key, or a share of one, sealed to one reader. */
export const wrap = object({ keyId, sealed: base64(400) })

/** Somebody that may be sealed to. */
export const reader = object({ keyId, publicKey: base64(120) })

/** A small cipher text with its wraps: a message, or what a handler wrote down. */
export const sealedWords = object({ content: base64(8192), wraps: array(wrap).min(1).max(100) })

export const origin = choice(['filed', 'light', 'retaliation'])
export const disposition = choice(['talk', 'verification', 'parked', 'concluded', 'transferred'])
export const finding = choice(['substantiated', 'not-substantiated', 'mistaken', 'false-accusation'])
export const handlingLight = choice(['green', 'amber', 'red'])
export const situation = choice(['received', 'proposed', ...disposition.options])

/** One thing that is owed, with the days behind it. */
const clock = object({
  kind: string(),
  name: string(),
  from: iso.date(),
  due: iso.date(),
  light: handlingLight,
  /** working days left, negative once it is over */
  left: int(),
  source: string(),
  isUnconfirmed: boolean(),
  days: array(object({ date: iso.date(), counted: int().nullable(), reason: string() })),
})

/** How far the handling of a lead is. */
export const handling = object({
  situation,
  situationName: string(),
  light: handlingLight.nullable(),
  isOver: boolean(),
  clocks: array(clock),
  coding: object({ types: array(string()), field: string(), department: string() }).nullable(),
  proposal: object({
    disposition,
    name: string(),
    finding: finding.nullable(),
    findingName: string().nullable(),
    on: iso.date(),
    by: string(),
    isMine: boolean(),
  }).nullable(),
  told: object({ acceptance: iso.date().nullable(), result: iso.date().nullable() }),
  sentOn: iso.date().nullable(),
  history: array(object({ on: iso.date(), what: string(), by: string() })),
})

export const lead = object({ id: uuid() })
