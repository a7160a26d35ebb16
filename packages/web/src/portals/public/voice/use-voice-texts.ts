/**
 * The texts of these pages; they come with them, not with the first page.
 */

import { usePage } from '../../../page.tsx'
import { voiceEn } from '../../../texts/voice-en.ts'
import { type VoiceTexts, voiceZhCN } from '../../../texts/voice-zh-cn.ts'

export function useVoiceTexts(): VoiceTexts {
  const { language } = usePage()
  return language === 'en' ? voiceEn : voiceZhCN
}
