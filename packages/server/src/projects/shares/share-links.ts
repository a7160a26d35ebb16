/**
 * The secret links of plans; the salt of a link is the id of its share.
 */

import { openSecretTokens } from '../../platform/secret-links.ts'

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

/** The links of a house that is reached under `origin`. */
export function openShareLinks(keysFolder: string, origin: string): ShareLinks {
  const { tokenOf, tokenHashOf } = openSecretTokens(keysFolder, 'share-links', tokenBytes)
  return {
    urlOf: ({ id, kind }) =>
      kind === 'read'
        ? `${origin}/plan/${tokenOf(id)}`
        : `${origin}/api/shared-plans/${tokenOf(id)}/calendar.ics`,
    tokenHashOf,
  }
}
