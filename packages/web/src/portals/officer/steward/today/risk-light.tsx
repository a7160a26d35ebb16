/**
 * How a project stands, as shape, word and colour.
 */

import type { CallOutput } from '../../../../api/call.ts'
import { stewardTexts } from '../../../../texts/stewards-zh-cn.ts'
import { Light } from '../../../../ui/light.tsx'

/** What may go wrong with a project. */
export type Risk = CallOutput<'GET /api/stewards/risks'>['risks'][number]['risk']

const texts = stewardTexts.today

export function RiskLight({ risk: { kind, slip, daysLeft } }: { readonly risk: Risk }) {
  if (kind === 'slips') return <Light colour="red">{texts.slips(slip)}</Light>
  return <Light colour={daysLeft <= 5 ? 'amber' : 'green'}>{texts.left(daysLeft)}</Light>
}
