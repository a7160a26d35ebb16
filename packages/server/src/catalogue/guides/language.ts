/**
 * Texts of the catalogue in the language of a request.
 */

import type { Wording } from '@guanjia/core/catalogue'

/** The languages that requests come in. */
export type Language = 'zh-CN' | 'en'

/** The text in a language. */
export function textIn(language: Language, wording: Wording): string {
  return wording[language] ?? ''
}

/** The text in a language, `null` where there is none. */
export function noteIn(language: Language, wording: Wording | undefined): string | null {
  return wording ? textIn(language, wording) : null
}
