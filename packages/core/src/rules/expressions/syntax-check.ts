/**
 * What is wrong with a text before it is taken for an expression: its length, signs of another keyboard or language, and
 * what the grammar does not accept.
 */

import type { Tree } from '@lezer/common'
import type { Obstacle } from './reading.ts'

/** in UTF-16 units */
const longestText = 2000

const otherSigns: Readonly<Record<string, string>> = {
  '，': ',',
  '（': '(',
  '）': ')',
  '＝': '=',
  '＞': '>',
  '＜': '<',
  '“': '"',
  '”': '"',
  '‘': '"',
  '’': '"',
  "'": '"',
  '【': '[',
  '】': ']',
  '。': '.',
  '．': '.',
  '＋': '+',
  '－': '-',
  '×': '*',
  '÷': '/',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '！': 'not(…)',
  '；': ',',
  '：': ':',
  '　': 'a plain space',
  '`': 'a name without quotes',
}
const otherOperators: Readonly<Record<string, string>> = { '==': '=', '&&': 'and', '||': 'or', '<>': '!=' }

/** What can be seen wrong without the grammar; `undefined` where nothing is. */
export function unreadableSign(text: string): Obstacle | undefined {
  if (text.length > longestText)
    return unreadable(longestText, `The expression is longer than ${longestText} characters.`)
  if (text.trim() === '') return unreadable(0, 'The expression is empty.')
  let quotedFrom = -1
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index)
    if (quotedFrom >= 0) {
      if (sign === '\\') index++
      else if (sign === '"') quotedFrom = -1
    } else if (sign === '"') quotedFrom = index
    else {
      const found = signOfAnotherLanguage(text, index)
      if (found) return found
    }
  }
  return quotedFrom < 0
    ? undefined
    : unreadable(quotedFrom, 'The text that begins here has no closing quotation mark.')
}

function signOfAnotherLanguage(text: string, index: number): Obstacle | undefined {
  const pair = text.slice(index, index + 2)
  const meant = otherOperators[pair] ?? otherSigns[text.charAt(index)]
  const written = otherOperators[pair] === undefined ? text.charAt(index) : pair
  return meant === undefined ? undefined : unreadable(index, `Write ${meant} in place of ${written}.`)
}

/** The first place where the grammar gave up; `undefined` where it read everything. */
export function grammarObstacle(tree: Tree, text: string): Obstacle | undefined {
  let found: number | undefined
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) found ??= node.from
    },
  })
  if (found === undefined) return undefined
  const rest = text.slice(found).trim()
  if (rest === '') return unreadable(found, 'The expression ends before it is complete.')
  return unreadable(found, `The expression cannot be read from “${rest.slice(0, 20)}” on.`)
}

function unreadable(position: number, sentence: string): Obstacle {
  return { code: 'expression-not-readable', position, sentence }
}
