/**
 * What a page knows from the moment it is rendered: its language and wording, its size, and the answers of the API that
 * the server has already asked for.
 */

import { createContext, type ReactNode, useContext } from 'react'
import type { Wording } from './texts/wording.ts'
import { wordingZhCN } from './texts/wording-zh-cn.ts'
import type { Texts } from './texts/zh-cn.ts'

export type Language = 'zh-CN' | 'en'

/** What the zone is called, in the reader's language; content of the zone. */
export interface ZoneWords {
  readonly name: string
  readonly site: string
  readonly organiser: string
  readonly exampleCompany: string
  readonly filings: readonly { readonly label: string; readonly number: string }[]
}

export interface PageStart {
  readonly language: Language
  readonly size: 'normal' | 'large'
  readonly zone: ZoneWords
  /** answers by the route that was asked, `GET /api/statistics/overview` */
  readonly data: Readonly<Record<string, unknown>>
  /** what style elements written by scripts carry; only pages of staff have one */
  readonly styleNonce?: string
}

const noZone: ZoneWords = { name: '', site: '', organiser: '', exampleCompany: '', filings: [] }
const PageContext = createContext<PageStart>({ language: 'zh-CN', size: 'normal', zone: noZone, data: {} })
const WordingContext = createContext<Wording>(wordingZhCN)

interface PageProviderProps {
  readonly start: PageStart
  readonly wording: Wording
  readonly children: ReactNode
}

export function PageProvider({ start, wording, children }: PageProviderProps) {
  return (
    <PageContext value={start}>
      <WordingContext value={wording}>{children}</WordingContext>
    </PageContext>
  )
}

export function usePage(): PageStart {
  return useContext(PageContext)
}

export function useWording(): Wording {
  return useContext(WordingContext)
}

export function useTexts(): Texts {
  return useWording().pages
}

/** A path of this site in the reader's language. */
export function useLink(): (path: string) => string {
  const { language } = usePage()
  return (path) => pathIn(language, path)
}

/** A path of this site in a language: English mirrors the Chinese paths under /en. */
export function pathIn(language: Language, path: string): string {
  const own = path.replace(/^\/en(?=\/|\?|$)/, '')
  if (language === 'en') return `/en${own === '/' ? '' : own.replace(/^\/(?=\?)/, '')}`
  return own.startsWith('/') ? own : `/${own}`
}
