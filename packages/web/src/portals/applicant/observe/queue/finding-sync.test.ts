import { describe, expect, it } from 'vitest'
import type { QueuedFinding } from './finding-record.ts'
import { type FindingSender, type Sent, syncFindings } from './finding-sync.ts'

function aFinding(id: string, photos: readonly string[] = []): QueuedFinding {
  return {
    id,
    noticedAt: `2026-04-01T0${id.length}:00:00.000Z`,
    task: 'report',
    topic: 'procedure',
    words: '叫号屏不亮',
    place: '',
    point: null,
    photos: photos.map((photo) => ({ id: photo, bytes: 'AAAA', position: null, keptAs: null })),
    refused: null,
  }
}

function aStore(...findings: readonly QueuedFinding[]) {
  const kept = new Map(findings.map((finding) => [finding.id, finding]))
  return {
    kept,
    findings: async () => [...kept.values()],
    keep: async (finding: QueuedFinding) => void kept.set(finding.id, finding),
    remove: async (id: string) => void kept.delete(id),
  }
}

/** A house that answers sendings in this order, then takes everything. */
function aHouse(...answers: readonly Exclude<Sent, { outcome: 'arrived' }>[]) {
  const heard: string[] = []
  const left: (Exclude<Sent, { outcome: 'arrived' }> | 'arrives')[] = [...answers]
  const sender: FindingSender = {
    photo: async ({ id }) => {
      heard.push(id)
      return { outcome: 'arrived', value: `kept-${id}` }
    },
    finding: async ({ id, photos }) => {
      heard.push(`${id}(${photos.map(({ keptAs }) => keptAs).join()})`)
      const answer = left.shift() ?? 'arrives'
      return answer === 'arrives' ? { outcome: 'arrived', value: undefined } : answer
    },
  }
  return { heard, sender }
}

describe(syncFindings, () => {
  it('sends the photos, then the finding that hands them in', async () => {
    const store = aStore(aFinding('a', ['p1', 'p2']))
    const { heard, sender } = aHouse()
    expect(await syncFindings(store, sender)).toBe(true)
    expect(heard).toEqual(['p1', 'p2', 'a(kept-p1,kept-p2)'])
    expect(store.kept.size).toBe(0)
  })

  it('does not upload a photo twice when the finding did not get through', async () => {
    const store = aStore(aFinding('a', ['p1']))
    const { heard, sender } = aHouse({ outcome: 'unreachable' })
    expect(await syncFindings(store, sender)).toBe(false)
    expect(await syncFindings(store, sender)).toBe(true)
    expect(heard).toEqual(['p1', 'a(kept-p1)', 'a(kept-p1)'])
  })

  it('uploads photos anew that the house has forgotten', async () => {
    const store = aStore(aFinding('a', ['p1']))
    const { heard, sender } = aHouse({ outcome: 'photos-forgotten' })
    expect(await syncFindings(store, sender)).toBe(false)
    expect(await syncFindings(store, sender)).toBe(true)
    expect(heard).toEqual(['p1', 'a(kept-p1)', 'p1', 'a(kept-p1)'])
  })

  it('keeps what was refused with the reason and goes on with the next', async () => {
    const store = aStore(aFinding('a'), aFinding('bb'))
    const { sender } = aHouse({ outcome: 'refused', title: '聘期已满', detail: '' })
    expect(await syncFindings(store, sender)).toBe(false)
    expect([...store.kept.values()]).toMatchObject([{ id: 'a', refused: { title: '聘期已满' } }])
  })

  it('stops where nobody is signed in any more, and loses nothing', async () => {
    const store = aStore(aFinding('a'), aFinding('bb'))
    const { heard, sender } = aHouse({ outcome: 'signed-out' })
    expect(await syncFindings(store, sender)).toBe(false)
    expect(heard).toEqual(['a()'])
    expect(store.kept.size).toBe(2)
  })
})
