/**
 * What the phone keeps for one observer: their page as it was last, and the findings that wait. Everybody has a store of
 * their own, which nobody else's page opens.
 */

import { createStore, del, entries, get, set } from 'idb-keyval'
import type { OwnPage, QueuedFinding } from './finding-record.ts'

/** The store of one observer. */
export interface FindingStore {
  readonly page: () => Promise<OwnPage | undefined>
  readonly keepPage: (page: OwnPage) => Promise<void>
  /** the findings that wait, the oldest first */
  readonly findings: () => Promise<readonly QueuedFinding[]>
  readonly keep: (finding: QueuedFinding) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

const personPlace = 'guanjia-observe-person'
const pageKey = 'page'
const findingPrefix = 'finding '

/** Opens the store of a person. */
export function openFindingStore(personId: string): FindingStore {
  const store = createStore(`guanjia-observe-${personId}`, 'kept')
  return {
    page: () => get<OwnPage>(pageKey, store),
    keepPage: (page) => set(pageKey, page, store),
    findings: async () => {
      const all = await entries<string, QueuedFinding>(store)
      return all
        .flatMap(([key, finding]) => (key.startsWith(findingPrefix) ? [finding] : []))
        .toSorted((one, other) => (one.noticedAt < other.noticedAt ? -1 : 1))
    },
    keep: (finding) => set(findingPrefix + finding.id, finding, store),
    remove: (id) => del(findingPrefix + id, store),
  }
}

/** Whose page was open on this device last: whose findings are shown without network. */
export function rememberedObserver(): string | undefined {
  return localStorage.getItem(personPlace) ?? undefined
}

/** Remembers who is signed in; nobody where they have signed out. */
export function rememberObserver(personId: string | undefined): void {
  if (personId === undefined) localStorage.removeItem(personPlace)
  else localStorage.setItem(personPlace, personId)
}
