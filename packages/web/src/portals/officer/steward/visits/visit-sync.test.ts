import { describe, expect, it } from 'vitest'
import type { KeptVisit } from './visit-record.ts'
import { type Sent, syncVisits, type VisitSender } from './visit-sync.ts'

const arrived: Sent = { outcome: 'arrived' }
const unreachable: Sent = { outcome: 'unreachable' }

function aVisit(id: string, photos: readonly string[] = []): KeptVisit {
  return {
    id,
    projectId: 'p1',
    project: '海岳二期厂房',
    at: `2026-03-02T0${id.length}:00:00Z`,
    text: '看现场',
    place: '',
    position: null,
    checked: [],
    nextContactOn: '',
    photos: photos.map((photo) => ({ id: photo, bytes: new Blob([photo]), isSent: false })),
    isRecorded: false,
    refused: null,
  }
}

function aStore(...visits: readonly KeptVisit[]) {
  const kept = new Map(visits.map((visit) => [visit.id, visit]))
  return {
    kept,
    visits: () => Promise.resolve([...kept.values()]),
    keep: (visit: KeptVisit) => Promise.resolve(void kept.set(visit.id, visit)),
    remove: (id: string) => Promise.resolve(void kept.delete(id)),
  }
}

/** A house that records by id; `answers` says what the sender hears of each sending, in turn. */
function aHouse(answers: readonly Sent[] = []) {
  const recorded = new Map<string, number>()
  const queue = [...answers]
  const take = (id: string) => {
    recorded.set(id, (recorded.get(id) ?? 0) + 1)
    return Promise.resolve(queue.shift() ?? arrived)
  }
  const sender: VisitSender = { visit: ({ id }) => take(id), photo: (_, { id }) => take(id) }
  return { recorded, sender }
}

describe(syncVisits, () => {
  it('sends each visit and its photos, and keeps nothing of what arrived', async () => {
    const store = aStore(aVisit('a', ['a1', 'a2']), aVisit('bb'))
    const { recorded, sender } = aHouse()
    expect(await syncVisits(store, sender)).toBe(true)
    expect([...recorded.keys()]).toEqual(['a', 'a1', 'a2', 'bb'])
    expect(store.kept.size).toBe(0)
  })

  it('sends the same id again where the answer was lost', async () => {
    const store = aStore(aVisit('a'))
    const { recorded, sender } = aHouse([unreachable])
    expect(await syncVisits(store, sender)).toBe(false)
    expect(store.kept.size).toBe(1)
    expect(await syncVisits(store, sender)).toBe(true)
    expect([...recorded]).toEqual([['a', 2]])
  })

  it('goes on with the photo it stopped at, and does not send the visit anew', async () => {
    const store = aStore(aVisit('a', ['a1', 'a2']))
    const { recorded, sender } = aHouse([arrived, arrived, unreachable])
    expect(await syncVisits(store, sender)).toBe(false)
    expect(await syncVisits(store, sender)).toBe(true)
    expect([...recorded]).toEqual([
      ['a', 1],
      ['a1', 1],
      ['a2', 2],
    ])
  })

  it('keeps what was refused with the reason, and goes on with the next', async () => {
    const refused: Sent = { outcome: 'refused', title: '项目已经结束', detail: '只能查看' }
    const store = aStore(aVisit('a'), aVisit('bb'))
    const { sender } = aHouse([refused])
    expect(await syncVisits(store, sender)).toBe(false)
    expect([...store.kept.values()]).toMatchObject([{ id: 'a', refused: { title: '项目已经结束' } }])
  })

  it('stops where nobody is signed in any more, and loses nothing', async () => {
    const store = aStore(aVisit('a'), aVisit('bb'))
    const { recorded, sender } = aHouse([{ outcome: 'signed-out' }])
    expect(await syncVisits(store, sender)).toBe(false)
    expect([...recorded.keys()]).toEqual(['a'])
    expect(store.kept.size).toBe(2)
  })
})
