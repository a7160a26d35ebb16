/**
 * The registration texts and the titles of laws in the reader's language; they come with those pages, not with the first one.
 */

import { usePage } from '../page.tsx'
import { registrationEn } from './registration-en.ts'
import { type RegistrationTexts, registrationZhCN } from './registration-zh-cn.ts'
import { statutesEn } from './statutes-en.ts'

export function useRegistrationTexts(): RegistrationTexts {
  const { language } = usePage()
  return language === 'en' ? registrationEn : registrationZhCN
}

/** Titles of laws with what they are called in the reader's language, where that is another one than the law's. */
export function useStatutes(): readonly (readonly [title: string, meaning: string])[] {
  const { language } = usePage()
  return language === 'en' ? statutesEn : []
}
