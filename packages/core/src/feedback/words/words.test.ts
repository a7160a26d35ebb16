import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigramsOf, isIssueNumber, issueNumber, likeness, personalTraces } from '../index.ts'

describe(likeness, () => {
  const alike = (one: string, other: string) => likeness(bigramsOf(one), bigramsOf(other))
  it.each([
    ['河东路9号厂房反复停水，影响生产', '河东路9号厂房又停水了，生产受影响'],
    ['锦业路路灯不亮', '锦业路上的路灯晚上不亮'],
  ])('finds that %s and %s are about the same', (one, other) => {
    expect(alike(one, other)).toBeGreaterThan(0.4)
  })
  it.each([
    ['河东路9号厂房反复停水，影响生产', '研发费用补贴什么时候到账'],
    ['锦业路路灯不亮', '想租一间一千平方米的厂房'],
  ])('finds that %s and %s are not', (one, other) => {
    expect(alike(one, other)).toBeLessThan(0.2)
  })
  it('is the same both ways, 1 with itself, and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(alike(one, other)).toBe(alike(other, one))
        expect(alike(one, other)).toBeGreaterThanOrEqual(0)
        expect(alike(one, other)).toBeLessThanOrEqual(1)
        if (bigramsOf(one).length > 0) expect(alike(one, one)).toBe(1)
      }),
    )
  })
  it('does not see width, case and punctuation', () => {
    expect(alike('ＡＢＣ，号 楼', 'abc号楼')).toBe(1)
  })
})

describe(personalTraces, () => {
  it.each([
    ['请打 13900000001', ['phone']],
    ['请打 139 0000 0001', ['phone']],
    ['电话0532-88880000', ['phone']],
    ['证件 370214198804120016', ['identity-number']],
    ['写信给 lin@example.cn', ['e-mail']],
    ['林海宁反映停水', ['name']],
    ['企业反映停水，2026年3月2日恢复，编号 SY26-000001-5', []],
  ] as const)('finds in %s: %j', (text, traces) => {
    expect(personalTraces(text, ['林海宁', '某'])).toEqual(traces)
  })
})

describe(issueNumber, () => {
  it('notices one wrong digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.nat(5),
        fc.integer({ min: 1, max: 9 }),
        (sequence, place, more) => {
          const number = issueNumber(2026, sequence)
          expect(isIssueNumber(number)).toBe(true)
          const at = 'SY26-'.length + place
          const wrong = (Number(number[at]) + more) % 10
          expect(isIssueNumber(`${number.slice(0, at)}${wrong}${number.slice(at + 1)}`)).toBe(false)
        },
      ),
    )
  })
  it('reads no other form', () => {
    for (const text of ['', 'SY26-1-4', 'YS26-000123-4', 'SY26-000123'])
      expect(isIssueNumber(text)).toBe(false)
  })
})
