/**
 * The business scope in standard wording (经营范围规范表述): entries of a published list, found by plain words.
 *
 * Terms: a *general* entry may be carried on once registered; a *licensed* one needs a permit, either before registration
 * (*prior*, 前置) or after it (*later*, 后置). The *division* is the letter and two digits of GB/T 4754 that the entry lies in.
 */

/** Which permit an entry needs. */
export type Permit = 'none' | 'prior' | 'later'

/** One entry of the list of standard wording. */
export interface ScopeEntry {
  readonly id: string
  /** the wording that is printed on the licence */
  readonly text: string
  /** division of GB/T 4754, such as I65 */
  readonly division: string
  readonly permit: Permit
  /** what people call it, 卖奶茶 */
  readonly words: readonly string[]
  /** an entry of finance or another field that a person always looks at */
  readonly sensitive?: boolean
  /** how sure wording and permit are, where it differs from the list */
  readonly mark?: 'S' | 'G' | 'U'
}

/** The list of a zone. */
export interface ScopeCatalogue {
  /** day of the list, YYYY-MM-DD */
  readonly from: string
  readonly source: string
  readonly mark: 'S' | 'G' | 'U'
  readonly entries: readonly ScopeEntry[]
}

/** An entry that answers a question, and how well. */
export interface ScopeMatch {
  readonly entry: ScopeEntry
  /** higher is better; only the order has a meaning */
  readonly score: number
}

/** Words that say how a trade is carried on and nothing about which one. */
const fillers = /[，。、,.!?！？\s]|我们|我想|想要|打算|公司|业务|主要|然后|还有|以及|东西|一些|相关/g

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2))
  return pairs
}

/** Share of the question's pairs of characters that the text has, 0 to 1. */
function likeness(question: ReadonlySet<string>, text: string): number {
  if (question.size === 0) return 0
  let common = 0
  for (const pair of pairsOf(text)) if (question.has(pair)) common += 1
  return common / question.size
}

function wordScore(question: string, word: string): number {
  if (word === question) return 60
  if (question.includes(word)) return 30 + word.length * 4
  return word.includes(question) ? 25 : 0
}

/** What people say before what they trade in. */
const verbs = /^(卖|销售|零售|批发|经营|开|做|搞|办|弄)/
const selling = /^(卖|销售|零售|批发|经营)/
const trading = /销售|零售|批发|经营/
const sellingBonus = 15

/** A single character names an entry where the wording holds it or people call it just so; 酒 is no 酒店. */
function oneCharacterScore(entry: ScopeEntry, character: string): number {
  if (entry.words.includes(character)) return 60
  return entry.text.includes(character) ? 25 : 0
}

/** Who wants to sell a thing is shown first who sells it. */
function answerScore(entry: ScopeEntry, question: string): number {
  const thing = question.replace(verbs, '')
  const own =
    [...thing].length === 1 ? oneCharacterScore(entry, thing) : scoreOf(entry, thing, pairsOf(thing))
  const best = Math.max(own, question === thing ? 0 : scoreOf(entry, question, pairsOf(question)))
  return best > 0 && selling.test(question) && trading.test(entry.text) ? best + sellingBonus : best
}

function scoreOf(entry: ScopeEntry, question: string, pairs: ReadonlySet<string>): number {
  if (entry.text === question) return 100
  const whole = entry.text.includes(question) ? 50 : 0
  const word = Math.max(0, ...entry.words.map((candidate) => wordScore(question, candidate)))
  const near = Math.max(
    likeness(pairs, entry.text),
    ...entry.words.map((candidate) => likeness(pairs, candidate)),
  )
  return Math.max(whole, word) + Math.round(near * 20)
}

/** What a search may be given besides the words. */
export interface ScopeSearch {
  readonly limit: number
  /** character to toneless pinyin; with it, initials such as `yljx` find 医疗器械 */
  readonly pinyin?: ReadonlyMap<string, string>
}

function initials(text: string, pinyin: ReadonlyMap<string, string>): string {
  return [...text].map((character) => pinyin.get(character)?.charAt(0) ?? character).join('')
}

function initialsScore(entry: ScopeEntry, letters: string, pinyin: ReadonlyMap<string, string>): number {
  const found = [entry.text, ...entry.words].some((text) => initials(text, pinyin).includes(letters))
  return found ? 20 + letters.length : 0
}

/**
 * Finds entries by plain words, best first; entries of equal score keep the order of the list.
 *
 * @example searchScope(catalogue, '卖医疗器械', { limit: 5 })
 */
export function searchScope(
  catalogue: ScopeCatalogue,
  words: string,
  { limit, pinyin }: ScopeSearch,
): readonly ScopeMatch[] {
  const question = words.normalize('NFKC').replace(fillers, '').toLowerCase()
  if (question === '') return []
  const asLetters = pinyin !== undefined && /^[a-z]{2,}$/.test(question)
  return catalogue.entries
    .map((entry) => ({
      entry,
      score: asLetters ? initialsScore(entry, question, pinyin) : answerScore(entry, question),
    }))
    .filter(({ score }) => score >= 8)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, limit)
}

/** The answer about the scope. */
export interface BusinessScope {
  /** ids of standard wording, the first one names the trade */
  readonly entryIds: readonly string[]
  /** lines in words of one's own; a person looks at them */
  readonly own?: readonly string[]
}

/** What a choice of entries means for the registration. */
export interface ScopeReading {
  readonly entries: readonly ScopeEntry[]
  /** ids that are not on the list */
  readonly unknown: readonly string[]
  /** lines that are not standard wording */
  readonly own: readonly string[]
  readonly needsPriorPermit: boolean
  readonly needsLaterPermit: boolean
  readonly sensitive: boolean
  /** as printed on the licence: general entries first, licensed ones after */
  readonly text: string
}

/** Reads a scope; the first entry names the trade of the subject. */
export function readScope(catalogue: ScopeCatalogue, scope: BusinessScope | undefined): ScopeReading {
  const { entryIds: ids = [], own = [] } = scope ?? {}
  const byId = new Map(catalogue.entries.map((entry) => [entry.id, entry]))
  const entries = ids.flatMap((id) => byId.get(id) ?? [])
  return {
    entries,
    unknown: ids.filter((id) => !byId.has(id)),
    own,
    needsPriorPermit: entries.some(({ permit }) => permit === 'prior'),
    needsLaterPermit: entries.some(({ permit }) => permit === 'later'),
    sensitive: entries.some(({ sensitive }) => sensitive === true),
    text: printedScope(entries, own),
  }
}

function printedScope(entries: readonly ScopeEntry[], own: readonly string[]): string {
  const list = (chosen: readonly string[]) => [...new Set(chosen)].join('；')
  const texts = (isLicensed: boolean) =>
    entries.filter(({ permit }) => (permit !== 'none') === isLicensed).map(({ text }) => text)
  const general = [...texts(false), ...own]
  const licensed = texts(true)
  const parts: string[] = []
  if (general.length > 0)
    parts.push(`一般项目：${list(general)}（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）`)
  if (licensed.length > 0)
    parts.push(
      `许可项目：${list(licensed)}（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以审批结果为准）`,
    )
  return parts.join('。')
}
