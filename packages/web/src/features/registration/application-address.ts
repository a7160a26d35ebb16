/**
 * Where an application of a list is gone on with, signed, or seen.
 */

import { flowAddress } from './step-order.ts'

interface Line {
  readonly id: string
  readonly stage: string
}

/** Where its owner goes on with it, or sees what came of it. */
export function registrationAddress({ id, stage }: Line): string {
  return stage === 'draft' || stage === 'signing' ? flowAddress('resume', id) : `/my/cases/${id}`
}

/** Where a signer signs: behind their own link; where it has run out, the page that says how signing stands. */
export function signAddress({ id, url }: { readonly id: string; readonly url: string | null }): string {
  return url === null ? flowAddress('sign', id) : pathOf(url)
}

/** A link of this house without the house. */
export function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, '')
}
