/**
 * The checks that look at the matter itself: Q5 to Q9, Q12, Q14, Q16.
 */

import { checkCapital, parseShare, wholeShare } from '../application/capital.ts'
import { type Check, type Reason, reason, reasonFor } from './decision-check.ts'

/** Q5: the name is kept for this application and nothing stands against it. */
export const nameFree: Check = {
  looksAt: ({ name, at }) => ({ at, name: { ...name, findings: name.findings.map((one) => ({ ...one })) } }),
  judge: ({ name, at }) => {
    if (name.verdict === 'unused') return []
    const reasons: Reason[] = []
    const first = name.findings[0]
    const values = { rule: first?.rule ?? '', existing: first?.existing ?? '' }
    const article = first === undefined ? {} : { article: first.article }
    if (name.verdict !== 'available') reasons.push({ ...reason(`name-${name.verdict}`), values, ...article })
    if (name.reservedUntil === null) reasons.push(reason('name-not-reserved'))
    else if (name.reservedUntil <= at) reasons.push(reason('name-reservation-over'))
    return reasons
  },
}

/** Q6: the address is a seat of the catalogue, booked for this application, open to its trade. */
export const seatBooked: Check = {
  looksAt: ({ seat, scope }) => ({
    seat: { ...seat, refuses: [...seat.refuses] },
    divisions: [...scope.divisions],
  }),
  judge: ({ seat, scope }) => {
    if (!seat.known) return [reason('seat-unknown')]
    if (seat.state === 'frozen') return [reason('seat-frozen')]
    if (!seat.mine || !['held', 'reserved', 'filed'].includes(seat.state)) return [reason('seat-not-booked')]
    const refused = scope.divisions.find((division) => seat.refuses.includes(division))
    return refused === undefined ? [] : [{ ...reason('seat-refuses-trade'), values: { division: refused } }]
  },
}

/** Q7: standard wording only, and nothing that needs a permit first. */
export const scopeStandard: Check = {
  looksAt: ({ scope }) => ({ unknown: [...scope.unknown], prior: scope.needsPriorPermit }),
  judge: ({ scope }) => [
    ...scope.unknown.map((id) => ({ ...reason('scope-not-standard'), values: { id } })),
    ...(scope.needsPriorPermit ? [reason('prior-permit')] : []),
  ],
}

/** Q8: the first entry agrees with the industry in the name. */
export const tradeAgrees: Check = {
  looksAt: ({ name, scope }) => ({ name: [...name.divisions], first: scope.divisions[0] ?? '' }),
  judge: ({ name, scope }, { relatedDivisions }) => {
    const [first] = scope.divisions
    if (name.divisions.length === 0 || first === undefined) return []
    const agrees = name.divisions.some(
      (division) => division === first || (relatedDivisions[division] ?? []).includes(first),
    )
    return agrees ? [] : [{ ...reason('trade-differs'), values: { name: name.divisions.join('、'), first } }]
  },
}

/** Q9: the capital is real, in time, in money, and the shares make exactly 100 %. */
export const capitalSound: Check = {
  looksAt: ({ application, today }) =>
    application.kind === 'LLC'
      ? {
          today,
          capital: { ...application.capital },
          shareholders: application.shareholders.map(({ partyId, percent, form }) => [
            partyId,
            percent,
            form,
          ]),
        }
      : {},
  judge: ({ application, today }, { limits }) => {
    if (application.kind === 'IND') return []
    const { capital, shareholders } = application
    const rule = { paidInWithinYears: limits.capitalPaidInWithinYears, article: '' }
    const checked = checkCapital(capital, today, rule)
    const sum = shareholders.reduce((total, { percent }) => {
      const share = parseShare(percent)
      return share.ok ? total + share.value : Number.NaN
    }, 0)
    return [
      ...(checked.ok
        ? []
        : [{ ...reason(checked.code), values: { amount: capital.amount, paidInBy: capital.paidInBy } }]),
      ...(sum === wholeShare ? [] : [reason('shares-not-100')]),
      ...shareholders
        .filter(({ form }) => form !== 'money')
        .map(({ partyId }) => reasonFor('not-in-money', partyId)),
    ]
  },
}

/** Q12: the articles are the model text. */
export const modelArticles: Check = {
  looksAt: ({ papers }) => ({ model: papers.modelArticles }),
  judge: ({ papers }) => (papers.modelArticles ? [] : [reason('own-articles')]),
}

/** Q14: none of the situations that a person looks at. */
export const ordinaryCase: Check = {
  looksAt: ({ application, scope }) => ({
    special: [...(application.special ?? [])],
    sensitive: scope.sensitive,
  }),
  judge: ({ application, scope }) => [
    ...(application.special ?? []).map((situation) => reason(`special-${situation}`)),
    ...(scope.sensitive ? [reason('sensitive-trade')] : []),
  ],
}

/** Q16: what was signed is what the system makes of the answers. */
export const papersUnchanged: Check = {
  looksAt: ({ papers }) => ({ generated: papers.generatedDigest, requested: papers.requestedDigest }),
  judge: ({ papers }) =>
    papers.generatedDigest === papers.requestedDigest ? [] : [reason('papers-changed')],
}
