import { describe, expect, it } from 'vitest'
import { formOf, searchOf, textsOf, wishesIn } from './wish-query.ts'

describe('wishes in an address', () => {
  const search = '?area=1200&height=6&rent=0.9&gas=yes&soft=rent'

  it('come back as they were written', () => {
    expect(searchOf(wishesIn(search))).toBe(
      '?area=1200&height=6&rent=0.9&gas=yes&soft=rent'.replaceAll(' ', ''),
    )
    expect(searchOf(formOf(textsOf(wishesIn(search))))).toBe(searchOf(wishesIn(search)))
  })

  it('leave out what nobody knows and what is empty', () => {
    expect(searchOf(wishesIn('?area=&colour=red&soft=area,colour'))).toBe('')
  })

  it('say what must hold and what ranks', () => {
    expect(textsOf(wishesIn(search)).map(({ field, weight }) => [field, weight])).toEqual([
      ['area', 'hard'],
      ['height', 'hard'],
      ['rent', 2],
      ['gas', 'hard'],
    ])
  })
})
