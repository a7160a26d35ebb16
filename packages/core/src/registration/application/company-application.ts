/**
 * The answers of a set-up application: of a limited company (有限责任公司) and of an individual business (个体工商户).
 * A section that was not answered yet is absent. Change and cancellation will be further kinds beside these.
 */

import type { BusinessScope } from './business-scope.ts'
import type { ContributionForm } from './capital.ts'
import { parseShare } from './capital.ts'
import type { CompanyPosts } from './posts.ts'
import type { Premises } from './registered-address.ts'

/** A natural person named in an application. */
export interface NaturalPerson {
  readonly kind: 'person'
  /** key within the application, `p1` */
  readonly id: string
  readonly name: string
  readonly identityNumber: string
  readonly phone: string
  /** anything but a mainland identity card is looked at by a person */
  readonly nationality?: string
}

/** A company that is a shareholder. */
export interface ShareholdingCompany {
  readonly kind: 'company'
  readonly id: string
  readonly name: string
  readonly unifiedCode: string
  /** key of the person who signs for it; empty: nobody yet */
  readonly signedBy: string
}

/** Anybody named in an application. */
export type Party = NaturalPerson | ShareholdingCompany

/** The name, or that none is used (individual business only). */
export type NameAnswer =
  | {
      readonly use: 'name'
      readonly text: string
      readonly pledged: boolean
      /** similar names that were shown and accepted with the pledge (rule C12) */
      readonly accepted?: readonly string[]
    }
  | { readonly use: 'none' }

/** A share of the capital. */
export interface Shareholding {
  readonly partyId: string
  /** percent with at most four decimals, `33.3333` */
  readonly percent: string
  readonly form: ContributionForm
}

/** Answers that every kind has. */
export interface EveryDraft {
  readonly name?: NameAnswer
  /** code of a seat of the catalogue */
  readonly seat?: { readonly code: string }
  /** premises of one's own, where no seat is wanted; a person looks at them */
  readonly premises?: Premises
  readonly scope?: BusinessScope
  readonly parties?: readonly Party[]
  /** number of licence duplicates wanted, 1 to 9 */
  readonly duplicates?: number
  /** things a person looks at in any case, as the applicant declared them */
  readonly special?: readonly SpecialSituation[]
}

/** Situations the automatic decision leaves to a person (check Q14). */
export type SpecialSituation = 'foreign-invested' | 'state-owned' | 'group' | 'merger-or-division' | 'listed'

/** Answers about a limited company. */
export interface LimitedCompanyDraft extends EveryDraft {
  readonly kind: 'LLC'
  /** yuan with at most two decimals; last day of payment, YYYY-MM-DD */
  readonly capital?: { readonly amount: string; readonly paidInBy: string }
  readonly shareholders?: readonly Shareholding[]
  readonly posts?: CompanyPosts
  readonly articles?: { readonly model: boolean; readonly term: { readonly years: number | null } }
  /** keys of the persons who own or control the company in the end; absent: those whom the shares make it */
  readonly beneficialOwners?: readonly string[]
}

/** Answers about an individual business. */
export interface IndividualBusinessDraft extends EveryDraft {
  readonly kind: 'IND'
  readonly composition?: 'personal' | 'family'
  /** key of a person, like the liaison; empty: nobody any more */
  readonly operatorId?: string
  /** where the operator lives, as on the identity card */
  readonly operatorResidence?: string
  /** of a family business, besides the operator */
  readonly familyIds?: readonly string[]
  readonly liaisonId?: string
}

/** The answers of an application. */
export type ApplicationDraft = LimitedCompanyDraft | IndividualBusinessDraft

/** The sections in the order in which they are asked. */
export const applicationSections = {
  LLC: ['name', 'seat', 'scope', 'capital', 'people', 'shareholders', 'posts', 'articles', 'special'],
  IND: ['name', 'seat', 'scope', 'people', 'operator'],
} as const

/** The name of a section. */
export type ApplicationSection = (typeof applicationSections)['LLC' | 'IND'][number]

/** What a complete application may leave open. */
type Open = 'seat' | 'premises' | 'special' | 'duplicates'

/** A limited company with every section answered. */
export type LimitedCompany = Required<Omit<LimitedCompanyDraft, Open | 'beneficialOwners'>> &
  EveryDraft &
  Pick<LimitedCompanyDraft, 'beneficialOwners'>

/** An individual business with every section answered. */
export type IndividualBusiness = Required<Omit<IndividualBusinessDraft, Open | 'familyIds'>> &
  EveryDraft & { readonly familyIds?: readonly string[] }

