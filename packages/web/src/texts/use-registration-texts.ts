/**
 * The registration texts in the reader's language.
 */

import { useWording } from '../page.tsx'
import type { RegistrationTexts } from './registration-zh-cn.ts'

export function useRegistrationTexts(): RegistrationTexts {
  return useWording().registration
}
