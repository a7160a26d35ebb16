import { describe, expect, it } from 'vitest'
import { constantsCompared, evaluate, type Facts, factsRead, isKnown, parseCondition } from './index.ts'

function answer(text: string, facts: Facts = {}) {
  const condition = parseCondition(text)
  if (!condition.ok) throw new Error(`${text}: ${JSON.stringify(condition.because)}`)
  return evaluate(condition.value, facts)
}

function refusalOf(text: string, facts?: ReadonlySet<string>) {
  const condition = parseCondition(text, facts && { facts })
  return condition.ok ? undefined : { code: condition.code, position: condition.because.position }
}

describe(evaluate, () => {
  const facts: Facts = {
    invest: { kind: 'enterprise', amount: 5000 },
    行业: '餐饮',
    项目: { 投资额: 0.3, '用途 类型': '厂房' },
    'flat.name': 1,
    empty: '',
    zero: 0,
    no: false,
    nothing: null,
    opened: '2026-02-28',
    scopes: ['food', 'tea'],
    shareholders: [
      { name: 'a', percent: 33.3 },
      { name: 'b', percent: 66.7 },
    ],
    𠮷野: 7,
  }

  it.each([
    ['invest.kind = "enterprise" and invest.amount >= 5000', true],
    ['invest.kind != "enterprise"', false],
    ['行业 = "餐饮" or 项目.投资额 > 3', true],
    ['项目.用途   类型 = "厂房"', true],
    ['flat.name = 1', true],
    ['𠮷野 > 6', true],
    ['empty = ""', true],
    ['zero = 0 and not(no)', true],
    ['0.1 + 0.2 = 0.3', true],
    ['项目.投资额 = 0.1 + 0.2', true],
    ['1.10 = 1.1 and 1e3 = 1000 and .5 = 0.50', true],
    ['9007199254740993 > 9007199254740992', true],
    ['0.1 * 3 = 0.3 and 1 - 0.9 = 0.1', true],
    ['1 / 3 * 3 < 1', true],
    ['2 + 3 * 4 = 14 and (2 + 3) * 4 = 20 and -2 * -3 = 6', true],
    ['invest.amount between 5000 and 5000', true],
    ['invest.amount in [5000..6000)', true],
    ['invest.amount in (5000..6000]', false],
    ['invest.amount in ]4999..5001[', true],
    ['invest.amount in (< 10, [4000..5000])', true],
    ['行业 in ("餐饮", "零售")', true],
    ['行业 in ["零售"]', false],
    ['"tea" in scopes', true],
    ['opened < date("2026-03-01") and opened in [date("2026-02-01")..date("2026-02-28")]', true],
    ['count(shareholders) = 2 and sum(shareholders.percent) = 100', true],
    ['list contains(scopes, "food") and contains(行业, "饮")', true],
    ['min(3, 1, 2) = 1 and max([3, 1, 2]) = 3 and max("a", "b") = "b"', true],
    ['some s in shareholders satisfies s.percent > 50', true],
    ['every s in shareholders satisfies s.percent > 50', false],
    ['some s in shareholders, t in shareholders satisfies s.percent + t.percent = 100', true],
    ['some x in [] satisfies x > 1', false],
    ['every x in [] satisfies x > 1', true],
    ['if invest.amount > 100 then "large" else "small"', 'large'],
    ['"中\\u6587" = "中文"', true],
    ['/* a note */ zero = 0', true],
  ])('%s is %s', (text, value) => {
    expect(answer(text, facts).value).toBe(value)
  })

  it.each([
    ['missing = 1', null],
    ['nothing = 1', null],
    ['not(missing)', null],
    ['missing and false', false],
    ['missing or true', true],
    ['missing and true', null],
    ['missing or false', null],
    ['zero = 0 and missing > 1', null],
    ['missing in (1, 2)', null],
    ['zero in [missing..3]', null],
    ['zero in [1..missing]', false],
    ['missing = null', true],
    ['invest.kind = null', false],
    ['invest.kind != null', true],
    ['null = invest.kind', false],
    ['is defined(missing)', false],
    ['if missing then 1 else 2', null],
    ['if missing then 1 else 1', 1],
    ['sum([1, missing])', null],
    ['list contains([1, missing], 1)', true],
    ['list contains([1, missing], 2)', null],
    ['some x in [missing, 1] satisfies x = 1', true],
    ['every x in [missing, 1] satisfies x = 1', null],
    ['invest.kind > 3', null],
    ['invest.kind < date("2026-01-01")', null],
    ['1 / 0 = 1', null],
    ['count(invest.kind)', null],
    ['constructor = 1', null],
    ['invest.__proto__ = 1', null],
    ['[1, missing] = [2, missing]', false],
  ])('%s is %s, because a missing fact is not known', (text, value) => {
    expect(answer(text, facts).value).toBe(value)
  })

  it('names the facts to ask for, and only those that matter', () => {
    expect(answer('zero = 1 or missing.a > 2 or missing.b', facts).unknown).toEqual([
      'missing.a',
      'missing.b',
    ])
    expect(answer('missing.a or zero = 0', facts).unknown).toEqual([])
  })
  it('gives the parts that decided, with the facts they read', () => {
    expect(answer('missing = 1 and invest.amount > 9000 and 行业 = "餐饮"', facts)).toEqual({
      value: false,
      because: [
        {
          text: 'invest.amount > 9000',
          position: 16,
          value: false,
          facts: [{ name: 'invest.amount', value: 5000 }],
        },
      ],
      unknown: [],
    })
  })
  it('asks for a list where one of its members lacks something', () => {
    const { unknown, because } = answer('some x in xs satisfies x.a > zero', { xs: [{ a: 0 }, {}], zero: 0 })
    expect(unknown).toEqual(['xs'])
    expect(because).toMatchObject([{ value: null, note: 'member-not-known' }])
  })
  it('says when an answer is not known although the facts are: they are of different kinds', () => {
    expect(answer('invest.kind > 3', facts).because).toMatchObject([{ value: null, note: 'kinds-differ' }])
    expect(answer('invest.kind > 3', facts).unknown).toEqual([])
  })
  it('takes no other value for true or false', () => {
    expect(answer('foreign and zero = 0', { ...facts, foreign: 'yes' })).toMatchObject({
      value: null,
      because: [{ text: 'foreign', value: null, note: 'kinds-differ', facts: [{ value: 'yes' }] }],
    })
  })
  it('carries the rule and its article', () => {
    const origin = { id: 'R1', basis: '行政许可法 42', source: 'statute', mark: 'S' } as const
    const condition = parseCondition('a', { origin })
    expect(condition.ok && evaluate(condition.value, { a: true })).toMatchObject({ value: true, origin })
  })
  it('keeps the digits of amounts that a float would lose', () => {
    expect(answer('a + 1', { a: 9007199254740992n }).value).toBe(9007199254740993n)
  })
  it('gives up on work without end and says so', () => {
    const many = Array.from({ length: 1000 }, () => 1)
    const { value, because } = answer('some x in a, y in a, z in a satisfies x + y + z = 4', { a: many })
    expect(value).toBe(null)
    expect(because).toMatchObject([{ note: 'too-much-work' }])
  })
})

