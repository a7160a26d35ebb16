/**
 * Whom the answers name: shares, posts and signatures refer to people and companies by a key within the application. Whoever
 * leaves the application leaves everything they held in it, so that nobody inherits it unasked.
 */

import type {
  ApplicationDraft,
  IndividualBusinessDraft,
  LimitedCompanyDraft,
  Party,
} from './company-application.ts'
import type { CompanyPosts, Supervision } from './posts.ts'

/** The answers without a party: its shares are gone, its posts are vacant. */
export function withoutParty<Draft extends ApplicationDraft>(draft: Draft, id: string): Draft {
  const { parties = [] } = draft
  return withoutStrangers({ ...draft, parties: parties.filter((party) => party.id !== id) })
}

/** The answers without what they give to keys that name nobody; answers that name no parties yet stay as they are. */
export function withoutStrangers<Draft extends ApplicationDraft>(draft: Draft): Draft
export function withoutStrangers(draft: ApplicationDraft): ApplicationDraft {
  const { parties } = draft
  if (parties === undefined) return draft
  const named = namedIn(parties)
  const known = parties.map((party) =>
    party.kind === 'company' ? { ...party, signedBy: named.person(party.signedBy) } : party,
  )
  return draft.kind === 'LLC'
    ? companyOf({ ...draft, parties: known }, named)
    : businessOf({ ...draft, parties: known }, named)
}

/** A key for whoever is named next: one above the highest number in use. */
export function freshPartyKey(parties: readonly Pick<Party, 'id'>[], kind: Party['kind']): string {
  const numbers = parties.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0))
  return `${kind === 'person' ? 'p' : 'c'}${Math.max(0, ...numbers) + 1}`
}

interface Named {
  readonly isParty: (id: string) => boolean
  readonly isPerson: (id: string) => boolean
  /** the key of a person, or empty: nobody */
  readonly person: (id: string) => string
}

function namedIn(parties: readonly Party[]): Named {
  const all = new Set(parties.map(({ id }) => id))
  const persons = new Set(parties.flatMap(({ kind, id }) => (kind === 'person' ? [id] : [])))
  const isPerson = (id: string) => persons.has(id)
  return { isParty: (id) => all.has(id), isPerson, person: (id) => (isPerson(id) ? id : '') }
}

function companyOf(draft: LimitedCompanyDraft, named: Named): LimitedCompanyDraft {
  const { shareholders, posts, beneficialOwners } = draft
  return {
    ...draft,
    ...(shareholders && { shareholders: shareholders.filter(({ partyId }) => named.isParty(partyId)) }),
    ...(posts && { posts: postsOf(posts, named) }),
    ...(beneficialOwners && { beneficialOwners: beneficialOwners.filter(named.isPerson) }),
  }
}

function postsOf(posts: CompanyPosts, { isPerson, person }: Named): CompanyPosts {
  return {
    directors: posts.directors.filter(isPerson),
    manager: person(posts.manager),
    supervision: supervisionOf(posts.supervision, isPerson),
    legalRepresentative: person(posts.legalRepresentative),
    finance: person(posts.finance),
    liaison: person(posts.liaison),
  }
}

function supervisionOf(supervision: Supervision, isPerson: Named['isPerson']): Supervision {
  if (supervision.kind === 'waived-by-all' || supervision.ids === undefined) return supervision
  return { ...supervision, ids: supervision.ids.filter(isPerson) }
}

function businessOf(draft: IndividualBusinessDraft, { isPerson, person }: Named): IndividualBusinessDraft {
  const { operatorId, liaisonId, familyIds } = draft
  return {
    ...draft,
    ...(operatorId !== undefined && { operatorId: person(operatorId) }),
    ...(liaisonId !== undefined && { liaisonId: person(liaisonId) }),
    ...(familyIds && { familyIds: familyIds.filter(isPerson) }),
  }
}
