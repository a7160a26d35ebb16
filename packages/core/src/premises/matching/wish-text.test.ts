import { describe, expect, it } from 'vitest'
import { readWishes, type WishText, wishText } from '../index.ts'

const hard = (field: WishText['field'], value: string): WishText => ({ field, value, weight: 'hard' })

describe('wishes as people write them', () => {
  it('are read in the units of the facts, and written back the same', () => {
    const texts = [
      hard('area', '1200'),
      hard('height', '6.5'),
      hard('load', '1.5'),
      hard('rent', '0.85'),
      hard('fire', '丙'),
      hard('available', '2026-12-01'),
      hard('industry', 'C35'),
      hard('gas', 'yes'),
    ]
    const read = readWishes(texts)
    expect(read.ok && read.value.map(({ value }) => value)).toEqual([
      120_000,
      650,
      1_500,
      85,
      3,
      20_788,
      'C35',
      true,
    ])
    expect(read.ok && read.value.map(wishText)).toEqual(texts)
  })

  it.each([
    [[hard('area', '很大')]],
    [[hard('rent', '0.855')]],
    [[hard('fire', '己')]],
    [[hard('available', '下个月')]],
    [[hard('area', '100'), hard('area', '200')]],
  ])('are refused where they cannot be read or stand twice', (texts) => {
    expect(readWishes(texts)).toMatchObject({ ok: false, code: 'wish-not-readable' })
  })
})
