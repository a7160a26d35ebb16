/**
 * Reads a route for a component: from what the server has put into the page, else over the network.
 */

import type { ProblemDocument } from '@guanjia/contract/problem'
import { useEffect, useState } from 'react'
import { usePage } from '../page.tsx'
import { addressOf, type CallInput, type CallOutput, call, type RouteName } from './call.ts'

/** How far a reading is. */
export type Reading<T> = (
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'refused'; readonly problem: ProblemDocument }
) & {
  /** reads it afresh; what is on its way meanwhile is not waited for, it may be older than what was just done */
  readonly again: () => void
}

interface Kept<T> {
  readonly address: string
  readonly value?: T
  readonly problem?: ProblemDocument
}

/** Reads a GET route; `again` reads it afresh. */
export function useApi<Name extends RouteName>(
  name: Name,
  ...[sent]: Record<never, never> extends CallInput<Name> ? [CallInput<Name>?] : [CallInput<Name>]
): Reading<CallOutput<Name>> {
  const { data } = usePage()
  const address = addressOf(name, sent ?? {})
  const given = startOf<CallOutput<Name>>(data[`GET ${address}`], address)
  const [kept, keep] = useState<Kept<CallOutput<Name>>>(given)
  const [round, setRound] = useState(0)
  const isKnown = kept.address === address && (kept.value !== undefined || kept.problem !== undefined)
  useEffect(() => {
    if (isKnown && round === 0) return
    let gone = false
    const arguments_ = [name, sent] as unknown as Parameters<typeof call<Name>>
    void call<Name>(...arguments_).then((answer) => {
      if (gone) return
      if (answer.ok) keep({ address, value: answer.value })
      else
        keep((before) =>
          isStill(before, address, answer.problem) ? before : { address, problem: answer.problem },
        )
    })
    return () => {
      gone = true
    }
    // the address says everything that `sent` holds
  }, [address, round])
  const again = () => setRound((count) => count + 1)
  if (kept.address !== address) return { state: 'loading', again }
  if (kept.problem !== undefined) return { state: 'refused', problem: kept.problem, again }
  return kept.value === undefined ? { state: 'loading', again } : { state: 'ready', value: kept.value, again }
}

/** What is read once stays where reading it again fails for a moment: somebody may be writing beside it. */
function isStill(before: Kept<unknown>, address: string, { status }: ProblemDocument): boolean {
  return before.address === address && before.value !== undefined && (status === 0 || status >= 500)
}

function startOf<T>(given: unknown, address: string): Kept<T> {
  if (given === undefined) return { address: '' }
  const isProblem = typeof given === 'object' && given !== null && 'correlationId' in given && 'code' in given
  return isProblem ? { address, problem: given as ProblemDocument } : { address, value: given as T }
}
