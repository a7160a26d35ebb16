/**
 * What the routes of issues have in common.
 */

import { issueRefusals, issueSituations } from '@guanjia/core/feedback'
import { array, boolean, enum as choice, int, iso, object, string, uuid } from 'zod'

/** Refusals of every command on an issue. */
export const issueProblems = [...issueRefusals, 'issue-changed-meanwhile'] as const

/** A text in the languages of the zone. */
export const wording = object({ 'zh-CN': string(), en: string() })

/** What somebody brings. */
export const issueKind = choice(['appeal', 'suggestion', 'complaint'])

/** What the office answers. */
export const outcome = choice(['done', 'explained', 'cannot-be-done'])

/** Where an issue stands. */
export const situation = choice(issueSituations)

/** 5 very satisfied to 1 very dissatisfied. */
export const satisfied = int().min(1).max(5)

/** Words somebody writes. */
export const said = string().trim().min(1).max(2000)

/** A route about one issue. */
export const issueParams = object({ id: uuid() })

/** The version that the sender has seen. */
export const seen = { version: int().min(1) }

/** Something that is owed, with the days that lead to it. */
export const clock = object({
  kind: choice(['dispatch', 'contact', 'reply', 'sign-off', 'call-back', 'confirmation']),
  who: choice(['dispatcher', 'lead', 'leader', 'asker']),
  from: iso.date(),
  due: iso.date(),
  light: choice(['green', 'amber', 'red']),
  left: int(),
  days: array(object({ date: iso.date(), counted: int().nullable(), reason: string() })),
})

/** A department by name. */
export const authority = object({ id: string(), name: wording })

/** What happened, in the order in which it did; `words` where the office said something. */
export const happening = object({
  type: string(),
  at: iso.datetime(),
  on: iso.date(),
  authority: authority.nullable(),
  /** name of the member of staff; null for askers, for the house itself, and on public pages */
  by: string().nullable(),
  words: string().nullable(),
  outcome: outcome.nullable(),
  satisfied: satisfied.nullable(),
})

/** An answer that went out. */
export const reply = object({
  on: iso.date(),
  outcome,
  words: string(),
  evidence: array(uuid()),
  isSignedOff: boolean(),
})

/** What a command leaves. */
export const moved = object({ id: uuid(), number: string(), version: int(), situation })
