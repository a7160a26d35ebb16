/**
 * Content keys and shares sealed anew to a successor, in this browser.
 */

import {
  type EnvelopePlace,
  type Opener,
  type Reader,
  unwrapKey,
  type Wrap,
  wrapKey,
} from '@guanjia/core/leads'
import type { CallOutput } from '../../../../api/call.ts'

type Draft = CallOutput<'GET /api/leads/hand-overs/draft'>

/** What no open key fitted. */
export interface LeftOut {
  readonly envelopes: number
  readonly names: number
}

/** What the open keys can hand over, and how many envelopes and names none of them opens. */
export async function sealedOver({ publicKey, ...draft }: Draft, to: string, openers: readonly Opener[]) {
  const heir = { keyId: to, publicKey }
  const wraps: { envelopeId: string; sealed: string }[] = []
  // whoever gives may hold two keys to one envelope: it is handed over once
  const done = new Set<string>()
  for (const { leadId, envelopeId, part, own } of draft.wraps) {
    if (done.has(envelopeId)) continue
    const place = { leadId, part: part as EnvelopePlace['part'] }
    const sealed = await resealed(place, own, { openers, heir })
    if (sealed === undefined) continue
    done.add(envelopeId)
    wraps.push({ envelopeId, sealed })
  }
  const shares: { leadId: string; sealed: string }[] = []
  for (const { leadId, own } of draft.shares) {
    if (shares.some((share) => share.leadId === leadId)) continue
    const sealed = await resealed({ leadId, part: 'identity' }, own, { openers, heir })
    if (sealed !== undefined) shares.push({ leadId, sealed })
  }
  const leftOut = {
    envelopes: countOf(draft.wraps.map(({ envelopeId }) => envelopeId)) - wraps.length,
    names: countOf(draft.shares.map(({ leadId }) => leadId)) - shares.length,
  }
  return { wraps, shares, leftOut }
}

function countOf(ids: readonly string[]): number {
  return new Set(ids).size
}

interface People {
  readonly openers: readonly Opener[]
  readonly heir: Reader
}

/** One key sealed to somebody else; undefined where none of the openers has it. */
export async function resealed(
  place: EnvelopePlace,
  own: Wrap,
  { openers, heir }: People,
): Promise<string | undefined> {
  for (const opener of openers) {
    const key = await unwrapKey(crypto, place, [own], opener)
    if (key === undefined) continue
    const [wrap] = await wrapKey(crypto, place, key, [heir])
    return wrap?.sealed
  }
  return undefined
}
