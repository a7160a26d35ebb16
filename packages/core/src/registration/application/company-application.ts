/**
 * The answers of a set-up application: of a limited company (有限责任公司) and of an individual business (个体工商户).
 * A section that was not answered yet is absent. Change and cancellation will be further kinds beside these.
 */

import type { ContributionForm } from './capital.ts'
import type { CompanyPosts } from './posts.ts'

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
  /** key of the person who signs for it */
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
  /** ids of standard wording, the first one names the trade */
  readonly scope?: { readonly entryIds: readonly string[] }
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
}

/** Answers about an individual business. */
export interface IndividualBusinessDraft extends EveryDraft {
  readonly kind: 'IND'
  readonly composition?: 'personal' | 'family'
  readonly operatorId?: string
  /** of a family business, besides the operator */
  readonly familyIds?: readonly string[]
  readonly liaisonId?: string
}

/** The answers of an application. */
export type ApplicationDraft = LimitedCompanyDraft | IndividualBusinessDraft

/** The sections in the order in which they are asked. */
export const applicationSections = {
  LLC: ['name', 'seat', 'scope', 'capital', 'people', 'shareholders', 'posts', 'articles'],
  IND: ['name', 'seat', 'scope', 'people', 'operator'],
} as const

/** The name of a section. */
export type ApplicationSection = (typeof applicationSections)['LLC' | 'IND'][number]

/** A limited company with every section answered. */
export type LimitedCompany = Required<Omit<LimitedCompanyDraft, 'special' | 'duplicates'>> & EveryDraft

/** An individual business with every section answered. */
export type IndividualBusiness = Required<
  Omit<IndividualBusinessDraft, 'special' | 'duplicates' | 'familyIds'>
> &
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
  return [
    ['legal-representative', posts.legalRepresentative],
    ...owners,
    ...posts.directors.map((id): readonly [Duty, string] => ['director', id]),
    ['manager', posts.manager],
    ...supervisors.map((id): readonly [Duty, string] => ['supervisor', id]),
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
    const held = duties.get(id)
    if (held === undefined) duties.set(id, [duty])
    else if (!held.includes(duty)) held.push(duty)
  }
  return duties
}
