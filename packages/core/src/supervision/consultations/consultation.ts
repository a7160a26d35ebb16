/**
 * A joint consultation (会诊): people of several departments look at one case, one project or one pattern that comes back, each
 * states what they see, and all sign one conclusion: where it is stuck, why, and which unit is to mend it.
 *
 * Nobody signs on what they have not seen, and a signature is one of the revision it names: a conclusion that is drafted anew is
 * signed anew by everybody.
 */

import type { PlainDate } from '../../calendar/index.ts'
import { accept, type Result, refuse } from '../../kernel/index.ts'

/** What a consultation is about. */
export const consultationSubjects = ['case', 'project', 'pattern'] as const

/** One of the kinds of subjects. */
export type ConsultationSubject = (typeof consultationSubjects)[number]

/** How far it is: members state, the conclusion waits for signatures, all have signed. */
export const consultationStates = ['stating', 'concluding', 'concluded'] as const

/** One of the states. */
export type ConsultationState = (typeof consultationStates)[number]

/** Somebody who was asked to it, and what they have done. */
export interface ConsultationMember {
  readonly personId: string
  /** the department they speak for */
  readonly authority: string
  readonly hasStated: boolean
  /** pieces of evidence they have opened, each counted once */
  readonly seen: number
  /** the revision of the conclusion that they signed last */
  readonly signed?: number | undefined
}

/** What is known of a consultation. */
export interface Consultation {
  readonly state: ConsultationState
  /** the last day on which it is open to its members */
  readonly until: PlainDate
  /** how many pieces of evidence there are */
  readonly pieces: number
  /** of the conclusion; 0 where there is none */
  readonly revision: number
  readonly members: readonly ConsultationMember[]
}

/** Why a conclusion is not signed. */
export type ConclusionRefusal =
  | 'consultation-over'
  | 'consultation-concluded'
  | 'conclusion-not-drafted'
  | 'conclusion-redrafted'
  | 'evidence-not-seen'
  | 'signed-already'

/** Whether it is open to its members on a day: neither concluded nor past its last day. */
export function consultationRuns(
  { state, until }: Pick<Consultation, 'state' | 'until'>,
  on: PlainDate,
): Result<undefined, 'consultation-over' | 'consultation-concluded'> {
  if (state === 'concluded') return refuse('consultation-concluded')
  return on > until ? refuse('consultation-over') : accept(undefined)
}

/** Whether the members come from several departments; refused where all of them speak for one. */
export function severalDepartments(authorities: readonly string[]): Result<undefined, 'one-department-only'> {
  return new Set(authorities).size > 1 ? accept(undefined) : refuse('one-department-only')
}

/** Whether a member may state, or state anew: as long as nothing is concluded from the statements. */
export function mayState(
  consultation: Consultation,
  on: PlainDate,
): Result<undefined, 'consultation-over' | 'consultation-concluded' | 'conclusion-drafted'> {
  const runs = consultationRuns(consultation, on)
  if (!runs.ok) return runs
  return consultation.state === 'stating' ? accept(undefined) : refuse('conclusion-drafted')
}

/** The revision that a drafted conclusion has; refused while somebody has not stated. */
export function draftedRevision(
  consultation: Consultation,
  on: PlainDate,
): Result<number, 'consultation-over' | 'consultation-concluded' | 'statements-missing'> {
  const runs = consultationRuns(consultation, on)
  if (!runs.ok) return runs
  const silent = consultation.members.filter(({ hasStated }) => !hasStated).length
  return silent === 0 ? accept(consultation.revision + 1) : refuse('statements-missing', { count: silent })
}

/** A signature over the revision that was read. */
export interface ConclusionSignature {
  readonly personId: string
  readonly revision: number
  readonly on: PlainDate
}

/** How far it is after a signature: concluded once every member has signed this revision. */
export function afterSignature(
  consultation: Consultation,
  { personId, revision, on }: ConclusionSignature,
): Result<{ readonly state: ConsultationState; readonly left: number }, ConclusionRefusal> {
  const runs = consultationRuns(consultation, on)
  if (!runs.ok) return runs
  if (consultation.state !== 'concluding') return refuse('conclusion-not-drafted')
  if (revision !== consultation.revision)
    return refuse('conclusion-redrafted', { revision: consultation.revision })
  const ready = readyToSign(consultation, personId)
  if (!ready.ok) return ready
  const left = consultation.members.filter(
    (one) => one.personId !== personId && one.signed !== revision,
  ).length
  return accept({ state: left === 0 ? 'concluded' : 'concluding', left })
}

function readyToSign(
  { members, pieces, revision }: Consultation,
  personId: string,
): Result<undefined, 'evidence-not-seen' | 'signed-already'> {
  const member = members.find((one) => one.personId === personId)
  const seen = member?.seen ?? 0
  if (seen < pieces) return refuse('evidence-not-seen', { count: pieces - seen })
  return member?.signed === revision ? refuse('signed-already') : accept(undefined)
}
