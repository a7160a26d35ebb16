/**
 * Rooms and needs as the tests of space offer and state them.
 */

import { roomWorkbook } from '../../../server/src/premises/index.ts'
import type { Browser } from '../test-app/index.ts'
import { moved } from '../test-issues/index.ts'

/** A room as its carrier reads it. */
export interface OwnRoom {
  readonly id: string
  readonly version: number
  readonly standing: string
  readonly cells: Readonly<Record<string, string>>
  readonly faults: readonly object[]
  readonly leases: readonly { readonly id: string; readonly firm: string | null }[]
}

/** A thousand square metres, without a unit. */
export const aRoom = {
  building: '5号楼',
  floor: '1',
  area: '1000',
  height: '6',
  load: '1.5',
  power: '315',
  sewage: '是',
  exhaust: '是',
  industries: 'C35、C39',
  rent: '0.9',
  available: '2026-05-01',
} as const

/** What the rooms of `aRoom` suit. */
export const aNeed = {
  firm: '青岛示例装备有限公司',
  contact: '欧阳某人',
  phone: '13912345678',
  purpose: '扩产车间不外传',
  wishes: [
    { field: 'area', value: '900', weight: 'hard' },
    { field: 'height', value: '6', weight: 'hard' },
    { field: 'industry', value: 'C35', weight: 'hard' },
    { field: 'rent', value: '1', weight: 2 },
  ],
}

/** The rooms of the carrier that somebody works for. */
export async function ownRooms(keeper: Browser): Promise<readonly OwnRoom[]> {
  return (await moved<{ rooms: readonly OwnRoom[] }>(keeper.get('/api/space/own-rooms'))).rooms
}

/** Rooms of these units, taken in and published; their ids in the order of the units. */
export async function offered(
  keeper: Browser,
  units: readonly string[],
  change: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const lines = units.map((unit) => ({ ...aRoom, unit, ...change }))
  const bytes = (await roomWorkbook(lines, new Date(0))).toString('base64')
  await moved(keeper.post('/api/space/own-rooms/import', { bytes }))
  await moved(keeper.post('/api/space/own-rooms/publication'))
  const rooms = await ownRooms(keeper)
  return units.map((unit) => rooms.find(({ cells }) => cells['unit'] === unit)?.id ?? '')
}

/** A need that is in hand, with a room that the firm saw and that suited. */
export async function readyToLease(
  { firm, department }: { readonly firm: Browser; readonly department: Browser },
  room: string,
): Promise<{ readonly id: string; readonly version: number }> {
  const { id } = await moved<{ id: string }>(firm.post('/api/space/needs', aNeed))
  let version = 2
  const act = async (name: string, body: object) => {
    const done = await moved(department.post(`/api/space/needs/${id}/${name}`, { version, ...body }))
    version = done.version
  }
  await act('receipt', {})
  await act('candidates', { rooms: [room] })
  await act('viewings', { room, viewAt: '2026-04-21T02:00:00Z' })
  await act('viewing-records', { viewing: 0, suits: true, note: '合适' })
  return { id, version }
}
