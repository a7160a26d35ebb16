/**
 * What the observer's page knows: whose it is, what there is to choose from, what waits, and whether the network is there.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useCallback, useEffect, useState } from 'react'
import { call } from '../../../api/call.ts'
import { useOnline } from '../../../ui/offline/use-online.ts'
import type { OwnPage, QueuedFinding } from './queue/finding-record.ts'
import { findingSender } from './queue/finding-sender.ts'
import {
  type FindingStore,
  openFindingStore,
  rememberedObserver,
  rememberObserver,
} from './queue/finding-store.ts'
import { syncFindings } from './queue/finding-sync.ts'

/** The page's knowledge and what it can do. */
export interface Observer {
  /** undefined until it is known */
  readonly page: OwnPage | undefined
  /** why there is no page: nobody signed in, no term that runs */
  readonly problem: ProblemDocument | undefined
  readonly waiting: readonly QueuedFinding[]
  readonly isOnline: boolean
  /** how many were sent since the page was opened */
  readonly sent: number
  readonly keep: (finding: QueuedFinding) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  readonly send: () => Promise<void>
}

interface Whose {
  readonly page?: OwnPage
  readonly problem?: ProblemDocument
  readonly store?: FindingStore
}

export function useObserver(): Observer {
  const isOnline = useOnline()
  const [whose, setWhose] = useState<Whose>({})
  const [waiting, setWaiting] = useState<readonly QueuedFinding[]>([])
  const [sent, setSent] = useState(0)
  const { store } = whose
  useEffect(() => {
    let gone = false
    void look().then(
      (found) =>
        !gone && setWhose((before) => (found.page === undefined && isPassing(found) ? before : found)),
    )
    return () => {
      gone = true
    }
  }, [isOnline])
  const send = useCallback(async () => {
    if (store === undefined) return
    const before = await store.findings()
    // one page at a time: two would upload every photo twice
    await navigator.locks.request('guanjia-observe', () => syncFindings(store, findingSender))
    const after = await store.findings()
    setWaiting(after)
    setSent((count) => count + before.length - after.length)
  }, [store])
  useEffect(() => {
    if (store === undefined) return
    void store.findings().then(setWaiting)
    if (isOnline) void send()
  }, [store, isOnline, send])
  return {
    page: whose.page,
    problem: whose.problem,
    waiting,
    isOnline,
    sent,
    send,
    keep: async (finding) => {
      if (store === undefined) return
      await store.keep(finding)
      setWaiting(await store.findings())
      // on the way it may be long: what is kept here is safe, and the next finding can be written
      if (navigator.onLine) void send()
    },
    remove: async (id) => {
      if (store === undefined) return
      await store.remove(id)
      setWaiting(await store.findings())
    },
  }
}

/** Nobody is signed in, or no term runs; everything else passes. */
const gone: readonly number[] = [401, 403, 404]

function isPassing({ problem }: Whose): boolean {
  return problem !== undefined && !gone.includes(problem.status)
}

/** The page as it is now; without network as it was, for whoever it was open for. */
async function look(): Promise<Whose> {
  const [session, answer] = await Promise.all([call('GET /api/session'), call('GET /api/my/observer')])
  if (!answer.ok)
    return gone.includes(answer.problem.status) ? nobody(answer.problem) : lastLook(answer.problem)
  if (!session.ok) return lastLook(session.problem)
  if (!session.value.signedIn) return {}
  const { personId } = session.value
  const store = openFindingStore(personId)
  rememberObserver(personId)
  await store.keepPage(answer.value)
  return { page: answer.value, store }
}

function nobody(problem: ProblemDocument): Whose {
  rememberObserver(undefined)
  return { problem }
}

async function lastLook(problem: ProblemDocument): Promise<Whose> {
  const known = rememberedObserver()
  if (known === undefined) return { problem }
  const store = openFindingStore(known)
  const page = await store.page()
  return page === undefined ? { problem } : { page, store }
}
