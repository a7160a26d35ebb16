/**
 * Every text of the pages that stand in the first load, in one language; a browser loads that of its reader.
 */

import type { Texts } from './zh-cn.ts'

export interface Wording {
  readonly pages: Texts
}
