/**
 * The texts of this page; they come with it, not with the first page.
 */

import { usePage } from '../../../page.tsx'
import { surveyEn } from '../../../texts/survey-en.ts'
import { type SurveyTexts, surveyZhCN } from '../../../texts/survey-zh-cn.ts'

export function useSurveyTexts(): SurveyTexts {
  const { language } = usePage()
  return language === 'en' ? surveyEn : surveyZhCN
}
