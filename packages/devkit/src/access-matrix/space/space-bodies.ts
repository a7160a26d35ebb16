/**
 * Well-formed bodies for the routes of space.
 */

import type { SpaceMatter } from './space-matter.ts'

const aNeed = {
  firm: '试验公司',
  contact: '试验',
  phone: '13900000000',
  purpose: '生产车间',
  wishes: [{ field: 'area', value: '1200', weight: 'hard' }],
}

/** By route. */
export const spaceBodies: Readonly<Record<string, (matter: SpaceMatter) => object>> = {
  'premises.file-need': () => aNeed,
  'premises.record-need': () => ({ ...aNeed, agreed: true }),
  'premises.rate-need': () => ({ mark: 5 }),
  'premises.answer-renewal': () => ({ free: [] }),
  'premises.transfer-need': () => ({ version: 9 }),
  'premises.urge-need': () => ({ version: 9, reason: '请尽快' }),
  'premises.receive-need': () => ({ version: 9 }),
  'premises.propose-rooms': ({ roomId }) => ({ version: 9, rooms: [roomId] }),
  'premises.arrange-viewing': ({ roomId }) => ({ version: 9, room: roomId, viewAt: '2026-03-03T01:00:00Z' }),
  'premises.record-viewing': () => ({ version: 9, viewing: 0, suits: true, note: '合适' }),
  'premises.note-lease': ({ roomId }) => ({ version: 9, room: roomId, area: '100' }),
  'premises.close-need': () => ({ version: 9, reason: '暂无合适房源' }),
  'premises.import-rooms': () => ({ bytes: 'AAAA' }),
  'premises.change-room': () => ({ version: 9, cells: {} }),
  'premises.add-photo': () => ({ bytes: 'AAAA', shows: '试验' }),
  'premises.remove-photo': () => ({}),
  'premises.end-lease': () => ({ version: 9 }),
  'premises.set-standing': () => ({ version: 9, standing: 'withdrawn' }),
}
