/**
 * Every text of the public and applicant pages in one language; a browser loads that of its reader.
 */

import type { RegistrationTexts } from './registration-zh-cn.ts'
import type { Texts } from './zh-cn.ts'

export interface Wording {
  readonly pages: Texts
  readonly registration: RegistrationTexts
  /** titles of laws, and what they are called in this language where that is another one */
  readonly statutes: readonly (readonly [title: string, meaning: string])[]
}
