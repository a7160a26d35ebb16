/**
 * The Chinese wording.
 */

import type { Wording } from './wording.ts'
import { zhCN } from './zh-cn.ts'

export const wordingZhCN: Wording = { pages: zhCN }
