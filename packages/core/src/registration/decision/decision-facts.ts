/**
 * Everything the automatic decision looks at. The server gathers it; the decision itself asks nobody.
 */

import type { CompleteApplication } from '../application/company-application.ts'
import type { HostConfirmation } from '../application/host-confirmation.ts'

/** How a person identified themselves, or that they did not yet. */
export interface IdentityFact {
  readonly personId: string
  /** real-name check passed, with a face or two factors */
  readonly verified: boolean
  /** number and name agree with the register of citizens */
  readonly matchesRegister: boolean
  /** full legal capacity as far as registers say */
  readonly fullCapacity: boolean
  /** keys of the rules that bar the person from office, none if free */
  readonly bars: readonly string[]
}

/** What the register of legal persons says of a shareholder that is a company. */
export interface CompanyFact {
  readonly partyId: string
  /** whether code and name agree with it; a code it does not hold is unknown */
  readonly register: 'agrees' | 'differs' | 'unknown'
  /** two digits of the province that registered it */
  readonly province: string
  /** on the list of abnormal operations or of grave breaches; null where the register does not say */
  readonly abnormal: boolean | null
  readonly kind: 'company' | 'other'
}

/** What the name check said, now. */
export interface NameFact {
  readonly verdict: 'available' | 'same' | 'similar' | 'barred' | 'refused' | 'human' | 'unused'
  readonly findings: readonly {
    readonly rule: string
    readonly article: string
    readonly existing: string | null
  }[]
  /** ISO instant up to which the name is kept for this application; null where it is not */
  readonly reservedUntil: string | null
  /** divisions of GB/T 4754 its industry words stand for; none for a name without such words */
  readonly divisions: readonly string[]
}

/** Where the seat stands. */
export interface SeatFact {
  readonly known: boolean
  readonly state: 'free' | 'held' | 'reserved' | 'filed' | 'used' | 'frozen'
  readonly mine: boolean
  /** divisions the carrier does not take */
  readonly refuses: readonly string[]
  /** absent in facts from before hosts were asked, which nobody had to confirm */
  readonly host?: HostConfirmation
}

/** What the chosen wording means. */
export interface ScopeFact {
  readonly unknown: readonly string[]
  readonly needsPriorPermit: boolean
  readonly sensitive: boolean
  /** divisions in the order of the entries */
  readonly divisions: readonly string[]
}

/** A signature as it was verified just now. */
export interface SignatureFact {
  readonly personId: string
  readonly valid: boolean
  /** digest of the papers that stands in the statement */
  readonly documentsDigest: string
  /** ISO instant */
  readonly signedAt: string
}

/** The papers. */
export interface PaperFact {
  /** digest of the papers decided on: made from the answers now, or kept since they were signed where a person decides */
  readonly generatedDigest: string
  /** digest that was sent out for signing */
  readonly requestedDigest: string
  readonly pledgedAt: string
  /** articles from the model text, or none needed */
  readonly modelArticles: boolean
}

/** Counts of the last days, the days being content. */
export interface RiskFact {
  readonly mostByOnePerson: number
  readonly byApplicant: number
  readonly atSeatRoom: number
  readonly impersonationComplaints: number
}

/** The facts of one decision. */
export interface DecisionFacts {
  /** ISO instant of the decision */
  readonly at: string
  /** YYYY-MM-DD in the zone; the day of establishment if approved */
  readonly today: string
  readonly application: CompleteApplication
  readonly identities: readonly IdentityFact[]
  readonly companies: readonly CompanyFact[]
  readonly name: NameFact
  readonly seat: SeatFact
  readonly scope: ScopeFact
  readonly signatures: readonly SignatureFact[]
  readonly papers: PaperFact
  readonly risk: RiskFact
}
