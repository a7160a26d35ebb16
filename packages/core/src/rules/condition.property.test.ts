import fc from 'fast-check'
import { evaluate as feelin } from 'feelin'
import { describe, expect, it } from 'vitest'
import { evaluate, type Facts, type FactValue, parseCondition } from './index.ts'

function worth(text: string, facts: Facts): FactValue {
  const condition = parseCondition(text)
  if (!condition.ok) throw new Error(`${text}: ${JSON.stringify(condition.because)}`)
  return evaluate(condition.value, facts).value
}

const numberNames = ['甲', 'b.c', '造 价']
const truthNames = ['p', 'q.r']
const small = fc.integer({ min: -9, max: 9 })
const sign = fc.constantFrom('=', '!=', '<', '<=', '>', '>=')

const { number, truth } = fc.letrec<{ number: string; truth: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3 },
    small.map(String),
    fc.constantFrom(...numberNames),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number'))
      .map(([a, o, b]) => `(${a} ${o} ${b})`),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map(([c, a, b]) => `(if ${c} then ${a} else ${b})`),
    fc
      .tuple(fc.constantFrom('min', 'max', 'sum'), fc.array(tie('number'), { minLength: 1, maxLength: 3 }))
      .map(([f, a]) => `${f}(${a.join(', ')})`),
  ),
  truth: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('true', 'false', ...truthNames),
    fc.tuple(tie('number'), sign, tie('number')).map(([a, s, b]) => `(${a} ${s} ${b})`),
    fc.tuple(tie('truth'), fc.constantFrom('and', 'or'), tie('truth')).map(([a, o, b]) => `(${a} ${o} ${b})`),
    tie('truth').map((a) => `not(${a})`),
    fc
      .tuple(tie('number'), small, small)
      .map(([x, a, b]) => `(${x} between ${Math.min(a, b)} and ${Math.max(a, b)})`),
    fc
      .tuple(tie('number'), fc.constantFrom('[', '('), small, small, fc.constantFrom(']', ')'))
      .map(([x, o, a, b, c]) => `(${x} in ${o}${Math.min(a, b)}..${Math.max(a, b)}${c})`),
    fc
      .tuple(tie('number'), fc.array(small, { minLength: 2, maxLength: 4 }))
      .map(([x, a]) => `(${x} in (${a.join(', ')}))`),
    fc
      .tuple(
        fc.constantFrom('some', 'every'),
        fc.array(tie('number'), { minLength: 1, maxLength: 3 }),
        sign,
        tie('number'),
      )
      .map(([q, xs, s, b]) => `(${q} x in [${xs.join(', ')}] satisfies x ${s} ${b})`),
  ),
}))

const numberFact = fc.record({ 甲: small, 'b.c': small, '造 价': small })
const truthFact = fc.record({ p: fc.boolean(), 'q.r': fc.boolean() })
const facts = fc.tuple(numberFact, truthFact).map(([a, b]): Facts => ({ ...a, ...b }))

function nested(flat: Facts): Record<string, unknown> {
  return { 甲: flat.甲, b: { c: flat['b.c'] }, '造 价': flat['造 价'], p: flat.p, q: { r: flat['q.r'] } }
}

describe(evaluate, () => {
  it('agrees with an independent engine wherever both define an answer', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.oneof(truth, number), facts, (text, known) => {
        const theirs = feelin(text, nested(known)).value
        if (theirs === null || theirs === undefined) return
        compared += 1
        expect(worth(text, known)).toEqual(theirs === 0 ? 0 : theirs) // theirs knows a zero below zero
      }),
      { numRuns: 400 },
    )
    expect(compared).toBeGreaterThan(300)
  })
  it('never takes back an answer when a missing fact becomes known', () => {
    fc.assert(
      fc.property(truth, facts, fc.subarray([...numberNames, ...truthNames]), (text, known, kept) => {
        const partly = Object.fromEntries(Object.entries(known).filter(([name]) => kept.includes(name)))
        const early = worth(text, partly)
        if (early !== null) expect(worth(text, known)).toBe(early)
      }),
      { numRuns: 400 },
    )
  })
  it('is known once every fact it reads is known', () => {
    fc.assert(
      fc.property(truth, facts, (text, known) => {
        expect(worth(text, known)).not.toBe(null)
      }),
    )
  })
  it('asks only for facts that are missing, and for at least one where the answer is not known', () => {
    fc.assert(
      fc.property(truth, facts, fc.subarray([...numberNames, ...truthNames]), (text, known, kept) => {
        const partly = Object.fromEntries(Object.entries(known).filter(([name]) => kept.includes(name)))
        const read = parseCondition(text)
        const { value, unknown } = read.ok ? evaluate(read.value, partly) : { value: 1, unknown: [] }
        expect(unknown.length > 0).toBe(value === null)
        expect(unknown.filter((name) => kept.includes(name))).toEqual([])
      }),
    )
  })
  it('gives reasons that are enough: their facts alone lead to the same answer', () => {
    fc.assert(
      fc.property(truth, facts, (text, known) => {
        const read = parseCondition(text)
        if (!read.ok) throw new Error(text)
        const { value, because } = evaluate(read.value, known)
        const named = because.flatMap((reason) =>
          reason.facts.map((fact) => [fact.name, fact.value] as const),
        )
        expect(evaluate(read.value, Object.fromEntries(named)).value).toBe(value)
      }),
      { numRuns: 400 },
    )
  })
  it('obeys De Morgan with facts not known', () => {
    fc.assert(
      fc.property(truth, truth, fc.subarray(numberNames), (a, b, kept) => {
        const partly = Object.fromEntries(kept.map((name) => [name, 1]))
        expect(worth(`not(${a} and ${b})`, partly)).toBe(worth(`not(${a}) or not(${b})`, partly))
      }),
    )
  })
})

describe(parseCondition, () => {
  const pieces =
    'a 行业 . ( ) [ ] .. , and or not in if then else some satisfies between = < >= 1 0.5 "s" " null true + - / ** ' +
    'date count { } : for return @ ? \n // /* */ 9e9999 \\ \0 💥'
  const piece = fc.constantFrom(...pieces.split(' '))
  it('answers or refuses with a place and a sentence, whatever is written', () => {
    const scribble = fc.array(piece, { maxLength: 25 }).map((chosen) => chosen.join(' '))
    fc.assert(
      fc.property(fc.oneof(scribble, fc.string()), (text) => {
        const read = parseCondition(text)
        if (read.ok) evaluate(read.value, { a: 1, 行业: ['x', null] })
        else {
          expect(read.because.position).toBeTypeOf('number')
          expect(read.because.sentence).toMatch(/\.$/)
        }
      }),
      { numRuns: 500 },
    )
  })
})
