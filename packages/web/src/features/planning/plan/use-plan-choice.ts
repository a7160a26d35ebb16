/**
 * What is tried out and what is looked at, kept in the address: `?sign=C1,C3&days=A703.8&view=approval&step=M307&list=1`.
 * A link says it all, and a page that is loaded anew shows the same.
 */

import { useLocation, useSearch } from 'wouter'
import type { WirePlan } from './wire-plan.ts'

/** What the address says. */
export interface PlanAddress {
  /** undefined = what is really signed */
  readonly sign: readonly string[] | undefined
  readonly days: Readonly<Record<string, number>>
  readonly view: WirePlan['view']
  readonly step: string | undefined
  readonly list: boolean
  readonly only: boolean
}

/** What may be changed; undefined takes it out of the address. */
export type AddressChange = { readonly [K in keyof PlanAddress]?: PlanAddress[K] | undefined }

export function usePlanChoice(): readonly [PlanAddress, (change: AddressChange) => void] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const address = addressIn(search)
  const change = (changes: AddressChange) => {
    const query = queryOf({ ...address, ...changes })
    navigate(query === '' ? path : `${path}?${query}`, { replace: true })
  }
  return [address, change]
}

/** Which view the address asks for. */
export function usePlanView(): PlanAddress['view'] {
  return addressIn(useSearch()).view
}

/** Reads the query of an address; what it cannot read it leaves out. */
export function addressIn(search: string): PlanAddress {
  const query = new URLSearchParams(search)
  const sign = query.get('sign')
  return {
    sign: sign === null ? undefined : sign.split(',').filter(Boolean),
    days: daysIn(query.get('days') ?? ''),
    view: query.get('view') === 'approval' ? 'approval' : 'project',
    step: query.get('step') ?? undefined,
    list: query.has('list'),
    only: query.has('only'),
  }
}

function daysIn(text: string): Readonly<Record<string, number>> {
  const entries = text.split(',').flatMap((entry) => {
    const [, id, days] = /^(\w+)\.(\d{1,4})$/.exec(entry) ?? []
    return id === undefined ? [] : [[id, Number(days)] as const]
  })
  return Object.fromEntries(entries)
}

/** Writes the query of an address; what stands as it would without it is left out. */
export function queryOf({ sign, days, view, step, list, only }: AddressChange): string {
  const written = Object.entries(days ?? {}).map(([id, value]) => `${id}.${value}`)
  const parts = [
    sign === undefined ? '' : `sign=${sign.join(',')}`,
    written.length === 0 ? '' : `days=${written.join(',')}`,
    view === 'approval' ? 'view=approval' : '',
    step === undefined ? '' : `step=${encodeURIComponent(step)}`,
    list ? 'list=1' : '',
    only ? 'only=1' : '',
  ]
  return parts.filter(Boolean).join('&')
}
