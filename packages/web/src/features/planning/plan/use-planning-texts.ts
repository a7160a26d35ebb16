/**
 * The texts of the approval network in the reader's language; they come with these pages alone.
 */

import { usePage } from '../../../page.tsx'
import { planningEn } from '../../../texts/planning-en.ts'
import { type PlanningTexts, planningZhCN } from '../../../texts/planning-zh-cn.ts'

export function usePlanningTexts(): PlanningTexts {
  return usePage().language === 'en' ? planningEn : planningZhCN
}
