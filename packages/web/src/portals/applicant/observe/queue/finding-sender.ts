/**
 * Sends findings and photos by the routes that every page uses.
 */

import { type Called, call } from '../../../../api/call.ts'
import type { QueuedFinding } from './finding-record.ts'
import type { FindingSender, Sent } from './finding-sync.ts'

const signedOut = 401

function sentBy<Value>(answer: Called<Value>): Sent<Value> {
  if (answer.ok) return { outcome: 'arrived', value: answer.value }
  const { status, code, title, detail } = answer.problem
  if (status === 0 || status >= 500 || status === 429) return { outcome: 'unreachable' }
  if (code === 'photo-not-kept') return { outcome: 'photos-forgotten' }
  return status === signedOut ? { outcome: 'signed-out' } : { outcome: 'refused', title, detail }
}

async function sendFinding(finding: QueuedFinding): Promise<Sent> {
  const { id, task, topic, words, place, point, photos, noticedAt } = finding
  const body = {
    task,
    topic,
    words,
    noticedAt,
    photos: photos.flatMap(({ keptAs }) => keptAs ?? []),
    ...(place !== '' && { place }),
    ...(point !== null && { point }),
  }
  const sent = sentBy(await call('POST /api/my/observer/findings', { body, key: id }))
  return sent.outcome === 'arrived' ? { outcome: 'arrived', value: undefined } : sent
}

/** The way to the house. */
export const findingSender: FindingSender = {
  photo: async ({ bytes }) => {
    const sent = sentBy(await call('POST /api/voice/photos', { body: { bytes } }))
    return sent.outcome === 'arrived' ? { outcome: 'arrived', value: sent.value.id } : sent
  },
  finding: sendFinding,
}
