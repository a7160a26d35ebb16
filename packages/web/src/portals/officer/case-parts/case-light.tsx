/**
 * The light of a case: shape, word and the days that are left, never colour alone.
 */

import { caseWords } from '../../../texts/case-words-zh-cn.ts'
import { Light, type LightColour } from '../../../ui/light.tsx'

/** The lights of a clock on the wire. */
export type ClockLight = 'green' | 'amber' | 'red' | 'grey' | 'off'

const colours: Readonly<Record<ClockLight, LightColour>> = {
  green: 'green',
  amber: 'amber',
  red: 'red',
  grey: 'paused',
  off: 'plain',
}

interface CaseLightProps {
  readonly light: ClockLight
  /** working days, negative once it is over; left out where they say nothing */
  readonly remaining?: number
}

export function CaseLight({ light, remaining }: CaseLightProps) {
  const days = remaining === undefined || light === 'grey' || light === 'off' ? '' : caseWords.left(remaining)
  return <Light colour={colours[light]}>{`${caseWords.lights[light]}${days}`}</Light>
}
