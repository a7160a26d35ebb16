/**
 * The texts of commitments, duties and days saved; they come with those pages, not with the first one.
 */

import { usePage } from '../../page.tsx'
import { commitmentsEn } from '../../texts/commitments-en.ts'
import { type CommitmentsTexts, commitmentsZhCN } from '../../texts/commitments-zh-cn.ts'

export function useCommitmentTexts(): CommitmentsTexts {
  const { language } = usePage()
  return language === 'en' ? commitmentsEn : commitmentsZhCN
}