describe(parseCondition, () => {
  it.each([
    ['', 'expression-not-readable', 0],
    ['a and', 'expression-not-readable', 5],
    ['(a', 'expression-not-readable', 2],
    ['a) and b', 'expression-not-readable', 1],
    ['a == 1', 'expression-not-readable', 2],
    ['a && b', 'expression-not-readable', 2],
    ["a = 'x'", 'expression-not-readable', 4],
    ['a = "x', 'expression-not-readable', 4],
    ['金额 ＞ 3', 'expression-not-readable', 3],
    ['a 3', 'expression-not-readable', 0],
    ['a?b', 'expression-not-readable', 0],
    ['a = date("2026-02-29")', 'expression-not-readable', 9],
    ['2 ** 3 = 8', 'expression-not-supported', 2],
    ['today() > a', 'expression-not-supported', 0],
    ['xs[1] = 1', 'expression-not-supported', 0],
    ['{a: 1}', 'expression-not-supported', 0],
    ['for x in xs return x', 'expression-not-supported', 0],
    ['a instance of number', 'expression-not-supported', 0],
    ['1 < a < 3', 'expression-not-supported', 0],
    ['time in force > 3', 'expression-not-supported', 8],
    ['a in not(1)', 'expression-not-supported', 5],
    ['some x in [1..3] satisfies x = 1', 'expression-not-supported', 10],
    ['count()', 'expression-not-supported', 0],
    ['date and time("2026-01-01T00:00:00Z") = a', 'expression-not-supported', 0],
    ['(a).b = 1', 'expression-not-supported', 0],
  ])('refuses %s', (text, code, position) => {
    expect(refusalOf(text)).toEqual({ code, position })
  })
  it('refuses a name that no fact has, where the names are given', () => {
    const known = new Set(['invest.amount'])
    expect(refusalOf('invest.amount > 1', known)).toBe(undefined)
    expect(refusalOf('invest.amonut > 1', known)).toEqual({ code: 'fact-not-declared', position: 0 })
    expect(refusalOf('some x in invest.amount satisfies x > 1', known)).toBe(undefined)
  })
  it('says how to mend', () => {
    const read = parseCondition('金额 ＞ 3')
    expect(!read.ok && read.because.sentence).toBe('Write > in place of ＞.')
  })
  it('leaves other signs alone inside quotation marks', () => {
    expect(refusalOf('a = "x，＞ && \\" \'"')).toBe(undefined)
  })
  it('refuses what is too deep or too long, and reads long rows of and', () => {
    expect(refusalOf(`${'('.repeat(500)}a${')'.repeat(500)}`)?.code).toBe('expression-not-supported')
    expect(refusalOf(`a = "${'x'.repeat(2000)}"`)?.code).toBe('expression-not-readable')
    expect(refusalOf(Array.from({ length: 280 }, () => 'a').join(' and '))).toBe(undefined)
  })
})

