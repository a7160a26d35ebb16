/**
 * Keys of the desk of leads in tests: made and put in force as two browsers do it, and content keys sealed over to an heir.
 */

import { webcrypto } from 'node:crypto'
import {
  type EnvelopePlace,
  makeLockedKey,
  type Opener,
  type Reader,
  unwrapKey,
  type Wrap,
  wrapKey,
} from '@guanjia/core/leads'
import type { Browser } from '../test-app/index.ts'

/** The passphrase of every key here. */
export const phrase = '一句只有承办人自己记得的话'

type Office = 'handler' | 'keeper'

/** Makes a key in somebody's browser and proposes it; what opens it, and what the house answered. */
export async function proposeKey(
  who: Browser,
  office: Office,
): Promise<{ readonly opener: Opener; readonly answer: Awaited<ReturnType<Browser['post']>> }> {
  const made = await makeLockedKey(webcrypto, phrase)
  if (!made.ok) throw new Error(made.code)
  const { locked, opener } = made.value
  return { opener, answer: await who.post('/api/leads/keys', { office, ...locked }) }
}

/** Makes a key that is in force, because a witness has its sheet. */
export async function keyInForce(who: Browser, office: Office, witness: Browser): Promise<Opener> {
  const { opener, answer } = await proposeKey(who, office)
  const taken = await witness.post(`/api/leads/keys/${opener.keyId}/sheet`)
  if (answer.status !== 201 || taken.status !== 200) throw new Error(`${answer.text} ${taken.text}`)
  return opener
}

/** What somebody may hand over, as the house answers it. */
export interface HandOverDraft {
  readonly wraps: readonly {
    readonly leadId: string
    readonly envelopeId: string
    readonly part: EnvelopePlace['part']
    readonly own: Wrap
  }[]
  readonly shares: readonly { readonly leadId: string; readonly own: Wrap }[]
}

/** The envelopes and names of a draft sealed over to an heir, as the house takes them. */
export async function sealedOver({ wraps, shares }: HandOverDraft, opener: Opener, heir: Reader) {
  return {
    wraps: await Promise.all(
      wraps.map(async ({ leadId, envelopeId, part, own }) => ({
        envelopeId,
        sealed: await resealed({ leadId, part }, own, { opener, heir }),
      })),
    ),
    shares: await Promise.all(
      shares.map(async ({ leadId, own }) => ({
        leadId,
        sealed: await resealed({ leadId, part: 'identity' }, own, { opener, heir }),
      })),
    ),
  }
}

async function resealed(
  place: EnvelopePlace,
  own: Wrap,
  { opener, heir }: { readonly opener: Opener; readonly heir: Reader },
): Promise<string> {
  const contentKey = await unwrapKey(webcrypto, place, [own], opener)
  if (contentKey === undefined) throw new Error('not one’s own')
  const [wrap] = await wrapKey(webcrypto, place, contentKey, [heir])
  return wrap?.sealed ?? ''
}
