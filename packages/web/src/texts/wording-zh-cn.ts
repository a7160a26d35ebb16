/**
 * The Chinese wording.
 */

import { registrationZhCN } from './registration-zh-cn.ts'
import type { Wording } from './wording.ts'
import { zhCN } from './zh-cn.ts'

export const wordingZhCN: Wording = { pages: zhCN, registration: registrationZhCN, statutes: [] }
