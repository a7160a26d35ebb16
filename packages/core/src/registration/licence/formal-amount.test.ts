import { describe, expect, it } from 'vitest'
import { formalAmount } from './formal-amount.ts'

describe(formalAmount, () => {
  it.each([
    [0n, '零元整'],
    [1n, '壹分'],
    [10n, '壹角整'],
    [105n, '壹元零伍分'],
    [1000n, '壹拾元整'],
    [10_050n, '壹佰元伍角整'],
    [500_000_000n, '伍佰万元整'],
    [100_000_000n, '壹佰万元整'],
    [1_000_500_00n, '壹佰万零伍佰元整'],
    [10_0005_0000_00n, '壹拾亿零伍万元整'],
    [1_0000_0005_00n, '壹亿零伍元整'],
    [1_0000_5000_00n, '壹亿零伍仟元整'],
    [1_0100_00n, '壹万零壹佰元整'],
    [1_1010_00n, '壹万壹仟零壹拾元整'],
    [10_010_00n, '壹万零壹拾元整'],
    [9999_9999_9999_99n, '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('prints %d fen as %s', (minor, text) => {
    expect(formalAmount(minor)).toBe(text)
  })
  it('breaks on amounts no licence can carry', () => {
    expect(() => formalAmount(-1n)).toThrow('broken promise')
    expect(() => formalAmount(10n ** 14n)).toThrow('broken promise')
  })
})
