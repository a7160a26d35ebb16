/**
 * The papers of a case that come as files; what is answered on the screen is not among them.
 */

import type { CallOutput } from '../../../../api/call.ts'
import type { Case, Requirement } from '../../../../features/cases/index.ts'

type Form = CallOutput<'GET /api/cases/:id/form'>

export function papersToBring({ service }: Case, { sections }: Form): readonly Requirement[] {
  return service.requirements.filter(
    ({ id, source, state }) =>
      source === 'applicant' &&
      state !== 'promised' &&
      !sections.some(({ requirement }) => requirement === id),
  )
}
