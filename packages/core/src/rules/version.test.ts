import { describe, expect, it } from 'vitest'
import { checkVersions, versionOn } from './index.ts'
import { dayNumber, dayText, isDayText } from './values/day-text.ts'

const versions = [
  { from: '2024-01-01', to: '2025-12-31', is: 'old' },
  { from: '2026-01-01', is: 'new' },
]

describe(versionOn, () => {
  it.each([
    ['2025-12-31', 'old'],
    ['2026-01-01', 'new'],
    ['2099-01-01', 'new'],
  ])('on %s the %s version is in force', (day, is) => {
    expect(versionOn(versions, day)).toMatchObject({ ok: true, value: { is } })
  })
  it('refuses a day without a version, and one with two', () => {
    expect(versionOn(versions, '2023-12-31')).toMatchObject({ code: 'no-version-in-force' })
    const twice = [...versions, { from: '2026-06-01', is: 'newer' }]
    expect(versionOn(twice, '2026-06-01')).toMatchObject({ code: 'versions-overlap' })
  })
})

describe(checkVersions, () => {
  const found = (...list: { from: string; to?: string }[]) =>
    checkVersions(list).map(({ code, path, sentence }) => [code, path[0], sentence])
  it('finds nothing where one follows the other, in whatever order they are written', () => {
    expect(checkVersions(versions)).toEqual([])
    expect(checkVersions(versions.toReversed())).toEqual([])
  })
  it('finds the days without a version', () => {
    expect(found({ from: '2024-01-01', to: '2024-02-28' }, { from: '2024-03-01' })).toEqual([
      ['version-gap', 1, 'No version is in force from 2024-02-29 to 2024-02-29.'],
    ])
  })
  it('finds versions that overlap, also past a short one between them', () => {
    expect(
      found(
        { from: '2024-01-01' },
        { from: '2025-01-01', to: '2025-01-31' },
        { from: '2025-02-01', to: '2025-03-01' },
      ).map(([code, index]) => `${code} ${index}`),
    ).toEqual(['versions-overlap 1', 'versions-overlap 2'])
  })
})

describe(dayNumber, () => {
  it('counts every day of eight centuries, and back', () => {
    const first = dayNumber('1600-01-01')
    const last = dayNumber('2400-12-31')
    expect(last - first).toBe(Date.UTC(2400, 11, 31) / 86_400_000 - Date.UTC(1600, 0, 1) / 86_400_000)
    for (let day = first; day <= last; day += 13) {
      expect(isDayText(dayText(day))).toBe(true)
      expect(dayNumber(dayText(day))).toBe(day)
    }
  })
})
