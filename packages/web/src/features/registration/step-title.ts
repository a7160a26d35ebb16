/**
 * What a question is called: an individual business is asked some of them in other words.
 */

import type { RegistrationTexts } from '../../texts/registration-zh-cn.ts'

/** The title of a section for the kind of subject. */
export function stepTitle(
  { steps, businessSteps }: RegistrationTexts,
  kind: 'LLC' | 'IND',
  section: string,
): string {
  return (kind === 'IND' ? businessSteps[section] : undefined) ?? steps[section] ?? ''
}
