/**
 * What is still wrong with the answers of an application: one finding for each field, with a code the screens have a text for.
 */

import { checkUnifiedCode, parseIdentityNumber } from '../../access/index.ts'
import { askedPapers, missingPapers } from '../papers/asked-papers.ts'
import { type AttachedPaper } from '../papers/attached-paper.ts'
import type { ReadPaperRules } from '../papers/paper-rules.ts'
import { readScope, type ScopeCatalogue } from './business-scope.ts'
import { type CapitalRule, checkCapital, parseShare, shareText, wholeShare } from './capital.ts'
import {
  type ApplicationDraft,
  type ApplicationSection,
  applicationSections,
  dutiesOf,
  hidesOwners,
  type IndividualBusinessDraft,
  type LimitedCompanyDraft,
  type Party,
  personsOf,
} from './company-application.ts'
import { postFaults } from './posts.ts'
import { findSeat, type SeatCatalogue } from './registered-address.ts'

/** A field and what is wrong with it. */
export interface FieldFault {
  readonly section: ApplicationSection
  /** path within the answers, `shareholders.0.percent` */
  readonly field: string
  readonly code: string
  readonly article?: string
  /** what the sentence for people needs */
  readonly values?: Readonly<Record<string, string>>
}

/** What the answers are checked against. */
export interface ApplicationRules {
  /** YYYY-MM-DD */
  readonly today: string
  readonly scope: ScopeCatalogue
  readonly seats: SeatCatalogue
  readonly capital: CapitalRule
  readonly shareholders: { readonly atLeast: number; readonly atMost: number; readonly article: string }
  readonly papers: ReadPaperRules
}

/** What came with the answers: the files handed in, and whether the name may be used only with a proof. */
export interface HandedIn {
  readonly attached: readonly AttachedPaper[]
  readonly nameWantsProof: boolean
}

function nameFaults({ name, kind }: ApplicationDraft): FieldFault[] {
  if (name === undefined) return [{ section: 'name', field: 'name', code: 'unanswered' }]
  if (name.use === 'none')
    return kind === 'IND' ? [] : [{ section: 'name', field: 'name', code: 'name-required' }]
  const faults: FieldFault[] = []
  if (name.text.trim() === '') faults.push({ section: 'name', field: 'name.text', code: 'unanswered' })
  if (!name.pledged)
    faults.push({
      section: 'name',
      field: 'name.pledged',
      code: 'pledge-missing',
      article: '企业名称登记管理规定 16',
    })
  return faults
}

/** An address of one's own names the house at least: this many characters. */
const shortestAddress = 8

/** A seat of the catalogue, or premises of one's own. */
function seatFaults({ seat, premises }: ApplicationDraft, rules: ApplicationRules): FieldFault[] {
  if (seat === undefined && premises !== undefined)
    return premises.address.trim().length < shortestAddress
      ? [{ section: 'seat', field: 'premises.address', code: 'address-too-short' }]
      : []
  if (seat === undefined) return [{ section: 'seat', field: 'seat', code: 'unanswered' }]
  return findSeat(rules.seats, seat.code) === undefined
    ? [{ section: 'seat', field: 'seat.code', code: 'seat-unknown' }]
    : []
}

function scopeFaults({ scope }: ApplicationDraft, rules: ApplicationRules): FieldFault[] {
  if (scope === undefined || scope.entryIds.length + (scope.own ?? []).length === 0)
    return [{ section: 'scope', field: 'scope', code: 'unanswered' }]
  return readScope(rules.scope, scope).unknown.map((id) => ({
    section: 'scope',
    field: `scope.entryIds.${scope.entryIds.indexOf(id)}`,
    code: 'scope-entry-unknown',
    values: { id },
  }))
}

function partyFaults(
  party: Party,
  place: number,
  { today, persons }: { readonly today: string; readonly persons: ReadonlyMap<string, unknown> },
): FieldFault[] {
  const fault = (field: string, code: string): FieldFault => ({
    section: 'people',
    field: `parties.${place}.${field}`,
    code,
  })
  const faults: FieldFault[] = []
  if (party.name.trim() === '') faults.push(fault('name', 'unanswered'))
  if (party.kind === 'company') {
    if (!persons.has(party.signedBy)) faults.push(fault('signedBy', 'party-unknown'))
    if (!checkUnifiedCode(party.unifiedCode).valid) faults.push(fault('unifiedCode', 'unified-code-wrong'))
    return faults
  }
  const identity = parseIdentityNumber(party.identityNumber, today)
  if (!identity.ok) faults.push(fault('identityNumber', identity.code))
  if (!/^1[3-9]\d{9}$/.test(party.phone)) faults.push(fault('phone', 'phone-wrong'))
  return faults
}

