/**
 * Evidence that is asked of the wrong one: what a register can supply or the house has given may not be asked of the
 * applicant, and nothing is taken from where it cannot be.
 */

import type { CatalogueEntries } from '../catalogue-entries.ts'
import type { ContentFinding } from '../reading/entry.ts'
import type { EvidenceType } from '../services/evidence-type.ts'
import type { Requirement } from '../services/requirement.ts'

/** Every requirement whose source cannot be, or need not be. */
export function evidenceSources({ services, evidenceTypes }: CatalogueEntries): readonly ContentFinding[] {
  const types = new Map(evidenceTypes.map((type) => [type.id, type]))
  return services.flatMap(({ evidence }, index) =>
    evidence.flatMap((requirement, place) => {
      const type = types.get(requirement.type)
      const sentence = type && faultOf(requirement, type)
      const path = ['services', index, 'evidence', place, 'source']
      return sentence ? [{ code: codeOf(requirement), path, sentence }] : []
    }),
  )
}

function codeOf({ source }: Requirement): string {
  return source === 'applicant' ? 'evidence-obtainable' : 'evidence-not-obtainable'
}

function faultOf({ source }: Requirement, { id, registers, outputs }: EvidenceType): string | undefined {
  if (source === 'register') return registers.length > 0 ? undefined : `No register supplies ${id}.`
  if (source === 'kept') return outputs.length > 0 ? undefined : `No service of the house gives ${id}.`
  const [register] = registers
  if (register !== undefined) return `${id} comes from ${register} and is not asked of the applicant.`
  return outputs.length > 0 ? `${id} was given by the house and is not asked of the applicant.` : undefined
}
