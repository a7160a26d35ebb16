/**
 * The articles of association from the zone's model text: blanks in braces are filled from the answers, so that what is
 * signed always says what was entered.
 */

import { parseMoney } from '../../kernel/index.ts'
import { contributions, parseShare } from './capital.ts'
import { type LimitedCompany, personsOf } from './company-application.ts'
import type { Supervision } from './posts.ts'

/** When a clause stands in the articles. */
export type ClauseCondition =
  | 'one-shareholder'
  | 'several-shareholders'
  | 'one-director'
  | 'board'
  | `supervision-${Supervision['kind']}`
  | 'term-limited'
  | 'term-unlimited'

/** A clause of the model text. */
export interface ModelClause {
  /** text with blanks such as `{name}` */
  readonly text: string
  readonly when?: ClauseCondition
  /** a table of the shareholders follows */
  readonly table?: 'shareholders'
}

/** The model text of a zone. */
export interface ArticlesModel {
  /** name of the version, part of what is hashed */
  readonly version: string
  readonly heading: string
  readonly chapters: readonly { readonly title: string; readonly clauses: readonly ModelClause[] }[]
  readonly tableHead: readonly string[]
  readonly contributionForms: Readonly<Record<string, string>>
}

/** Articles ready to be set and signed. */
export interface Articles {
  readonly version: string
  readonly heading: string
  readonly chapters: readonly {
    readonly title: string
    readonly clauses: readonly {
      /** 第一条 */
      readonly number: string
      readonly text: string
      readonly rows: readonly (readonly string[])[]
    }[]
  }[]
}

const digits = '零一二三四五六七八九'

/** A whole number from 1 to 99 in Chinese, as clauses are counted. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}十`
  return head + (ones === 0 ? '' : digits.charAt(ones))
}

/** What the model text needs besides the answers. */
export interface ArticlesFacts {
  readonly address: string
  readonly scope: string
}

function conditionsOf(application: LimitedCompany): ReadonlySet<ClauseCondition> {
  const { shareholders, posts, articles } = application
  return new Set<ClauseCondition>([
    shareholders.length === 1 ? 'one-shareholder' : 'several-shareholders',
    posts.directors.length === 1 ? 'one-director' : 'board',
    `supervision-${posts.supervision.kind}`,
    articles.term.years === null ? 'term-unlimited' : 'term-limited',
  ])
}

function namesOf(application: LimitedCompany, ids: readonly string[]): string {
  const persons = personsOf(application)
  return ids.map((id) => persons.get(id)?.name ?? '').join('、')
}

function blanksOf(application: LimitedCompany, facts: ArticlesFacts): ReadonlyMap<string, string> {
  const { name, capital, posts, articles, shareholders } = application
  const supervisors = posts.supervision.kind === 'supervisors' ? posts.supervision.ids : []
  return new Map([
    ['name', name.use === 'name' ? name.text : ''],
    ['address', facts.address],
    ['scope', facts.scope],
    ['capital', capital.amount],
    ['paidInBy', capital.paidInBy],
    ['shareholderCount', String(shareholders.length)],
    ['directorCount', String(posts.directors.length)],
    ['directors', namesOf(application, posts.directors)],
    ['manager', namesOf(application, [posts.manager])],
    ['supervisors', namesOf(application, supervisors)],
    ['legalRepresentative', namesOf(application, [posts.legalRepresentative])],
    ['legalRepresentativePost', posts.directors.includes(posts.legalRepresentative) ? '董事' : '经理'],
    ['termYears', String(articles.term.years ?? '')],
  ])
}

function grouped(minor: bigint): string {
  const text = minor.toString().padStart(3, '0')
  return `${text.slice(0, -2)}.${text.slice(-2)}`
}

function shareholderRows(model: ArticlesModel, application: LimitedCompany): readonly (readonly string[])[] {
  const { capital, shareholders, parties } = application
  const amount = parseMoney(capital.amount)
  const shares = shareholders.map(({ percent }) => {
    const share = parseShare(percent)
    return share.ok ? share.value : 0
  })
  const amounts = amount.ok ? contributions(amount.value, shares) : []
  const rows = shareholders.map(({ partyId, percent, form }, place) => [
    parties.find(({ id }) => id === partyId)?.name ?? '',
    grouped(amounts[place] ?? 0n),
    `${percent}%`,
    model.contributionForms[form] ?? form,
    capital.paidInBy,
  ])
  return [model.tableHead, ...rows]
}

/**
 * Fills in the model text. The same answers give the same articles, byte for byte; the caller hashes them.
 */
export function renderArticles(
  model: ArticlesModel,
  application: LimitedCompany,
  facts: ArticlesFacts,
): Articles {
  const holds = conditionsOf(application)
  const blanks = blanksOf(application, facts)
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (blank, key: string) => blanks.get(key) ?? blank)
  let counted = 0
  const chapters = model.chapters.map(({ title, clauses }, place) => ({
    title: `第${chineseNumber(place + 1)}章　${title}`,
    clauses: clauses
      .filter(({ when }) => when === undefined || holds.has(when))
      .map(({ text, table }) => {
        counted += 1
        const rows = table === undefined ? [] : shareholderRows(model, application)
        return { number: `第${chineseNumber(counted)}条`, text: fill(text), rows }
      }),
  }))
  return { version: model.version, heading: fill(model.heading), chapters }
}
