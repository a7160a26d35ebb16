/**
 * What the phone keeps for one person: their projects and the visits that wait. Every person has a store of their own,
 * which nobody else's page opens, and which ends with the log-out.
 */

import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval'
import type { KeptProject, KeptVisit } from './visit-record.ts'

/** Who keeps visits on this device. */
export interface VisitPerson {
  readonly personId: string
  readonly name: string
}

/** The store of one person. */
export interface VisitStore {
  readonly projects: () => Promise<readonly KeptProject[]>
  readonly keepProjects: (projects: readonly KeptProject[]) => Promise<void>
  /** the visits that wait, the oldest first */
  readonly visits: () => Promise<readonly KeptVisit[]>
  readonly keep: (visit: KeptVisit) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

const personPlace = 'guanjia-visits-person'
const projectsKey = 'projects'
const visitPrefix = 'visit '

function nameOf(personId: string): string {
  return `guanjia-visits-${personId}`
}

/** Opens the store of a person. */
export function openVisitStore(personId: string): VisitStore {
  const store: UseStore = createStore(nameOf(personId), 'kept')
  return {
    projects: async () => (await get<readonly KeptProject[]>(projectsKey, store)) ?? [],
    keepProjects: (projects) => set(projectsKey, projects, store),
    visits: async () => {
      const all = await entries<string, KeptVisit>(store)
      return all
        .flatMap(([key, visit]) => (key.startsWith(visitPrefix) ? [visit] : []))
        .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    },
    keep: (visit) => set(visitPrefix + visit.id, visit, store),
    remove: (id) => del(visitPrefix + id, store),
  }
}

/** The person who last signed in on this device and has not signed out: whose visits are shown without network. */
export function rememberedPerson(): VisitPerson | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(personPlace) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'personId' in kept && 'name' in kept
      ? (kept as VisitPerson)
      : undefined
  } catch {
    return undefined
  }
}

/** Remembers who is signed in. */
export function rememberPerson(person: VisitPerson): void {
  localStorage.setItem(personPlace, JSON.stringify(person))
}

/** How many visits wait on this device for whoever is signed in. */
export async function countWaiting(): Promise<number> {
  const person = rememberedPerson()
  return person === undefined ? 0 : (await openVisitStore(person.personId).visits()).length
}

/** Deletes what the device keeps of whoever signs out, the page that works without network included. */
export async function forgetVisits(): Promise<void> {
  const person = rememberedPerson()
  if (person === undefined) return
  localStorage.removeItem(personPlace)
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(nameOf(person.personId))
    // a store that another page still holds open goes when that page does
    for (const end of ['success', 'error', 'blocked']) request.addEventListener(end, () => resolve())
  })
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith('guanjia-visits')).map((name) => caches.delete(name)),
  )
  const registrations = await navigator.serviceWorker.getRegistrations()
  await Promise.all(registrations.map((registration) => registration.unregister()))
}
