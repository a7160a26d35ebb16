/**
 * Sends visits and photos by the routes that every page uses.
 */

import { type Called, call } from '../../../../api/call.ts'
import type { KeptPhoto, KeptVisit } from './visit-record.ts'
import type { Sent, VisitSender } from './visit-sync.ts'

const signedOut = 401

function sentBy(answer: Called<unknown>): Sent {
  if (answer.ok) return { outcome: 'arrived' }
  const { status, title, detail } = answer.problem
  if (status === 0 || status >= 500 || status === 429) return { outcome: 'unreachable' }
  return status === signedOut ? { outcome: 'signed-out' } : { outcome: 'refused', title, detail }
}

async function sendVisit(visit: KeptVisit): Promise<Sent> {
  const { id, projectId, at, text, place, position, checked, nextContactOn } = visit
  const body = {
    id,
    channel: 'visit' as const,
    by: 'steward' as const,
    at,
    text,
    checked: [...checked],
    ...(place !== '' && { place }),
    ...(position !== null && { position }),
    ...(nextContactOn !== '' && { nextContactOn }),
  }
  return sentBy(await call('POST /api/projects/:id/contacts', { params: { id: projectId }, body, key: id }))
}

async function sendPhoto({ id: contact, projectId }: KeptVisit, { id, bytes }: KeptPhoto): Promise<Sent> {
  const started = await call('POST /api/evidence/uploads', { body: { name: `${id}.jpg`, size: bytes.size } })
  if (!started.ok) return sentBy(started)
  const { id: upload, partBytes } = started.value
  for (let offset = 0; offset < bytes.size; offset += partBytes) {
    const part = await asBase64(bytes.slice(offset, offset + partBytes))
    const body = { offset, bytes: part }
    const appended = await call('POST /api/evidence/uploads/:id/parts', { params: { id: upload }, body })
    if (!appended.ok) return sentBy(appended)
  }
  const body = { id, contact, upload }
  return sentBy(await call('POST /api/projects/:id/photos', { params: { id: projectId }, body }))
}

async function asBase64(part: Blob): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.addEventListener('error', () => reject(new Error('the photo could not be read')))
    reader.readAsDataURL(part)
  })
  return address.slice(address.indexOf(',') + 1)
}

/** The way to the house over the network. */
export const visitSender: VisitSender = { visit: sendVisit, photo: sendPhoto }
