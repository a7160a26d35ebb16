/**
 * The English wording.
 */

import { en } from './en.ts'
import type { Wording } from './wording.ts'

export const wordingEn: Wording = { pages: en }
