import { describe, expect, it } from 'vitest'
import { casesZhCN } from './cases-zh-cn.ts'
import { commitmentsEn } from './commitments-en.ts'
import { commitmentsZhCN } from './commitments-zh-cn.ts'
import { hostingEn } from './hosting-en.ts'
import { hostingZhCN } from './hosting-zh-cn.ts'
import { projectsEn } from './projects-en.ts'
import { projectsZhCN } from './projects-zh-cn.ts'
import { questionsEn } from './questions-en.ts'
import { questionsZhCN } from './questions-zh-cn.ts'
import { registrationEn } from './registration-en.ts'
import { registrationZhCN } from './registration-zh-cn.ts'
import { servicesEn } from './services-en.ts'
import { servicesZhCN } from './services-zh-cn.ts'
import { staffTexts } from './staff-zh-cn.ts'
import { statutesEn } from './statutes-en.ts'
import { unreachableTexts } from './unreachable.ts'
import { voiceDeskTexts } from './voice-desk-zh-cn.ts'
import { voiceEn } from './voice-en.ts'
import { voiceZhCN } from './voice-zh-cn.ts'
import { wordingEn } from './wording-en.ts'
import { wordingZhCN } from './wording-zh-cn.ts'

interface Leaf {
  readonly place: string
  readonly text: string
}

/** Every sentence by its place; a sentence with blanks is filled with «1», «2», by the order of its blanks. */
function leavesOf(value: unknown, place = ''): readonly Leaf[] {
  if (typeof value === 'string') return [{ place, text: value }]
  if (typeof value === 'function') return leavesOf(filled(value as (...blanks: unknown[]) => unknown), place)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, `${place}.${key}`))
}

/** Numbers where the sentence takes one, lists where it joins. */
function filled(sentence: (...blanks: unknown[]) => unknown): unknown {
  const blanks = Array.from({ length: sentence.length }, (_, place) => `«${place + 1}»`)
  try {
    return sentence(...blanks)
  } catch {
    return sentence(blanks)
  }
}

function blanksOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/«\d»/g)].map(([blank]) => blank))].toSorted()
}

const inEnglish = leavesOf({
  ...wordingEn,
  registration: registrationEn,
  services: servicesEn,
  projects: projectsEn,
  commitments: commitmentsEn,
  questions: questionsEn,
  voice: voiceEn,
  hosting: hostingEn,
  unreachable: unreachableTexts.en,
})
const inChinese = leavesOf({
  ...wordingZhCN,
  registration: registrationZhCN,
  services: servicesZhCN,
  projects: projectsZhCN,
  commitments: commitmentsZhCN,
  questions: questionsZhCN,
  voice: voiceZhCN,
  hosting: hostingZhCN,
  unreachable: unreachableTexts['zh-CN'],
})
const staff = leavesOf({ ...staffTexts, cases: casesZhCN, voice: voiceDeskTexts })

/** Chinese that stands in English: the way to the other language, and the mark that is drawn on every commitment. */
const properNames = [
  '.pages.site.otherLanguage',
  '.pages.messages.preference.languages.chinese',
  '.commitments.sign.mark',
]

/** Latin letters that stand in Chinese: names of standards, formats and units that have no other form, and initials. */
const latinWords =
  /^(English|PDF|Ed25519|WCAG|AA|GB|T|C|SP|C2SP|tlog|checkpoint|RFC|X|API|HTTP|SMS|IP|ID|PostgreSQL|MB|GB|JPG|PNG|SY26|sgxkz)$/

describe('the wording', () => {
  it('has the same places in both languages', () => {
    expect(inEnglish.length).toBeGreaterThan(300)
    expect(inEnglish.map(({ place }) => place).toSorted()).toEqual(
      inChinese.map(({ place }) => place).toSorted(),
    )
  })
  it('fills in the same blanks in both languages', () => {
    const blanks = (leaves: readonly Leaf[]) =>
      Object.fromEntries(leaves.map(({ place, text }) => [place, blanksOf(text)]))
    expect(blanks(inEnglish)).toEqual(blanks(inChinese))
    expect(blanks(inEnglish)['.pages.save.saved']).toEqual(['«1»'])
  })
  it('holds no Chinese in English, proper names apart', () => {
    const found = inEnglish.filter(({ text }) => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text))
    expect(found.map(({ place }) => place)).toEqual(properNames)
    expect(statutesEn.filter(([, meaning]) => /\p{Script=Han}/u.test(meaning))).toEqual([])
  })
  it('holds no English in Chinese, names of standards apart', () => {
    const found = [...inChinese, ...staff].flatMap(({ place, text }) =>
      (text.match(/[A-Za-z][A-Za-z0-9]*/g) ?? [])
        .filter((word) => !latinWords.test(word))
        .map((word) => `${place}: ${word}`),
    )
    expect(found).toEqual([])
  })
  it('sets Chinese punctuation full width', () => {
    const narrow = /\p{Script=Han}\s?[,:;?!()]|[,:;?!()]\s?\p{Script=Han}/u
    const found = [...inChinese, ...staff].filter(({ text }) => narrow.test(text))
    expect(found).toEqual([])
  })
  it('exclaims nowhere', () => {
    expect([...inEnglish, ...inChinese, ...staff].filter(({ text }) => /[!！]/.test(text))).toEqual([])
  })
})
