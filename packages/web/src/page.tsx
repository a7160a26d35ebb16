/**
 * What a page knows from the moment it is rendered: its language, its size, and the answers of the API that the server
 * has already asked for.
 */

import { createContext, type ReactNode, useContext } from 'react'
import { en } from './texts/en.ts'
import { type Texts, zhCN } from './texts/zh-cn.ts'

export type Language = 'zh-CN' | 'en'

export interface PageStart {
  readonly language: Language
  readonly size: 'normal' | 'large'
  /** answers by the route that was asked, `GET /api/statistics/overview` */
  readonly data: Readonly<Record<string, unknown>>
}

const PageContext = createContext<PageStart>({ language: 'zh-CN', size: 'normal', data: {} })

export function PageProvider({
  start,
  children,
}: {
  readonly start: PageStart
  readonly children: ReactNode
}) {
  return <PageContext value={start}>{children}</PageContext>
}

export function usePage(): PageStart {
  return useContext(PageContext)
}

export function useTexts(): Texts {
  return usePage().language === 'en' ? en : zhCN
}

/** A path of this site in the reader's language. */
export function useLink(): (path: string) => string {
  const { language } = usePage()
  return (path) => (language === 'en' ? `/en${path === '/' ? '' : path}` : path)
}
