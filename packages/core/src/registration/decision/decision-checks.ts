/**
 * The sixteen checks by their number.
 */

import {
  capitalSound,
  modelArticles,
  nameFree,
  ordinaryCase,
  papersUnchanged,
  scopeStandard,
  seatBooked,
  tradeAgrees,
} from './check-matter.ts'
import {
  lawfulPosts,
  notBarred,
  ofAge,
  realNames,
  registersAgree,
  risks,
  shareholderKinds,
  signaturesValid,
} from './check-people.ts'
import type { Check } from './decision-check.ts'
import type { CheckId } from './decision-rules.ts'

/** What each check looks at. */
export const decisionChecks: Readonly<Record<CheckId, Check>> = {
  Q1: realNames,
  Q2: registersAgree,
  Q3: ofAge,
  Q4: notBarred,
  Q5: nameFree,
  Q6: seatBooked,
  Q7: scopeStandard,
  Q8: tradeAgrees,
  Q9: capitalSound,
  Q10: shareholderKinds,
  Q11: lawfulPosts,
  Q12: modelArticles,
  Q13: signaturesValid,
  Q14: ordinaryCase,
  Q15: risks,
  Q16: papersUnchanged,
}
