import { describe, expect, it } from 'vitest'
import { filled } from './sentence.ts'

describe('a sentence with places', () => {
  it('takes its values in', () => {
    expect(filled('办件{number}须在{days}日内补正', { number: 'GX1', days: 5 })).toBe('办件GX1须在5日内补正')
  })

  it('shows a place that has no value', () => {
    expect(filled('{who}, {when}', { who: 'a', when: undefined })).toBe('a, {when}')
  })

  it('puts in what looks like a place of another sentence, or like a pattern, as it is', () => {
    expect(filled('{a}{b}', { a: '{b}', b: '$&' })).toBe('{b}$&')
  })
})
