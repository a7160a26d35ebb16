/**
 * Sends what waits, in the order in which it was: the visit first, its photos after it. What did not arrive stays; what
 * arrived and was not answered is sent again under the same ids.
 */

import type { KeptPhoto, KeptVisit } from './visit-record.ts'
import type { VisitStore } from './visit-store.ts'

/** How a sending came out. */
export type Sent =
  | { readonly outcome: 'arrived' }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'signed-out' }
  | { readonly outcome: 'refused'; readonly title: string; readonly detail: string }

/** The way to the house. */
export interface VisitSender {
  readonly visit: (visit: KeptVisit) => Promise<Sent>
  readonly photo: (visit: KeptVisit, photo: KeptPhoto) => Promise<Sent>
}

/** Sends every visit that waits; ends at the first one that the network keeps back. True where nothing is left. */
export async function syncVisits(
  store: Pick<VisitStore, 'visits' | 'keep' | 'remove'>,
  sender: VisitSender,
): Promise<boolean> {
  let isEmpty = true
  for (const visit of await store.visits()) {
    const sent = await syncVisit(store, sender, visit)
    if (sent.outcome === 'unreachable' || sent.outcome === 'signed-out') return false
    if (sent.outcome === 'refused') isEmpty = false
  }
  return isEmpty
}

/** What was done is written down at once, so that a page that is closed in between goes on where it was. */
async function syncVisit(
  store: Pick<VisitStore, 'keep' | 'remove'>,
  sender: VisitSender,
  waiting: KeptVisit,
): Promise<Sent> {
  let visit = waiting
  if (!visit.isRecorded) {
    const sent = await sender.visit(visit)
    if (sent.outcome !== 'arrived') return noted(store, visit, sent)
    visit = { ...visit, isRecorded: true, refused: null }
    await store.keep(visit)
  }
  for (const photo of visit.photos.filter(({ isSent }) => !isSent)) {
    const sent = await sender.photo(visit, photo)
    if (sent.outcome !== 'arrived') return noted(store, visit, sent)
    const photos = visit.photos.map((one) => (one.id === photo.id ? { ...one, isSent: true } : one))
    visit = { ...visit, photos }
    await store.keep(visit)
  }
  await store.remove(visit.id)
  return { outcome: 'arrived' }
}

async function noted(store: Pick<VisitStore, 'keep'>, visit: KeptVisit, sent: Sent): Promise<Sent> {
  if (sent.outcome === 'refused')
    await store.keep({ ...visit, refused: { title: sent.title, detail: sent.detail } })
  return sent
}
