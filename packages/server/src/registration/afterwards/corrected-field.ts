/**
 * The facts of a licence that can be corrected, and what each is corrected to.
 */

/** What somebody wants corrected. */
export type CorrectionWish =
  | { readonly field: 'name'; readonly name: string }
  | { readonly field: 'premises'; readonly seat: string }
  | { readonly field: 'representative'; readonly partyId: string }
  | { readonly field: 'capital'; readonly amount: string }
  | { readonly field: 'scope'; readonly entryIds: readonly string[] }
