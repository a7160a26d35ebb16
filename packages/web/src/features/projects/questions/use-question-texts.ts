/**
 * The texts of the questionnaire; they come with its pages, not with the first one.
 */

import { usePage } from '../../../page.tsx'
import { questionsEn } from '../../../texts/questions-en.ts'
import { type QuestionsTexts, questionsZhCN } from '../../../texts/questions-zh-cn.ts'

export function useQuestionTexts(): QuestionsTexts {
  const { language } = usePage()
  return language === 'en' ? questionsEn : questionsZhCN
}