/** An application with every section answered; whether the answers are lawful is another question. */
export type CompleteApplication = LimitedCompany | IndividualBusiness

/** The natural persons of an application by key. */
export function personsOf(draft: ApplicationDraft): ReadonlyMap<string, NaturalPerson> {
  const persons = (draft.parties ?? []).filter((party) => party.kind === 'person')
  return new Map(persons.map((person) => [person.id, person]))
}

/** The person who stands for the subject: the legal representative, or the operator. */
export function representativeId(draft: ApplicationDraft): string | undefined {
  return draft.kind === 'LLC' ? draft.posts?.legalRepresentative : draft.operatorId
}

/** What a person has to do with the subject. */
export type Duty =
  | 'legal-representative'
  | 'shareholder'
  | 'shareholder-representative'
  | 'director'
  | 'manager'
  | 'supervisor'
  | 'audit-committee'
  | 'finance'
  | 'liaison'
  | 'operator'
  | 'family-member'

function companyDuties(draft: LimitedCompanyDraft): readonly (readonly [Duty, string])[] {
  const { posts, shareholders = [], parties = [] } = draft
  const owners = shareholders.map(({ partyId }): readonly [Duty, string] => {
    const party = parties.find(({ id }) => id === partyId)
    return party?.kind === 'company'
      ? ['shareholder-representative', party.signedBy]
      : ['shareholder', partyId]
  })
  if (posts === undefined) return owners
  const supervisors = posts.supervision.kind === 'supervisors' ? posts.supervision.ids : []
  const committee = posts.supervision.kind === 'audit-committee' ? (posts.supervision.ids ?? []) : []
  return [
    ['legal-representative', posts.legalRepresentative],
    ...owners,
    ...posts.directors.map((id): readonly [Duty, string] => ['director', id]),
    ['manager', posts.manager],
    ...supervisors.map((id): readonly [Duty, string] => ['supervisor', id]),
    ...committee.map((id): readonly [Duty, string] => ['audit-committee', id]),
    ['finance', posts.finance],
    ['liaison', posts.liaison],
  ]
}

function individualDuties(draft: IndividualBusinessDraft): readonly (readonly [Duty, string])[] {
  const one = (duty: Duty, id: string | undefined): readonly (readonly [Duty, string])[] =>
    id === undefined ? [] : [[duty, id]]
  return [
    ...one('operator', draft.operatorId),
    ...(draft.familyIds ?? []).map((id): readonly [Duty, string] => ['family-member', id]),
    ...one('liaison', draft.liaisonId),
  ]
}

/** Who does what, by key of the person, in the order of the duties: everybody here identifies themselves and signs. */
export function dutiesOf(draft: ApplicationDraft): ReadonlyMap<string, readonly Duty[]> {
  const duties = new Map<string, Duty[]>()
  for (const [duty, id] of draft.kind === 'LLC' ? companyDuties(draft) : individualDuties(draft)) {
    if (id === '') continue
    const held = duties.get(id)
    if (held === undefined) duties.set(id, [duty])
    else if (!held.includes(duty)) held.push(duty)
  }
  return duties
}

/** A quarter of the shares makes a natural person a beneficial owner. */
const ownerShare = 250_000

/** Keys of the natural persons who hold a quarter of the shares or more. */
function quarterHolders({ shareholders = [], parties = [] }: LimitedCompanyDraft): readonly string[] {
  const persons = new Set(parties.flatMap(({ kind, id }) => (kind === 'person' ? [id] : [])))
  return shareholders.flatMap(({ partyId, percent }) => {
    const share = parseShare(percent)
    return share.ok && share.value >= ownerShare && persons.has(partyId) ? [partyId] : []
  })
}

/** Whether a company holds a quarter or more, so that somebody behind it has to be named. */
export function hidesOwners({ shareholders = [], parties = [] }: LimitedCompanyDraft): boolean {
  const companies = new Set(parties.flatMap(({ kind, id }) => (kind === 'company' ? [id] : [])))
  return shareholders.some(({ partyId, percent }) => {
    const share = parseShare(percent)
    return companies.has(partyId) && share.ok && share.value >= ownerShare
  })
}

/**
 * Who owns or controls the company in the end: those declared, and whoever holds a quarter of the shares; where nobody does,
 * the person who stands for the company.
 *
 * @see 受益所有人信息管理办法 (2024-11-01) articles 6, 7
 */
export function beneficialOwnersOf(draft: LimitedCompanyDraft): readonly string[] {
  const found = [...new Set([...quarterHolders(draft), ...(draft.beneficialOwners ?? [])])]
  const representative = draft.posts?.legalRepresentative
  return found.length > 0 || representative === undefined ? found : [representative]
}
