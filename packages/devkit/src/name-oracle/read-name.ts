/**
 * Reads a name into parts by trying every way: all chains of regions, all cuts into industry words.
 */

import { fold, wordList } from './written-name.ts'

/** A name as the oracle reads it. */
export interface OracleName {
  readonly text: string
  readonly region: string
  /** characters of the trade word */
  readonly trade: readonly string[]
  readonly industry: string
  /** groups of the industry words, each once, in alphabetical order; none for a general industry */
  readonly groups: readonly string[]
  readonly division: string
  readonly form: string
  readonly branch: boolean
}

interface Place {
  readonly text: string
  readonly depth: number
  readonly own: string
  readonly above: string
  readonly certain: boolean
  readonly mayLead: boolean
}

const regionList = wordList('regions.yaml')
const formList = wordList('forms.yaml')
const industryList = wordList('industries.yaml')

const certainly = { above: '', certain: true, mayLead: true }

function cityPlaces(province: string, city: string): Place[] {
  const [own = '', full = `${city}市`] = city.split('/')
  const place = { ...certainly, depth: 2, own, above: province }
  return [
    { ...place, text: full },
    { ...place, text: own, certain: own === full },
  ]
}

function countyPlaces(city: string, county: string): Place[] {
  const short = county.slice(0, -1)
  if (short.length < 2 || regionList.suffixRequired.includes(short))
    return [{ ...certainly, depth: 3, own: county, above: city, text: county }]
  const place = { ...certainly, depth: 3, own: short, above: city }
  const mayLead = !regionList.otherMeaning.includes(short)
  return [
    { ...place, text: county },
    { ...place, text: short, certain: false, mayLead },
  ]
}

function eachUnder<T>(
  lists: Record<string, readonly string[]>,
  make: (above: string, name: string) => T[],
): T[] {
  return Object.entries(lists).flatMap(([above, names]) => names.flatMap((name) => make(above, name)))
}

function allPlaces(): Place[] {
  const provinces: readonly { name: string; full: string }[] = regionList.provinces
  return [
    ...regionList.national.map((text: string) => ({ ...certainly, text, depth: 0, own: text })),
    ...provinces.flatMap(({ name, full }) => [
      { ...certainly, text: full, depth: 1, own: name },
      { ...certainly, text: name, depth: 1, own: name, certain: false },
    ]),
    ...eachUnder(regionList.prefectures, cityPlaces),
    ...eachUnder(regionList.counties, countyPlaces),
    ...regionList.zones.map((text: string) => ({ ...certainly, text, depth: 4, own: text })),
  ]
}

const places = allPlaces()

function isInside(place: Place, outer: Place): boolean {
  if (outer.depth === 0 || place.depth === 4 || place.above === outer.own) return true
  return places.some(
    ({ own, above, depth }) => depth < place.depth && own === place.above && above === outer.own,
  )
}

/** All chains of places the text begins with, the empty one too. */
function chains(text: string, outer?: Place): Place[][] {
  const steps = places.filter(
    (place) =>
      text.startsWith(place.text) &&
      (outer ? place.depth > outer.depth && isInside(place, outer) : place.mayLead),
  )
  return [
    [],
    ...steps.flatMap((place) => chains(text.slice(place.text.length), place).map((rest) => [place, ...rest])),
  ]
}

function lengthOf(chain: readonly Place[]): number {
  return chain.reduce((sum, { text }) => sum + text.length, 0)
}

function sortedChains(text: string): Place[][] {
  return chains(text).toSorted((a, b) => lengthOf(b) - lengthOf(a) || a.length - b.length)
}

interface Word {
  readonly text: string
  readonly group: string
  readonly division: string
}

const words: readonly Word[] = [
  ...industryList.general.map((text: string) => ({ text, group: '', division: '' })),
  ...industryList.groups.flatMap((group: { id: string; class: string; words: string[] }) =>
    group.words.map((text) => ({ text, group: group.id, division: group.class })),
  ),
]

/** All ways to read the whole text as industry words. */
function cuttings(text: string): Word[][] {
  if (text === '') return [[]]
  return words
    .filter((word) => text.startsWith(word.text))
    .flatMap((word) => cuttings(text.slice(word.text.length)).map((rest) => [word, ...rest]))
}

/** Fewest words; then the longer first word, then the longer second one, and so on. */
function bestCutting(text: string): Word[] | undefined {
  const lengths = (cutting: Word[]) => cutting.map((word) => String(99 - word.text.length)).join(' ')
  return cuttings(text).toSorted(
    (a, b) => a.length - b.length || lengths(a).localeCompare(lengths(b), 'en'),
  )[0]
}

interface Split {
  readonly trade: string
  readonly industry: string
  readonly cutting: readonly Word[]
}

function split(body: string): Split {
  const ends = Array.from({ length: body.length }, (_, from) => from)
  const starts = ends.filter((from) => bestCutting(body.slice(from)) !== undefined)
  const wholeWord = words.some(({ text }) => text === body)
  const start = wholeWord ? 0 : (starts.find((from) => from >= 2) ?? starts[0])
  if (start === undefined) return { trade: body, industry: '', cutting: [] }
  const industry = body.slice(start)
  return { trade: body.slice(0, start), industry, cutting: bestCutting(industry) ?? [] }
}

function inFront(body: string): Split & { readonly region: string } {
  const sorted = sortedChains(body)
  const tried = sorted.map((chain) => ({
    chain,
    region: body.slice(0, lengthOf(chain)),
    ...split(body.slice(lengthOf(chain))),
  }))
  const good = tried.find(({ chain, trade }) => chain.length > 0 && trade.length >= 2)
  if (good) return good
  const [longest] = tried
  const without = { region: '', ...split(body) }
  if (!longest || (longest.trade === '' && !longest.chain.some(({ certain }) => certain))) return without
  return longest
}

function formNames(): string[] {
  return formList.forms.flatMap(({ name, branch }: { name: string; branch?: boolean }) =>
    name.endsWith('公司') && !branch ? [name, `集团${name}`, `(集团)${name}`] : [name],
  )
}

const longestFirst = formNames().toSorted((a, b) => b.length - a.length)
const branchForms = ['分公司', '分厂', '分店']

function locate(body: string): Split & { readonly region: string } {
  const open = body.indexOf('(', 1)
  const close = body.indexOf(')', open)
  if (open < 1 || close < open) return inFront(body)
  const inside = body.slice(open + 1, close)
  if (inside === '' || !chains(inside).some((chain) => lengthOf(chain) === inside.length))
    return inFront(body)
  return { region: inside, ...split(body.slice(0, open) + body.slice(close + 1)) }
}

const known = new Map<string, OracleName>()

/** Reads a name; a branch is compared by its whole text, so its parts are left empty. */
export function readName(written: string): OracleName {
  const before = known.get(written)
  if (before) return before
  const text = fold(written)
  const form = longestFirst.find((each) => text.endsWith(each)) ?? ''
  const branch = branchForms.includes(form)
  const { region, trade, industry, cutting } = locate(text.slice(0, text.length - form.length))
  const groups = [...new Set(cutting.map(({ group }) => group))].filter((group) => group !== '').toSorted()
  const division = cutting.findLast((word) => word.division !== '')?.division ?? ''
  const name = { text, region, trade: [...trade], industry, groups, division, form, branch }
  known.set(written, name)
  return name
}
