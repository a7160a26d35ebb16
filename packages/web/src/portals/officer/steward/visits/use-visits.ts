/**
 * What the page of visits knows: who is here, their projects, what waits, and whether the network is there.
 */

import { useCallback, useEffect, useState } from 'react'
import { call } from '../../../../api/call.ts'
import { useOnline } from '../../../../ui/offline/use-online.ts'
import type { KeptProject, KeptVisit } from './visit-record.ts'
import { visitSender } from './visit-sender.ts'
import {
  openVisitStore,
  rememberedPerson,
  rememberPerson,
  type VisitPerson,
  type VisitStore,
} from './visit-store.ts'
import { syncVisits } from './visit-sync.ts'

/** The page's knowledge and what it can do. */
export interface Visits {
  /** undefined until it is known; null where nobody has signed in on this device */
  readonly person: VisitPerson | null | undefined
  readonly projects: readonly KeptProject[]
  readonly waiting: readonly KeptVisit[]
  readonly isOnline: boolean
  readonly keep: (visit: KeptVisit) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  readonly send: () => Promise<void>
}

export function useVisits(): Visits {
  const isOnline = useOnline()
  const person = usePerson(isOnline)
  const [projects, setProjects] = useState<readonly KeptProject[]>([])
  const [waiting, setWaiting] = useState<readonly KeptVisit[]>([])
  const [store, setStore] = useState<VisitStore>()
  useEffect(() => setStore(person ? openVisitStore(person.personId) : undefined), [person])
  const send = useCallback(async () => {
    if (store === undefined) return
    // one page at a time: two would upload every photo twice
    await navigator.locks.request('guanjia-visits', () => syncVisits(store, visitSender))
    setWaiting(await store.visits())
  }, [store])
  useEffect(() => {
    if (store === undefined) return
    void freshProjects(store, isOnline).then(setProjects)
    void store.visits().then(setWaiting)
    if (isOnline) void send()
  }, [store, isOnline, send])
  return {
    person,
    projects,
    waiting,
    isOnline,
    send,
    keep: async (visit) => {
      if (store === undefined) return
      await store.keep(visit)
      setWaiting(await store.visits())
      if (navigator.onLine) await send()
    },
    remove: async (id) => {
      if (store === undefined) return
      await store.remove(id)
      setWaiting(await store.visits())
    },
  }
}

/** Whoever is signed in; without network whoever was, until they sign out. */
function usePerson(isOnline: boolean): VisitPerson | null | undefined {
  const [person, setPerson] = useState<VisitPerson | null>()
  useEffect(() => {
    let gone = false
    void call('GET /api/session').then((answer) => {
      if (gone) return
      if (!answer.ok) return setPerson(rememberedPerson() ?? null)
      if (!answer.value.signedIn) return setPerson(null)
      const { personId, name } = answer.value
      rememberPerson({ personId, name })
      setPerson((known) => (known?.personId === personId ? known : { personId, name }))
    })
    return () => {
      gone = true
    }
  }, [isOnline])
  return person
}

/** The projects of now where the network is there, else those of the last time. */
async function freshProjects(store: VisitStore, isOnline: boolean): Promise<readonly KeptProject[]> {
  const answer = isOnline ? await call('GET /api/stewards/board') : undefined
  if (answer?.ok !== true) return store.projects()
  const projects = answer.value.rows.map(({ id, number, name, risk }) => ({
    id,
    number,
    name,
    gate: risk === null ? null : { step: risk.step, name: risk.stepName },
  }))
  await store.keepProjects(projects)
  return projects
}
