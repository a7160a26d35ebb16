/**
 * The texts about hosts in the reader's language; they come with the pages that speak of hosts, not with the first one.
 */

import { usePage } from '../../page.tsx'
import { hostingEn } from '../../texts/hosting-en.ts'
import { type HostingTexts, hostingZhCN } from '../../texts/hosting-zh-cn.ts'

export function useHostingTexts(): HostingTexts {
  const { language } = usePage()
  return language === 'en' ? hostingEn : hostingZhCN
}
