/**
 * Where a case stands, in a word.
 */

import { registrationZhCN } from '../../texts/registration-zh-cn.ts'

/** The word for a stage. */
export function stageText(stage: string): string {
  return registrationZhCN.stages[stage] ?? stage
}