function peopleFaults(draft: ApplicationDraft, { today }: ApplicationRules): FieldFault[] {
  const { parties = [] } = draft
  if (parties.length === 0) return [{ section: 'people', field: 'parties', code: 'unanswered' }]
  const faults = parties.flatMap((party, place) =>
    partyFaults(party, place, { today, persons: personsOf(draft) }),
  )
  const numbers = parties.map((party) => (party.kind === 'person' ? party.identityNumber : party.unifiedCode))
  const keys = parties.map(({ id }) => id)
  for (const [place, number] of numbers.entries()) {
    if (numbers.indexOf(number) < place || keys.indexOf(keys[place] ?? '') < place)
      faults.push({ section: 'people', field: `parties.${place}`, code: 'person-twice' })
  }
  return faults
}

function capitalFaults({ capital }: LimitedCompanyDraft, rules: ApplicationRules): FieldFault[] {
  if (capital === undefined) return [{ section: 'capital', field: 'capital', code: 'unanswered' }]
  const checked = checkCapital(capital, rules.today, rules.capital)
  if (checked.ok) return []
  const field = checked.code.startsWith('amount') ? 'capital.amount' : 'capital.paidInBy'
  const values = Object.fromEntries(
    Object.entries(checked.because).map(([key, value]) => [key, String(value)]),
  )
  return [{ section: 'capital', field, code: checked.code, article: rules.capital.article, values }]
}

/** The share of one holder in millionths, or what is wrong with the line. */
function shareLine(draft: LimitedCompanyDraft, place: number): { share: number; faults: FieldFault[] } {
  const { shareholders = [], parties = [] } = draft
  const fault = (field: string, code: string): FieldFault => ({
    section: 'shareholders',
    field: `shareholders.${place}.${field}`,
    code,
  })
  const line = shareholders[place]
  const share = parseShare(line?.percent ?? '')
  const faults: FieldFault[] = []
  if (!share.ok) faults.push(fault('percent', share.code))
  else if (share.value === 0) faults.push(fault('percent', 'share-zero'))
  if (!parties.some(({ id }) => id === line?.partyId)) faults.push(fault('partyId', 'party-unknown'))
  if (shareholders.findIndex(({ partyId }) => partyId === line?.partyId) < place)
    faults.push(fault('partyId', 'shareholder-twice'))
  return { share: share.ok ? share.value : 0, faults }
}

function shareholderFaults(draft: LimitedCompanyDraft, rules: ApplicationRules): FieldFault[] {
  const { shareholders = [] } = draft
  const section = 'shareholders'
  const { atLeast, atMost, article } = rules.shareholders
  if (shareholders.length < atLeast) return [{ section, field: 'shareholders', code: 'unanswered' }]
  if (shareholders.length > atMost)
    return [{ section, field: 'shareholders', code: 'too-many-shareholders', article }]
  const lines = shareholders.map((_, place) => shareLine(draft, place))
  const faults = lines.flatMap((line) => line.faults)
  const sum = lines.reduce((total, { share }) => total + share, 0)
  if (faults.length > 0 || sum === wholeShare) return faults
  return [{ section, field: 'shareholders', code: 'shares-not-100', values: { sum: shareText(sum) } }]
}

/** Behind a company that holds a quarter or more stands a person, and is named. */
function ownerFaults(draft: LimitedCompanyDraft): FieldFault[] {
  const fault = { section: 'shareholders', field: 'beneficialOwners' } as const
  const { beneficialOwners: declared = [] } = draft
  const persons = personsOf(draft)
  if (declared.some((id) => !persons.has(id))) return [{ ...fault, code: 'party-unknown' }]
  if (declared.length > 0 || !hidesOwners(draft)) return []
  return [{ ...fault, code: 'beneficial-owner-missing', article: '受益所有人信息管理办法 6' }]
}

