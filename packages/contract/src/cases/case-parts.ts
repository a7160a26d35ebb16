/**
 * What the routes of cases have in common: the version every command is given over, and the form of its answer.
 */

import type { CaseRefusal } from '@guanjia/core/cases'
import { enum as choice, int, iso, object, string, uuid, type ZodRawShape } from 'zod'
import { defineRoute } from '../route.ts'

/** Where a case may stand. */
export const situation = choice([
  'draft',
  'received',
  'correcting',
  'accepted',
  'in-review',
  'granted',
  'granted-on-promise',
  'refused',
  'declined',
  'withdrawn',
  'revocation-proposed',
  'revoked',
  'discarded',
])

/** The lights of a clock. */
export const light = choice(['green', 'amber', 'red', 'grey', 'off'])

/** The id of a case. */
export const caseParams = object({ id: uuid() })

/** Words that say why. */
export const reason = string().trim().min(2).max(2000)

/** An id from the catalogue, or one that a command gives to a part of the case. */
export const partId = string().min(1).max(80)

/** A day, YYYY-MM-DD. */
export const day = iso.date()

/** Every reason why a command on a case may be refused. */
export const caseProblems = [
  'calendar-not-published',
  'dated-before-last-event',
  'case-opened-already',
  'case-not-opened',
  'case-received-already',
  'case-not-received',
  'case-not-accepted',
  'case-not-in-review',
  'case-ended',
  'case-suspended',
  'case-not-suspended',
  'accepted-by-silence',
  'notice-period-running',
  'gaps-missing',
  'gap-not-of-service',
  'gap-not-told-before',
  'paper-from-register',
  'correction-running',
  'correction-not-running',
  'correction-overdue',
  'correction-answered-already',
  'papers-missing',
  'paper-may-not-follow',
  'paper-not-awaited',
  'authority-not-asked',
  'opinion-given-already',
  'opinions-missing',
  'consultation-running',
  'consultation-unknown',
  'joint-review-missing',
  'special-procedure-running',
  'special-procedure-unknown',
  'reasons-missing',
  'remedies-missing',
  'proper-authority-missing',
  'lateness-unexplained',
  'limit-extended-already',
  'limit-over',
  'extension-too-long',
  'expected-day-past',
  'named-day-past',
  'prerequisite-missing',
  'prerequisite-unknown',
  'promise-unknown',
  'promise-signed-already',
  'promise-excluded',
  'promise-guard-not-met',
  'milestone-missing',
  'decision-not-issued',
  'delivered-already',
  'duty-unknown',
  'duty-not-open',
  'duty-not-due',
  'duty-accepted-by-silence',
  'duty-unproven',
  'duty-extended-already',
  'duty-extension-too-long',
  'rectification-running',
  'revocation-ground-missing',
  'revocation-proposed-already',
  'revocation-not-proposed',
  'second-officer-required',
  'period-not-over',
  'calendar-unchanged',
  'case-changed-meanwhile',
  'correction-told-already',
] as const satisfies readonly (CaseRefusal | 'case-changed-meanwhile' | 'correction-told-already')[]

/** What a command leaves of a case. */
export const caseMoved = object({ id: uuid(), number: string(), version: int(), situation, status: int() })

interface CommandRoute<Id extends string, Path extends `/${string}`, Shape extends ZodRawShape> {
  readonly id: Id
  readonly path: Path
  readonly action: Parameters<typeof defineRoute>[0]['action']
  readonly summary: string
  readonly body: Shape
}

/** Declares a command on a case: over a version that the sender has seen, once a key. */
export function caseCommand<
  const Id extends string,
  const Path extends `/${string}`,
  Shape extends ZodRawShape,
>({ id, path, action, summary, body }: CommandRoute<Id, Path, Shape>) {
  return defineRoute({
    id,
    method: 'POST',
    path,
    action,
    summary,
    params: caseParams,
    body: object({ version: int().min(1), ...body }),
    response: caseMoved,
    problems: caseProblems,
    idempotent: true,
  })
}
