/**
 * Whether the company is one that a person looks at in any case.
 */

import { SpecialTicks } from '../special-ticks.tsx'
import type { StepProps } from './step-props.ts'

export function SpecialStep({ open }: StepProps) {
  return <SpecialTicks chosen={open.answers.special ?? []} choose={(special) => open.change({ special })} />
}
