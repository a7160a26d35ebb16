/**
 * Whose move it is: an average that does not know who was waited for says nothing about anybody.
 */

import { type CaseState, runningProcedures, runningSuspension } from '../case-state.ts'

/** Who is waited for. */
export interface Court {
  readonly who: 'applicant' | 'authority' | 'third-party' | 'nobody'
  /** ids of the authorities that have not done their part */
  readonly authorities: readonly string[]
}

const nobody: Court = { who: 'nobody', authorities: [] }
const applicant: Court = { who: 'applicant', authorities: [] }
const thirdParty: Court = { who: 'third-party', authorities: [] }

/** In whose court a case is. */
export function whoseCourt(state: CaseState): Court {
  const { situation, service } = state
  switch (situation.at) {
    case 'draft':
    case 'correcting':
      return applicant
    case 'received':
    case 'accepted':
    case 'revocation-proposed':
      return { who: 'authority', authorities: [service.authorities[0]] }
    case 'in-review':
      return courtInReview(state)
    case 'granted':
    case 'granted-on-promise':
    case 'refused':
      return courtAfterwards(state)
    default:
      return nobody
  }
}

function courtInReview(state: CaseState): Court {
  const suspension = runningSuspension(state)
  if (suspension !== undefined) return suspension.ground === 'applicant-asked' ? applicant : thirdParty
  if (runningProcedures(state).length > 0) return thirdParty
  const asked = state.consultations.filter(({ closed }) => !closed).map((each) => each.asked)
  const silent = state.reviews.filter(({ opinion }) => opinion === null).map(({ authority }) => authority)
  const waitedFor = [...new Set([...silent, ...asked])]
  return { who: 'authority', authorities: waitedFor.length > 0 ? waitedFor : [state.service.authorities[0]] }
}

function courtAfterwards({ decision, duties, service }: CaseState): Court {
  if (decision?.deliveredOn === null) return { who: 'authority', authorities: [service.authorities[0]] }
  if (duties.some(({ state }) => state === 'open' || state === 'lapsed')) return applicant
  const isFailed = duties.some(({ state }) => state === 'failed')
  return isFailed ? { who: 'authority', authorities: [service.authorities[0]] } : nobody
}
