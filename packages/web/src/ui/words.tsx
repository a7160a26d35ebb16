/**
 * Words that may hold Chinese on an English page: names, addresses and articles that have no other form are marked as
 * Chinese, so that they are spoken and set as such, with what they mean beside them where that is known.
 */

import { Fragment } from 'react'
import { usePage } from '../page.tsx'

interface WordsProps {
  readonly children: string
  /** what the Chinese means, shown to those who read English */
  readonly gloss?: string | null | undefined
}

export function Words({ children, gloss }: WordsProps) {
  const { language } = usePage()
  if (language === 'zh-CN') return children
  return (
    <>
      {chineseRuns(children).map(({ text, isChinese, at }) =>
        isChinese ? (
          <span lang="zh-CN" key={at}>
            {text}
          </span>
        ) : (
          <Fragment key={at}>{text}</Fragment>
        ),
      )}
      {gloss != null && gloss !== '' && <span className="gloss"> ({gloss})</span>}
    </>
  )
}

/** The mark for an element whose whole text is Chinese on an English page. */
export function useLanguageOf(): (text: string) => 'zh-CN' | undefined {
  const { language } = usePage()
  return (text) => (language === 'en' && hanScript.test(text) ? 'zh-CN' : undefined)
}

const hanScript = /\p{Script=Han}/u
const chineseText =
  /([《“「（]?\p{Script=Han}(?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”0-9A-Za-z]*[\p{Script=Han}\u3001-\u303f\uff00-\uffef”])?)/u

interface Run {
  readonly text: string
  readonly isChinese: boolean
  /** place in the text */
  readonly at: number
}

/** A text as runs of Chinese and of anything else, in order, nothing lost. */
export function chineseRuns(text: string): readonly Run[] {
  let at = 0
  return text.split(new RegExp(chineseText, 'gu')).flatMap((part, place) => {
    const run = { text: part, isChinese: place % 2 === 1, at }
    at += part.length
    return part === '' ? [] : [run]
  })
}
