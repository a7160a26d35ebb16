/**
 * The word lists a zone supplies for company names, as they stand in `content/<zone>/names/*.yaml`.
 */

/** S: a source was found; G: general knowledge; U: to be confirmed, shown as 待确认. */
export type Mark = 'S' | 'G' | 'U'

/** An article of law and how sure we are of it. */
export interface NameArticle {
  readonly article: string
  readonly mark: Mark
}

/** Regions a name may begin with; full names of prefectures add 市 unless given as `short/full`. */
export interface RegionContent {
  readonly national: readonly string[]
  readonly provinces: readonly { readonly name: string; readonly full: string }[]
  readonly prefectures: Readonly<Record<string, readonly string[]>>
  readonly counties: Readonly<Record<string, readonly string[]>>
  readonly zones: readonly string[]
  /** regions and zones in which the companies of the registrar lie */
  readonly seat: readonly string[]
  readonly suffixRequired: readonly string[]
  readonly otherMeaning: readonly string[]
}

/** A form of organisation and the kinds of entity that may use it; the first kind is assumed where none is given. */
export interface FormContent {
  readonly name: string
  readonly subjects: readonly SubjectKind[]
  readonly branch?: boolean
}

/** Kinds of market entity: limited company, company limited by shares, sole proprietor enterprise, partnership, farmers' cooperative, individual business, branch. */
export type SubjectKind = 'LLC' | 'JSC' | 'SP' | 'GP_LP' | 'COOP' | 'IND' | 'BRANCH'

/** Industry words of one meaning, with their division of GB/T 4754. */
export interface IndustryGroup {
  readonly id: string
  readonly class: string
  readonly words: readonly string[]
}

/** Words a name may not hold, and where they are looked for. */
export interface ForbiddenWords {
  readonly because: string
  readonly within: 'name' | 'trade'
  /** what follows; absent: the name is refused */
  readonly effect?: 'human'
  readonly words: readonly string[]
}

/** A period of law. */
export interface NamePeriod {
  readonly value: number
  readonly unit: 'months' | 'years'
}

/** The rules of comparison and the hard conflict C10. */
export type ComparisonRule = 'S1' | 'S2' | 'S3' | 'N1' | 'N2' | 'N3' | 'N4' | 'N5' | 'N6' | 'C10'

/** The rules about a name by itself. */
export type LegalityRule = 'C1' | 'C2' | 'C3' | 'C4' | 'C5' | 'C6' | 'C7' | 'C8' | 'C9'

/** All word lists of company names together. */
export interface NameContent {
  readonly regions: RegionContent
  readonly forms: { readonly forms: readonly FormContent[]; readonly group: string }
  readonly industries: { readonly general: readonly string[]; readonly groups: readonly IndustryGroup[] }
  readonly characters: {
    readonly variants: readonly string[]
    readonly standardAsWell: readonly string[]
    readonly lookAlikes: readonly string[]
  }
  /** the table of standard characters (通用规范汉字表), each level in lines of characters */
  readonly standardCharacters: { readonly levels: readonly string[] }
  /** everyday words, apart by spaces, that tell a forbidden word from two words that meet */
  readonly words: { readonly words: string }
  readonly legality: {
    readonly articles: Readonly<Record<LegalityRule, NameArticle>>
    readonly forbidden: readonly ForbiddenWords[]
    readonly examples: readonly ForbiddenWords[]
    readonly nationalWords: readonly string[]
    readonly reservation: { readonly ordinary: NamePeriod; readonly needsApproval: NamePeriod }
    readonly protection: {
      readonly cancelled: NamePeriod
      readonly renamed: NamePeriod
      readonly revoked: NamePeriod
    }
  }
  readonly comparison: {
    readonly rules: Readonly<Record<ComparisonRule, NameArticle & { readonly on: boolean }>>
    readonly lookAlikeWithoutSound: { readonly on: boolean }
    readonly industryTail: string
    readonly investmentLifts: readonly ComparisonRule[]
  }
  readonly suggestions: {
    readonly after: readonly string[]
    readonly before: readonly string[]
    readonly pairs: readonly string[]
  }
}
