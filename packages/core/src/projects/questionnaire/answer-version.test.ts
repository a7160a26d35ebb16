import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersAfter, unseenAnswers, type VersionedAnswers } from './answer-version.ts'

const begun: VersionedAnswers = { answers: { 'invest.kind': 'gov', area: 800 }, version: 1, changed: {} }

describe('answers over a version', () => {
  it('lets two people answer different questions side by side', () => {
    const one = answersAfter(begun, { 'build.type': 'industrial' })
    expect(unseenAnswers(one, { 'land.area': 30 }, 1)).toEqual([])
  })
  it('names the answer that the sender has not seen', () => {
    const one = answersAfter(begun, { 'invest.kind': 'enterprise', area: 900 })
    expect(unseenAnswers(one, { 'invest.kind': 'gov', 'build.type': 'industrial' }, 1)).toEqual([
      'invest.kind',
    ])
  })
  it('has nothing against the same answer twice', () => {
    const one = answersAfter(begun, { picks: ['a', 'b'] })
    expect(unseenAnswers(one, { picks: ['a', 'b'] }, 1)).toEqual([])
    expect(unseenAnswers(one, { picks: ['b', 'a'] }, 1)).toEqual(['picks'])
  })
  it('lets whoever has seen an answer change it', () => {
    const one = answersAfter(begun, { area: 900 })
    expect(unseenAnswers(one, { area: 1000 }, one.version)).toEqual([])
  })
  it('tells nobody of an answer that was given again as it was', () => {
    const one = answersAfter(begun, { area: 800 })
    expect(unseenAnswers(one, { area: 700 }, 1)).toEqual([])
  })
  it('counts "not known" as an answer', () => {
    const one = answersAfter(begun, { area: null })
    expect(unseenAnswers(one, { area: 800 }, 1)).toEqual(['area'])
  })
  it('overwrites nothing unseen, whatever is kept in whatever order', () => {
    const some = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1, 2, null))
    fc.assert(
      fc.property(fc.array(fc.tuple(some, fc.nat({ max: 4 })), { maxLength: 12 }), (tries) => {
        let now: VersionedAnswers = { answers: {}, version: 1, changed: {} }
        const history = [now]
        for (const [given, behind] of tries) {
          const seen = history.at(-1 - Math.min(behind, history.length - 1)) ?? now
          if (unseenAnswers(now, given, seen.version).length > 0) continue
          for (const [attribute, value] of Object.entries(given)) {
            const isSeen = seen.answers[attribute] === now.answers[attribute]
            expect(isSeen || now.answers[attribute] === value).toBe(true)
          }
          now = answersAfter(now, given)
          history.push(now)
        }
      }),
    )
  })
})
