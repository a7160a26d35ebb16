/**
 * The facts that checks draw from the matter itself: Q5 to Q9, Q12, Q14, Q16.
 */

import { parseMoney } from '../../kernel/index.ts'
import { anniversary, parseShare } from '../application/capital.ts'
import type { LimitedCompany } from '../application/company-application.ts'
import type { Check, MeasuredItem } from './decision-check.ts'
import { limitOf } from './decision-rules.ts'

/** Q5: the name is kept for this application and nothing stands against it. */
export const nameFree: Check = {
  names: {
    whole: ['verdict', 'rule', 'existing', 'article', 'reserved', 'reservedUntil', 'now'],
    each: {},
  },
  measure: ({ name, at }) => {
    const [first] = name.findings
    return {
      whole: {
        verdict: name.verdict,
        rule: first?.rule ?? '',
        existing: first?.existing ?? '',
        article: first?.article ?? '',
        reserved: name.reservedUntil !== null,
        reservedUntil: name.reservedUntil ?? '',
        now: at,
      },
      each: {},
    }
  },
}

/** Q6: the address is a seat of the catalogue, booked for this application, open to its trade, its host willing. */
export const seatBooked: Check = {
  names: { whole: ['known', 'state', 'mine', 'host'], each: { trades: ['division', 'refused'] } },
  measure: ({ seat, scope }) => ({
    whole: { known: seat.known, state: seat.state, mine: seat.mine, host: seat.host ?? 'not-needed' },
    each: {
      trades: scope.divisions.map((division) => ({ division, refused: seat.refuses.includes(division) })),
    },
  }),
}

/** Q7: standard wording only, and nothing that needs a permit first. */
export const scopeStandard: Check = {
  names: { whole: ['priorPermit'], each: { strangeEntries: ['id'] } },
  measure: ({ scope }) => ({
    whole: { priorPermit: scope.needsPriorPermit },
    each: { strangeEntries: scope.unknown.map((id) => ({ id })) },
  }),
}

/** Q8: the first entry agrees with the industry in the name. */
export const tradeAgrees: Check = {
  names: { whole: ['named', 'name', 'first', 'agreeing'], each: {} },
  measure: ({ name, scope }, { relatedDivisions }) => ({
    whole: {
      named: name.verdict !== 'unused',
      name: name.divisions.join('、'),
      first: scope.divisions[0] ?? '',
      agreeing: name.divisions.flatMap((division) => [division, ...(relatedDivisions[division] ?? [])]),
    },
    each: {},
  }),
}

/** Q9: the capital is real, in time, in money, and the shares make exactly 100 %. */
export const capitalSound: Check = {
  names: {
    whole: [
      'company',
      'readable',
      'amount',
      'capitalFen',
      'paidInBy',
      'latest',
      'today',
      'sharesReadable',
      'shareMillionths',
    ],
    each: { contributions: ['party', 'form'] },
  },
  measure: ({ application, today }, rules) =>
    application.kind === 'LLC'
      ? capitalFacts(application, today, limitOf(rules, 'capitalPaidInWithinYears'))
      : { whole: { company: false }, each: {} },
}

function capitalFacts({ capital, shareholders }: LimitedCompany, today: string, years: number) {
  const amount = parseMoney(capital.amount)
  const shares = shareholders.map(({ percent }) => parseShare(percent))
  const whole: MeasuredItem = {
    company: true,
    readable: amount.ok,
    amount: capital.amount,
    capitalFen: amount.ok ? safe(amount.value.minor) : null,
    paidInBy: capital.paidInBy,
    latest: anniversary(today, years),
    today,
    sharesReadable: shares.every(({ ok }) => ok),
    shareMillionths: shares.reduce((sum, share) => sum + (share.ok ? share.value : 0), 0),
  }
  return {
    whole,
    each: { contributions: shareholders.map(({ partyId, form }) => ({ party: partyId, form })) },
  }
}

/** An amount beyond what is counted exactly is not known: a person looks at it. */
function safe(minor: bigint): number | null {
  return minor <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(minor) : null
}

/** Q12: the articles are the model text. */
export const modelArticles: Check = {
  names: { whole: ['model'], each: {} },
  measure: ({ papers }) => ({ whole: { model: papers.modelArticles }, each: {} }),
}

/** Q14: none of the situations that a person looks at. */
export const ordinaryCase: Check = {
  names: { whole: ['sensitive'], each: { situations: ['situation'] } },
  measure: ({ application, scope }) => ({
    whole: { sensitive: scope.sensitive },
    each: { situations: (application.special ?? []).map((situation) => ({ situation })) },
  }),
}

/** Q16: what was signed is what the system makes of the answers. */
export const papersUnchanged: Check = {
  names: { whole: ['generated', 'requested'], each: {} },
  measure: ({ papers }) => ({
    whole: { generated: papers.generatedDigest, requested: papers.requestedDigest },
    each: {},
  }),
}
