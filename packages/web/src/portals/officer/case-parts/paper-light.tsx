/**
 * Whether a paper is there: what the house itself owes is not missing from the applicant.
 */

import type { CallOutput } from '../../../api/call.ts'
import { caseWords } from '../../../texts/case-words-zh-cn.ts'
import { Light } from '../../../ui/light.tsx'

/** A paper that a service asks for. */
export type Requirement = CallOutput<'GET /api/cases/:id'>['service']['requirements'][number]

const colours = {
  'handed-in': 'green',
  missing: 'red',
  follows: 'amber',
  promised: 'amber',
  'by-register': 'plain',
  found: 'green',
} as const

export function PaperLight({ requirement: { source, state } }: { readonly requirement: Requirement }) {
  if (source === 'kept' && state === 'missing') return <Light colour="plain">{caseWords.houseOwes}</Light>
  return <Light colour={colours[state]}>{caseWords.paperStates[state]}</Light>
}
