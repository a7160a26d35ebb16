/**
 * The facts of a licence that can be corrected, and what each is corrected to.
 */

import type { KeptFile, Premises } from '@guanjia/core/registration'

/** What somebody wants corrected; premises of one's own with the file that proves the right to them. */
export type CorrectionWish =
  | { readonly field: 'name'; readonly name: string }
  | { readonly field: 'premises'; readonly seat: string }
  | (Premises & { readonly field: 'own-premises'; readonly proof: KeptFile })
  | { readonly field: 'representative'; readonly partyId: string }
  | { readonly field: 'capital'; readonly amount: string }
  | { readonly field: 'scope'; readonly entryIds: readonly string[] }
