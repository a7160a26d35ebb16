/**
 * What the phone keeps for one observer: their page as it was last, and the findings that wait. Everybody has a store of
 * their own, which nobody else's page opens.
 */

import { createStore, del, entries, get, set } from 'idb-keyval'
import { noteKept } from '../../../../ui/offline/kept-here.ts'
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
  const database = `guanjia-observe-${personId}`
  const store = createStore(database, 'kept')
  const findings = async () => {
    const all = await entries<string, QueuedFinding>(store)
    return all
      .flatMap(([key, finding]) => (key.startsWith(findingPrefix) ? [finding] : []))
      .toSorted((one, other) => (one.noticedAt < other.noticedAt ? -1 : 1))
  }
  const note = async () => {
    noteKept({ database, page: '/my/observe', waiting: (await findings()).length })
  }
  return {
    page: () => get<OwnPage>(pageKey, store),
    keepPage: async (page) => {
      await set(pageKey, page, store)
      await note()
    },
    findings,
    keep: async (finding) => {
      await set(findingPrefix + finding.id, finding, store)
      await note()
    },
    remove: async (id) => {
      await del(findingPrefix + id, store)
      await note()
    },
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
