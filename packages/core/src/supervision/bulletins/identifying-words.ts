/**
 * What in a text gives somebody away: numbers of people, companies, phones and vehicles; names of people and units that the
 * house knows; and what looks like a person's name because a title follows. A rule finds too much rather than too little: a
 * person resolves each finding.
 */

/** What kind of thing gives somebody away. */
export const identifyingKinds = [
  'identity-number',
  'credit-code',
  'phone',
  'email',
  'plate',
  'person',
  'unit',
  'titled-name',
] as const

/** One of those kinds. */
export type IdentifyingKind = (typeof identifyingKinds)[number]

/** One finding: the words, and where they begin. */
export interface IdentifyingWords {
  readonly kind: IdentifyingKind
  readonly words: string
  /** place of the first character, from 0 */
  readonly at: number
}

/** Names that the house knows. */
export interface KnownNames {
  readonly people: readonly string[]
  readonly units: readonly string[]
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤纪丛宁蒲'
const titles = '书记|主任|局长|处长|科长|部长|经理|董事长|所长|队长|同志|先生|女士|同学|副'

const patterns: readonly (readonly [IdentifyingKind, RegExp])[] = [
  ['identity-number', /(?<![0-9A-Z])\d{17}[\dXx](?![0-9A-Z])/g],
  [
    'credit-code',
    /(?<![0-9A-Z])(?!\d{17}[\dX])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/g,
  ],
  ['phone', /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/g],
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['plate', /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·]?[A-Z0-9]{5,6}/g],
  // a surname with 某 is how a text is made anonymous
  ['titled-name', new RegExp(`[${surnames}](?!某)[\\u4e00-\\u9fff]{1,2}(?=${titles})`, 'g')],
]

/** Everything in the text that gives somebody away, in the order of the text; what lies within a longer finding is left out. */
export function identifyingWords(text: string, known: KnownNames): readonly IdentifyingWords[] {
  const found = [
    ...patterns.flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map((match) => ({ kind, words: match[0], at: match.index })),
    ),
    ...named(text, 'person', known.people),
    ...named(text, 'unit', known.units),
  ]
  const longestFirst = found.toSorted((one, other) => other.words.length - one.words.length)
  const kept: IdentifyingWords[] = []
  for (const one of longestFirst) if (!kept.some((other) => covers(other, one))) kept.push(one)
  return kept.toSorted((one, other) => one.at - other.at)
}

function named(text: string, kind: IdentifyingKind, names: readonly string[]): IdentifyingWords[] {
  return [...new Set(names)]
    .filter((name) => name.length > 1)
    .flatMap((name) => placesOf(text, name).map((at) => ({ kind, words: name, at })))
}

function placesOf(text: string, name: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) places.push(at)
  return places
}

function covers(longer: IdentifyingWords, shorter: IdentifyingWords): boolean {
  return longer.at <= shorter.at && shorter.at + shorter.words.length <= longer.at + longer.words.length
}
