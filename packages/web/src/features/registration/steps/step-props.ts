/**
 * What every question is given, and how it finds its faults.
 */

import type { FieldFaultText } from '../../../ui/field.tsx'
import type { OpenApplication } from '../use-application.ts'

export interface StepProps {
  readonly open: OpenApplication
  readonly faults: readonly FieldFaultText[]
}

/** The fault of a field, if it has one. */
export function faultOf(faults: readonly FieldFaultText[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text
}