/** Every key that stands in a post names a person of the application. */
function strangerFaults(draft: ApplicationDraft, section: ApplicationSection): FieldFault[] {
  const persons = personsOf(draft)
  return [...dutiesOf(draft)]
    .filter(([id, duties]) => !persons.has(id) && !duties.includes('shareholder'))
    .map(([id]) => ({ section, field: section, code: 'party-unknown', values: { id } }))
}

/** A post that nobody holds any more, at its own field. */
function vacancies({ posts }: LimitedCompanyDraft): FieldFault[] {
  const vacant = (['legalRepresentative', 'manager', 'finance', 'liaison'] as const).filter(
    (post) => posts?.[post] === '',
  )
  return vacant.map((post) => ({ section: 'posts', field: `posts.${post}`, code: 'party-unknown' }))
}

function companyFaults(draft: LimitedCompanyDraft, rules: ApplicationRules): FieldFault[] {
  const { posts, articles } = draft
  const inPosts: FieldFault[] =
    posts === undefined
      ? [{ section: 'posts', field: 'posts', code: 'unanswered' }]
      : [
          ...vacancies(draft),
          ...postFaults(posts).map((fault) => ({ section: 'posts' as const, ...fault })),
          ...strangerFaults(draft, 'posts'),
        ]
  const inArticles: FieldFault[] =
    articles === undefined ? [{ section: 'articles', field: 'articles', code: 'unanswered' }] : []
  return [
    ...capitalFaults(draft, rules),
    ...shareholderFaults(draft, rules),
    ...ownerFaults(draft),
    ...inPosts,
    ...inArticles,
  ]
}

function individualFaults(draft: IndividualBusinessDraft): FieldFault[] {
  const faults: FieldFault[] = []
  const { operatorId, operatorResidence = '', composition, liaisonId, familyIds = [] } = draft
  if (!operatorId) faults.push({ section: 'operator', field: 'operatorId', code: 'unanswered' })
  if (operatorResidence.trim().length < shortestAddress)
    faults.push({ section: 'operator', field: 'operatorResidence', code: 'address-too-short' })
  if (composition === undefined)
    faults.push({ section: 'operator', field: 'composition', code: 'unanswered' })
  if (!liaisonId) faults.push({ section: 'operator', field: 'liaisonId', code: 'unanswered' })
  if (composition === 'family' && familyIds.every((id) => id === operatorId))
    faults.push({ section: 'operator', field: 'familyIds', code: 'family-without-members' })
  return [...faults, ...strangerFaults(draft, 'operator')]
}

function paperFaults(
  draft: ApplicationDraft,
  { papers, scope }: ApplicationRules,
  { attached, nameWantsProof }: HandedIn,
): FieldFault[] {
  const asked = askedPapers(papers, draft, { scope, nameWantsProof })
  return missingPapers(asked, attached).map(({ section, paper, article }) => ({
    section,
    field: `papers.${paper}`,
    code: 'paper-missing',
    article,
    values: { paper },
  }))
}

/** Every fault of the answers and of the papers they need, in the order of the sections. */
export function applicationFaults(
  draft: ApplicationDraft,
  rules: ApplicationRules,
  handedIn: HandedIn,
): readonly FieldFault[] {
  const own = draft.kind === 'LLC' ? companyFaults(draft, rules) : individualFaults(draft)
  const faults = [
    ...nameFaults(draft),
    ...seatFaults(draft, rules),
    ...scopeFaults(draft, rules),
    ...peopleFaults(draft, rules),
    ...own,
    ...paperFaults(draft, rules, handedIn),
  ]
  const order: readonly string[] = applicationSections[draft.kind]
  return faults.toSorted((left, right) => order.indexOf(left.section) - order.indexOf(right.section))
}

/** How far a section is. */
export interface SectionProgress {
  readonly section: ApplicationSection
  readonly state: 'not-started' | 'in-progress' | 'done'
}

/** The task list: a section is done when it has no fault, and not started when its whole answer is missing. */
export function taskList(
  draft: ApplicationDraft,
  rules: ApplicationRules,
  handedIn: HandedIn,
): readonly SectionProgress[] {
  const faults = applicationFaults(draft, rules, handedIn)
  return applicationSections[draft.kind].map((section) => {
    const own = faults.filter((fault) => fault.section === section)
    const missing = own.some(({ code, field }) => code === 'unanswered' && !field.includes('.'))
    if (own.length === 0) return { section, state: 'done' }
    return { section, state: missing ? 'not-started' : 'in-progress' }
  })
}
