/**
 * The secret links of plans. The token of a link is kept nowhere: it follows from the id of its share and a key of the key
 * folder, so that a link can be told again to whom it belongs, and a copy of the database opens none.
 */

import { createHash, createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readOrCreateSecret } from '../../platform/signing/index.ts'

/** What a share opens: the plan for reading, or its days for a calendar. */
export type ShareKind = 'read' | 'calendar'

/** Makes links and makes them again. */
export interface ShareLinks {
  readonly urlOf: (share: { readonly id: string; readonly kind: ShareKind }) => string
  /** what of a link is kept to find it by */
  readonly tokenHashOf: (id: string) => string
}

/** 128 bits */
const tokenBytes = 16

/** The links of a house that is reached under `origin`; the key is made where there is none. */
export function openShareLinks(keysFolder: string, origin: string): ShareLinks {
  const path = join(keysFolder, 'share-links.key')
  const key = Buffer.from(
    readOrCreateSecret(path, () => randomBytes(32).toString('hex')),
    'hex',
  )
  const tokenOf = (id: string) =>
    createHmac('sha256', key).update(id).digest().subarray(0, tokenBytes).toString('base64url')
  return {
    urlOf: ({ id, kind }) =>
      kind === 'read'
        ? `${origin}/plan/${tokenOf(id)}`
        : `${origin}/api/shared-plans/${tokenOf(id)}/calendar.ics`,
    tokenHashOf: (id) => shareTokenHash(tokenOf(id)),
  }
}

/** Hash under which a token is found. */
export function shareTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
