import { describe, expect, it } from 'vitest'
import { confirmingHostOf, takeCorrectionAnswer, takeHostAnswer } from './host-confirmation.ts'
import { findSeat, type SeatCatalogue } from './registered-address.ts'

const floors = { from: 1, to: 2 }
const host = { name: '青岛蓝湾商务秘书有限公司', unifiedCode: '91370222MACLM5H85T', mark: 'U' as const }
const buildings = [
  { id: 'a', name: 'A座', floors, roomsPerFloor: 2, seatsPerRoom: 2 },
  { id: 'c', name: 'C座', floors, roomsPerFloor: 2, seatsPerRoom: 2, cluster: true },
]

function seatOf(code: string, confirms?: { readonly phone: string; readonly mark: 'U' }) {
  const carrier = {
    id: 'lanwan',
    name: '蓝湾创业园',
    street: '和源路2号',
    refuses: [],
    host: { ...host, ...(confirms === undefined ? {} : { confirms }) },
    buildings,
  }
  const catalogue: SeatCatalogue = { carriers: [carrier], holdMinutes: 30, reserveDays: 30 }
  const seat = findSeat(catalogue, code)
  if (seat === undefined) throw new Error(`no seat ${code}`)
  return seat
}

const confirms = { phone: '13900000098', mark: 'U' } as const

describe('the host of a cluster', () => {
  it('confirms filings at its own seats alone, and only where content says so', () => {
    expect(confirmingHostOf(seatOf('lanwan-c-1-1-1', confirms))).toEqual({
      name: host.name,
      unifiedCode: host.unifiedCode,
      phone: '13900000098',
    })
    expect(confirmingHostOf(seatOf('lanwan-a-1-1-1', confirms))).toBeUndefined()
    expect(confirmingHostOf(seatOf('lanwan-c-1-1-1'))).toBeUndefined()
  })

  it('answers once, and while the application is not decided', () => {
    const open = { state: 'asked', stage: 'draft', asked: 'lanwan-c-1-1-1', seat: 'lanwan-c-1-1-1' } as const
    expect(takeHostAnswer(open, { outcome: 'confirmed' })).toMatchObject({ ok: true, value: 'confirmed' })
    expect(takeHostAnswer(open, { outcome: 'refused', reason: '工位已满' })).toMatchObject({
      value: 'refused',
    })
    expect(takeHostAnswer({ ...open, stage: 'with-officer' }, { outcome: 'confirmed' })).toMatchObject({
      ok: true,
    })
    expect(takeHostAnswer({ ...open, state: 'confirmed' }, { outcome: 'confirmed' })).toMatchObject({
      code: 'filing-answered',
    })
    expect(takeHostAnswer({ ...open, stage: 'approved' }, { outcome: 'confirmed' })).toMatchObject({
      code: 'filing-settled',
    })
  })

  it('says nothing about a seat that the applicant has left', () => {
    const left = { state: 'asked', stage: 'signing', asked: 'lanwan-c-1-1-1' } as const
    for (const seat of ['lanwan-a-1-1-1', undefined])
      expect(takeHostAnswer({ ...left, seat }, { outcome: 'refused', reason: '工位已满' })).toMatchObject({
        code: 'filing-moved',
      })
  })

  it('answers once about a correction, while it waits and the subject is registered', () => {
    const asked = { state: 'asked', stage: 'approved', isWaiting: true } as const
    const yes = { outcome: 'confirmed' } as const
    expect(takeCorrectionAnswer(asked, yes)).toMatchObject({ ok: true, value: 'confirmed' })
    expect(takeCorrectionAnswer({ ...asked, stage: 'revocation-proposed' }, yes)).toMatchObject({ ok: true })
    expect(takeCorrectionAnswer({ ...asked, state: 'refused' }, yes)).toMatchObject({
      code: 'filing-answered',
    })
    for (const over of [{ isWaiting: false }, { stage: 'revoked' }] as const)
      expect(takeCorrectionAnswer({ ...asked, ...over }, yes)).toMatchObject({ code: 'filing-settled' })
  })
})
