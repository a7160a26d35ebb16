/**
 * The texts of these pages; they come with them, not with the first page.
 */

import { usePage } from '../../../page.tsx'
import { openDaysEn } from '../../../texts/open-days-en.ts'
import { type OpenDaysTexts, openDaysZhCN } from '../../../texts/open-days-zh-cn.ts'

export function useOpenDaysTexts(): OpenDaysTexts {
  const { language } = usePage()
  return language === 'en' ? openDaysEn : openDaysZhCN
}
