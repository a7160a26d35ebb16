/**
 * The texts of the pages about services; they come with those pages, not with the first one.
 */

import { usePage } from '../../../page.tsx'
import { servicesEn } from '../../../texts/services-en.ts'
import { type ServicesTexts, servicesZhCN } from '../../../texts/services-zh-cn.ts'

export function useServiceTexts(): ServicesTexts {
  const { language } = usePage()
  return language === 'en' ? servicesEn : servicesZhCN
}