describe(factsRead, () => {
  it('names each fact once and no bound name', () => {
    const read = parseCondition('a.b > 1 and (a.b < 3 or some x in 清单 satisfies x.值 > c)')
    expect(read.ok && factsRead(read.value)).toEqual(['a.b', '清单', 'c'])
  })
})

describe(constantsCompared, () => {
  it('gives each constant with the fact it is held against, on whichever side it stands', () => {
    const read = parseCondition(
      'a = "x" and 3 < b and not(c in ("y", [1..2.5], > 9)) and list contains(d, "z") and e = f and (if g then h = true else false)',
    )
    expect(read.ok && constantsCompared(read.value)).toEqual([
      { fact: 'a', value: 'x' },
      { fact: 'b', value: 3 },
      { fact: 'c', value: 'y' },
      { fact: 'c', value: 1 },
      { fact: 'c', value: 2.5 },
      { fact: 'c', value: 9 },
      { fact: 'd', value: 'z' },
      { fact: 'h', value: true },
    ])
  })
})

describe(isKnown, () => {
  it('holds of a fact with a value, flat or nested, and not of a list with a gap', () => {
    expect(isKnown({ a: { b: false } }, 'a.b')).toBe(true)
    expect(isKnown({ 'a.b': 0 }, 'a.b')).toBe(true)
    expect(isKnown({ a: {} }, 'a.b')).toBe(false)
    expect(isKnown({ a: [1, null] }, 'a')).toBe(false)
  })
})
