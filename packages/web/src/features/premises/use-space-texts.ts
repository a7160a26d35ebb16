/**
 * The texts of space; they come with its pages, not with the first page.
 */

import { usePage } from '../../page.tsx'
import { spaceEn } from '../../texts/space-en.ts'
import { type SpaceTexts, spaceZhCN } from '../../texts/space-zh-cn.ts'

export function useSpaceTexts(): SpaceTexts {
  const { language } = usePage()
  return language === 'en' ? spaceEn : spaceZhCN
}
