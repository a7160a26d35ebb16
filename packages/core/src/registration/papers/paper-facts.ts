/**
 * What the answers say about the papers they need.
 */

import type { Facts } from '../../rules/index.ts'
import { readScope, type ScopeCatalogue } from '../application/business-scope.ts'
import type { ApplicationDraft } from '../application/company-application.ts'

/** The facts that a condition may read. */
export const paperFactNames = [
  'ownArticles',
  'premises',
  'permitFirst',
  'nonMoney',
  'companyHolders',
  'nameWantsProof',
  'situations',
] as const

/** What has to be known besides the answers. */
export interface PaperSetting {
  readonly scope: ScopeCatalogue
  /** the name may be used only with an approval or an authorisation (rules C7, C8) */
  readonly nameWantsProof: boolean
}

/** The facts of a draft; what was not answered yet asks for nothing. */
export function paperFacts(draft: ApplicationDraft, { scope, nameWantsProof }: PaperSetting): Facts {
  const { seat, premises, special = [], parties = [] } = draft
  const holders = draft.kind === 'LLC' ? (draft.shareholders ?? []) : []
  const companies = new Set(parties.flatMap(({ kind, id }) => (kind === 'company' ? [id] : [])))
  return {
    ownArticles: draft.kind === 'LLC' && draft.articles?.model === false,
    premises: seat === undefined && premises !== undefined ? premises.right : 'none',
    permitFirst: readScope(scope, draft.scope).needsPriorPermit,
    nonMoney: holders.some(({ form }) => form !== 'money'),
    companyHolders: holders.some(({ partyId }) => companies.has(partyId)),
    nameWantsProof,
    situations: [...special],
  } satisfies Record<(typeof paperFactNames)[number], Facts[string]>
}
