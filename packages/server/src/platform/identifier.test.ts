import { describe, expect, it } from 'vitest'
import { newId } from './identifier.ts'

describe(newId, () => {
  it('makes UUIDs of version 7 that carry their time', () => {
    const id = newId(Date.UTC(2026, 2, 2))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 2, 2))
  })

  it('sorts by time and never repeats', () => {
    const ids = Array.from({ length: 1_000 }, (_, index) => newId(1_000 + index))
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(Array.from({ length: 1_000 }, () => newId(5))).size).toBe(1_000)
  })
})
