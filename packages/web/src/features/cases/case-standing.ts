/**
 * How a case stands, in the words people read: what it is, who has to do something, and until when.
 */

import type { CallOutput } from '../../api/call.ts'
import { casesZhCN as texts } from '../../texts/cases-zh-cn.ts'
import type { LightColour } from '../../ui/light.tsx'

export type Case = CallOutput<'GET /api/cases/:id'>
export type CaseLine = CallOutput<'GET /api/cases'>['cases'][number]
export type Situation = Case['situation']

const colours = { green: 'green', amber: 'amber', red: 'red', grey: 'paused', off: 'plain' } as const

/** Situations in which nothing runs any more: plain text, so that what is open stands out. */
const settled: readonly Situation[] = ['granted', 'refused', 'declined', 'withdrawn', 'revoked', 'discarded']

/** The colour of the light of a case; a draft has no clock. */
export function colourOf(situation: Situation, light: keyof typeof colours): LightColour {
  if (situation === 'draft') return 'paused'
  const colour = colours[light]
  return settled.includes(situation) && colour === 'green' ? 'plain' : colour
}

/** Whose turn it is, in words; empty where nobody has to do anything. */
export function turnText(who: string, authority: string): string {
  if (who === 'authority') return texts.courts.authority(authority)
  return who === 'applicant' || who === 'third-party' ? texts.courts[who] : ''
}

/** Until when what is due; empty where nothing is. */
export function untilText(kind: string | null, day: string | null): string {
  if (kind === null) return ''
  if (day === null) return texts.held
  return kind in texts.due ? texts.due[kind as keyof typeof texts.due](day) : ''
}

/** How many working days are left, said so that it is felt. */
export function remainingText(remaining: number): string {
  if (remaining === 0) return texts.lastDay
  return remaining > 0 ? texts.remaining(String(remaining)) : texts.overdue(String(-remaining))
}
