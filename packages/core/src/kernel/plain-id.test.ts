import { describe, expect, it } from 'vitest'
import { isPlainId } from './index.ts'

describe(isPlainId, () => {
  it.each([
    [''],
    ['QG26-000001-X'],
    ['0199b1c2-7d3e-7000-8000-000000000001'],
    ['37022220260302000001'],
    ['91370200163562681G'],
    ['2026-05-06T01:30:00.000Z'],
    ['q6Wp0+8/c2E='],
    ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ])('takes %s', (text) => {
    expect(isPlainId(text)).toBe(true)
  })
  it.each([
    ['王小青'],
    ['Wang Xiaoqing'],
    ['370214198804120010'],
    ['37021419880412001X'],
    ['13900000001'],
    ['tel:13900000001'],
    ['lin@example.cn'],
    ['x'.repeat(201)],
  ])('refuses %s', (text) => {
    expect(isPlainId(text)).toBe(false)
  })
})
