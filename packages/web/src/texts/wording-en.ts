/**
 * The English wording.
 */

import { en } from './en.ts'
import { registrationEn } from './registration-en.ts'
import { statutesEn } from './statutes-en.ts'
import type { Wording } from './wording.ts'

export const wordingEn: Wording = { pages: en, registration: registrationEn, statutes: statutesEn }
