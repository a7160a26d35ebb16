/**
 * Sends what waits, in the order in which it was noted: the photos first, then the finding that hands them in. What did not
 * arrive stays; what arrived and was not answered is sent again under the same key.
 */

import type { QueuedFinding, QueuedPhoto } from './finding-record.ts'
import type { FindingStore } from './finding-store.ts'

/** How a sending came out. */
export type Sent<Value = void> =
  | { readonly outcome: 'arrived'; readonly value: Value }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'signed-out' }
  /** the house has forgotten the photos meanwhile */
  | { readonly outcome: 'photos-forgotten' }
  | { readonly outcome: 'refused'; readonly title: string; readonly detail: string }

/** The way to the house. */
export interface FindingSender {
  /** gives the id under which the house keeps the photo */
  readonly photo: (photo: QueuedPhoto) => Promise<Sent<string>>
  readonly finding: (finding: QueuedFinding) => Promise<Sent>
}

type Shelf = Pick<FindingStore, 'findings' | 'keep' | 'remove'>

/** Sends every finding that waits; ends at the first one that the network keeps back. True where nothing is left. */
export async function syncFindings(store: Shelf, sender: FindingSender): Promise<boolean> {
  let isEmpty = true
  for (const finding of await store.findings()) {
    const sent = await syncFinding(store, sender, finding)
    if (sent.outcome === 'unreachable' || sent.outcome === 'signed-out') return false
    if (sent.outcome !== 'arrived') isEmpty = false
  }
  return isEmpty
}

/** What was done is written down at once, so that a page that is closed in between goes on where it was. */
async function syncFinding(store: Shelf, sender: FindingSender, waiting: QueuedFinding): Promise<Sent> {
  let finding = waiting
  for (const photo of finding.photos.filter(({ keptAs }) => keptAs === null)) {
    const sent = await sender.photo(photo)
    if (sent.outcome !== 'arrived') return noted(store, finding, sent)
    const photos = finding.photos.map((one) => (one.id === photo.id ? { ...one, keptAs: sent.value } : one))
    finding = { ...finding, photos }
    await store.keep(finding)
  }
  const sent = await sender.finding(finding)
  if (sent.outcome !== 'arrived') return noted(store, finding, sent)
  await store.remove(finding.id)
  return sent
}

async function noted<Outcome extends Exclude<Sent, { outcome: 'arrived' }>>(
  store: Shelf,
  finding: QueuedFinding,
  sent: Outcome,
): Promise<Outcome> {
  if (sent.outcome === 'refused')
    await store.keep({ ...finding, refused: { title: sent.title, detail: sent.detail } })
  if (sent.outcome === 'photos-forgotten')
    await store.keep({ ...finding, photos: finding.photos.map((photo) => ({ ...photo, keptAs: null })) })
  return sent
}
