import { describe, expect, it } from 'vitest'
import { plainDate } from '../../calendar/index.ts'
import {
  type Recommendation,
  type RecommendationAct,
  recommendationAfter,
  replyLateDays,
} from './recommendation.ts'

const day = plainDate
const drafted: Recommendation = { state: 'drafted', refusedWithoutReason: false }
const issue: RecommendationAct = { do: 'issue', on: day('2026-04-20'), replyBy: day('2026-05-20') }
const reply: RecommendationAct = { do: 'reply', on: day('2026-05-10'), stance: 'adopted', reason: '' }

function after(...acts: readonly RecommendationAct[]): Recommendation | string {
  let now = drafted
  for (const act of acts) {
    const next = recommendationAfter(now, act)
    if (!next.ok) return next.code
    now = next.value
  }
  return now
}

describe('a recommendation', () => {
  it('is issued, received, replied to, verified and closed', () => {
    expect(after(issue, { do: 'receive' }, reply, { do: 'verify', passed: true })).toMatchObject({
      state: 'closed',
      repliedOn: '2026-05-10',
    })
  })

  it.each<[string, RecommendationAct[], string]>([
    ['with a day that has passed', [{ ...issue, replyBy: day('2026-04-20') } as never], 'reply-day-passed'],
    ['and received before it is issued', [{ do: 'receive' }], 'recommendation-out-of-turn'],
    ['and replied to before it is received', [issue, reply], 'not-received-yet'],
    [
      'and verified before it is replied to',
      [issue, { do: 'verify', passed: true }],
      'recommendation-out-of-turn',
    ],
  ])('is not issued %s', (_, acts, code) => {
    expect(after(...acts)).toBe(code)
  })

  it('is to be answered anew where the reply does not stand, by the same day', () => {
    const back = after(issue, { do: 'receive' }, reply, { do: 'verify', passed: false })
    expect(back).toMatchObject({ state: 'received', replyBy: '2026-05-20' })
  })

  it.each([
    ['', true],
    ['整改已在另案完成，见来文', false],
  ])('notes a refusal with the reason "%s": without one, %s', (reason, noted) => {
    const refused: RecommendationAct = { ...reply, stance: 'not-adopted', reason } as RecommendationAct
    expect(after(issue, { do: 'receive' }, refused)).toMatchObject({ refusedWithoutReason: noted })
  })

  it('is late from the day after its day until it is replied to', () => {
    const replyBy = day('2026-05-20')
    expect(replyLateDays({ state: 'received', replyBy }, day('2026-05-20'))).toBe(0)
    expect(replyLateDays({ state: 'issued', replyBy }, day('2026-05-22'))).toBe(2)
    expect(replyLateDays({ state: 'replied', replyBy }, day('2026-05-22'))).toBe(0)
  })
})
