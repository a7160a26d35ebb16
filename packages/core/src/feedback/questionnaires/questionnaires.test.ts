import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../../calendar/index.ts'
import {
  checkAnswers,
  drawFirms,
  type Grouping,
  groupOfFirm,
  listDigest,
  mostCharacters,
  type Question,
  questionnaireResults,
} from '../index.ts'

const questions: readonly Question[] = [
  { id: 'overall', kind: 'scale' },
  { id: 'visits', kind: 'choice', options: [{ id: 'none' }, { id: 'once' }] },
  { id: 'matters', kind: 'several', options: [{ id: 'tax' }, { id: 'permits' }] },
  { id: 'words', kind: 'text' },
]
const whole = { overall: '4', visits: 'once', matters: ['tax', 'permits'], words: ' 窗口少 ' }

describe(checkAnswers, () => {
  it('parts what is counted from what is written', () => {
    expect(checkAnswers(questions, whole)).toEqual({
      ok: true,
      value: {
        counted: { overall: 4, visits: 'once', matters: ['tax', 'permits'] },
        written: { words: '窗口少' },
      },
    })
  })

  it('takes a single tick as a list, nothing ticked as an answer, and nothing written as nothing', () => {
    const bare = checkAnswers(questions, { overall: '1', visits: 'none', matters: 'tax' })
    expect(bare).toMatchObject({ value: { counted: { matters: ['tax'] }, written: {} } })
    expect(checkAnswers(questions, { overall: '1', visits: 'none' })).toMatchObject({
      value: { counted: { matters: [] } },
    })
  })

  it.each([
    ['answer-missing', 'overall', { ...whole, overall: '' }],
    ['answer-missing', 'visits', { overall: '4' }],
    ['answer-not-offered', 'overall', { ...whole, overall: '6' }],
    ['answer-not-offered', 'visits', { ...whole, visits: 'never' }],
    ['answer-not-offered', 'matters', { ...whole, matters: ['tax', 'gifts'] }],
    ['answer-too-long', 'words', { ...whole, words: '长'.repeat(mostCharacters + 1) }],
  ])('refuses with %s at the question %s', (code, question, given) => {
    expect(checkAnswers(questions, given)).toEqual({ ok: false, code, because: { question } })
  })
})

const age: Grouping = {
  by: 'age',
  groups: [{ id: 'new', belowYears: 1 }, { id: 'young', belowYears: 3 }, { id: 'old' }],
}

describe(groupOfFirm, () => {
  it.each([
    ['2026-04-02', 'new'],
    ['2025-04-02', 'new'],
    ['2025-04-01', 'young'],
    ['2023-04-02', 'young'],
    ['2023-04-01', 'old'],
  ])('puts a firm set up on %s into the group %s on 2026-04-01', (establishedOn, group) => {
    const firm = { code: 'c', isEnterprise: true, establishedOn: plainDate(establishedOn) }
    expect(groupOfFirm(age, firm, plainDate('2026-04-01'))).toBe(group)
  })

  it('tells enterprises from others', () => {
    const form: Grouping = { by: 'form', groups: [{ id: 'firm', is: 'enterprise' }, { id: 'other' }] }
    const on = plainDate('2026-04-01')
    const groups = [true, false].map((isEnterprise) =>
      groupOfFirm(form, { code: 'c', isEnterprise, establishedOn: on }, on),
    )
    expect(groups).toEqual(['firm', 'other'])
  })
})

const firm = fc.record({ code: fc.uuid(), group: fc.constantFrom('a', 'b', 'c') })
const list = fc.uniqueArray(firm, { selector: ({ code }) => code, maxLength: 60 })

describe(drawFirms, () => {
  it('draws the same firms from the same list by the same seed, in whatever order the list comes', () => {
    fc.assert(
      fc.property(list, fc.string(), fc.nat(20), (firms, seed, count) => {
        const lots = { seed, places: new Map([['a', count]]) }
        expect(drawFirms(firms.toReversed(), lots)).toEqual(drawFirms(firms, lots))
        expect(listDigest(firms.toReversed())).toBe(listDigest(firms))
      }),
    )
  })

  it('gives each group its places, or all its firms where it has fewer, and draws nobody twice', () => {
    fc.assert(
      fc.property(list, fc.string(), fc.nat(20), (firms, seed, count) => {
        const drawn = drawFirms(firms, {
          seed,
          places: new Map([
            ['a', count],
            ['b', 1],
          ]),
        })
        const of = (among: readonly { group: string }[], group: string) =>
          among.filter((each) => each.group === group).length
        expect(of(drawn, 'a')).toBe(Math.min(count, of(firms, 'a')))
        expect(of(drawn, 'b')).toBe(Math.min(1, of(firms, 'b')))
        expect(of(drawn, 'c')).toBe(0)
        expect(new Set(drawn.map(({ code }) => code)).size).toBe(drawn.length)
      }),
    )
  })

  it('lets the seed decide', () => {
    const firms = Array.from({ length: 40 }, (_, at) => ({ code: `code-${at}`, group: 'a' }))
    const drawn = (seed: string) => drawFirms(firms, { seed, places: new Map([['a', 10]]) })
    expect(drawn('one')).not.toEqual(drawn('two'))
  })
})

describe(questionnaireResults, () => {
  const given = (overall: number, visits: string, matters: readonly string[]) => ({
    overall,
    visits,
    matters,
  })

  it('gives the median of marks, and every count of at least three', () => {
    const answers = [5, 5, 5, 4, 4, 4, 4].map((mark) => given(mark, 'none', ['tax']))
    const [overall, visits, matters] = questionnaireResults(questions, answers)
    expect(overall).toMatchObject({ answered: 7, median: 4 })
    expect(overall?.counts.map(({ count }) => count)).toEqual([0, 0, 0, 4, 3])
    expect(visits?.counts.map(({ count }) => count)).toEqual([7, 0])
    expect(matters?.counts.map(({ count }) => count)).toEqual([7, 0])
  })

  it('shows nothing of fewer than three answers', () => {
    const results = questionnaireResults(questions, [given(5, 'none', []), given(1, 'once', ['tax'])])
    expect(results.map(({ answered, median, counts }) => [answered, median, counts])).toEqual(
      Array.from({ length: 3 }, () => [2, null, []]),
    )
  })

  it('hides a cell of one or two, what would give it away, and who alone did not tick', () => {
    const answers = [
      ...Array.from({ length: 5 }, () => given(4, 'none', ['tax'])),
      given(4, 'once', ['permits']),
    ]
    const [, visits, matters] = questionnaireResults(questions, answers)
    expect(visits?.counts.map(({ count }) => count)).toEqual([undefined, undefined])
    // five of six ticked it: the sixth is a cell of one
    expect(matters?.counts.map(({ count }) => count)).toEqual([undefined, undefined])
  })
})
