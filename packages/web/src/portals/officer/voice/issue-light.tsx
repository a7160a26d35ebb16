/**
 * The light of a clock of an issue: shape, word and the days that are left.
 */

import { voiceDeskTexts as texts } from '../../../texts/voice-desk-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'

interface IssueLightProps {
  readonly light: keyof typeof texts.lights
  /** working days, negative once it is over */
  readonly left: number
}

export function IssueLight({ light, left }: IssueLightProps) {
  return <Light colour={light}>{`${texts.lights[light]} · ${texts.left(left)}`}</Light>
}
