/**
 * The registration texts in the reader's language.
 */

import { usePage } from '../page.tsx'
import { registrationEn } from './registration-en.ts'
import { type RegistrationTexts, registrationZhCN } from './registration-zh-cn.ts'

export function useRegistrationTexts(): RegistrationTexts {
  return usePage().language === 'en' ? registrationEn : registrationZhCN
}
