/**
 * Conditions in the words of the questionnaire: 投资主体 = 政府投资 in place of `invest.kind = "gov"`.
 */

import type { Catalogue, ProjectAttribute } from '@guanjia/core/catalogue'
import type { Condition } from '@guanjia/core/rules'
import type { Language } from './language.ts'

const joints = {
  'zh-CN': {
    and: '，且',
    or: '，或',
    not: '非',
    in: '属于',
    true: '是',
    false: '否',
    open: '（',
    close: '）',
  },
  en: { and: 'and', or: 'or', not: 'not', in: 'one of', true: 'yes', false: 'no', open: '(', close: ')' },
} as const

const signs: Readonly<Record<string, string>> = { '!=': '≠', '>=': '≥', '<=': '≤' }

/** Texts, dotted names, numbers, signs and brackets of an expression. */
const token = /"[^"]*"|[A-Za-z][\w.]*|\d+(?:\.\d+)?|!=|>=|<=|[=<>(),[\]]/g

/** The condition in words; what has no words stays as it is written. */
export function conditionWords(
  { text }: Condition,
  { attributes }: Pick<Catalogue, 'attributes'>,
  language: Language,
): string {
  const known = new Map(attributes.map((attribute) => [attribute.id, attribute]))
  let current: ProjectAttribute | undefined
  const words = [...text.matchAll(token)].map(([part]) => {
    const attribute = known.get(part)
    if (attribute) {
      current = attribute
      return attribute.name[language] ?? attribute.id
    }
    return wordOf(part, current, language)
  })
  return spaced(words.join(' '), language)
}

function wordOf(part: string, attribute: ProjectAttribute | undefined, language: Language): string {
  const joint = joints[language]
  if (part.startsWith('"')) return choiceName(attribute, part.slice(1, -1), language)
  if (/^\d/.test(part)) return `${part} ${attribute?.unit?.[language] ?? ''}`.trim()
  if (part === '(') return joint.open
  if (part === ')') return joint.close
  if (Object.hasOwn(joint, part)) return joint[part as keyof typeof joint]
  return signs[part] ?? part
}

function choiceName(attribute: ProjectAttribute | undefined, value: string, language: Language): string {
  const choice = attribute?.choices.find((one) => one.value === value)
  return choice?.name[language] ?? value
}

function spaced(text: string, language: Language): string {
  const close = text.replace(/ ([,)），])/g, '$1').replace(/([(（]) /g, '$1')
  return language === 'zh-CN'
    ? close
        .replace(/ ?(，[且或]|非|属于) /g, '$1')
        .replace(/, /g, '、')
        .replace(/ ?（/g, '（')
    : close
}
