import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endStewardships, gapsOf, handOver, type Stewardship, stewardsAt } from './index.ts'

const first = { primary: 'li', backup: 'wang', at: 100, reason: '新建项目' }

function begun(): readonly Stewardship[] {
  const given = handOver([], first)
  if (!given.ok) throw new Error(given.code)
  return given.value
}

describe(handOver, () => {
  it('gives a new project its two people', () => {
    expect(stewardsAt(begun(), 100)).toEqual({ primary: 'li', backups: ['wang'] })
    expect(stewardsAt(begun(), 99)).toEqual({ primary: undefined, backups: [] })
  })
  it('ends and begins at one instant, and leaves alone who stays', () => {
    const after = handOver(begun(), { primary: 'zhao', backup: 'wang', at: 200, reason: '休假' })
    expect(after.ok && after.value).toEqual([
      { stewardId: 'li', duty: 'primary', from: 100, to: 200, reason: '新建项目' },
      { stewardId: 'wang', duty: 'backup', from: 100, reason: '新建项目' },
      { stewardId: 'zhao', duty: 'primary', from: 200, reason: '休假' },
    ])
  })
  it('lets the two change places', () => {
    const after = handOver(begun(), { primary: 'wang', backup: 'li', at: 200, reason: '轮换' })
    expect(after.ok && stewardsAt(after.value, 200)).toEqual({ primary: 'wang', backups: ['li'] })
  })
  it.each([
    ['same-steward-twice', { ...first, backup: 'li', at: 200 }],
    ['reason-missing', { ...first, primary: 'zhao', at: 200, reason: ' ' }],
    ['hand-over-in-the-past', { ...first, primary: 'zhao', at: 50 }],
    ['nothing-changes', { ...first, at: 200 }],
  ])('refuses with %s', (code, wanted) => {
    expect(handOver(begun(), wanted)).toMatchObject({ ok: false, code })
  })
  it('keeps exactly one primary and a backup through any number of hand-overs', () => {
    const someone = fc.constantFrom('li', 'wang', 'zhao', 'sun')
    const changes = fc.array(fc.record({ primary: someone, backup: someone, wait: fc.nat(50) }))
    fc.assert(
      fc.property(changes, (list) => {
        let at = first.at
        let now = begun()
        for (const { primary, backup, wait } of list) {
          at += wait
          const after = handOver(now, { primary, backup, at, reason: '轮换' })
          if (after.ok) now = after.value
        }
        expect(gapsOf(now, at + 1)).toEqual([])
        expect(stewardsAt(endStewardships(now, at + 1), at + 1)).toEqual({ primary: undefined, backups: [] })
      }),
    )
  })
})

describe(gapsOf, () => {
  it('finds the instant from which a project had two primaries, or none', () => {
    const [li, wang] = begun()
    if (li === undefined || wang === undefined) throw new Error('two stewards')
    expect(gapsOf([{ ...li, to: 150 }, wang], 300)).toEqual([150])
    expect(gapsOf([li, wang, { ...li, stewardId: 'zhao', from: 180 }], 300)).toEqual([180])
    expect(gapsOf([li, { ...wang, to: 170 }], 300)).toEqual([170])
  })
})
