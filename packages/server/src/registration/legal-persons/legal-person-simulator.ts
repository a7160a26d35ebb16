/**
 * The register of legal persons in the demonstration: companies of the zone's neighbours and of other provinces, from
 * content. Nobody in it exists.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { array, boolean, enum as choice, looseObject, object, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'
import type { LegalPersonRegister } from './legal-person-register.ts'

const file = looseObject({
  legalPersons: array(
    object({
      unifiedCode: string().length(18),
      name: string().min(1),
      kind: choice(['company', 'other']).default('company'),
      status: choice(['registered', 'revoked', 'cancelled']).default('registered'),
      abnormal: boolean().default(false),
    }),
  ),
})

/** A register of what `demonstration/legal-persons.yaml` lists. */
export function simulatedLegalPersons(contentFolder: string): LegalPersonRegister {
  const place = join(contentFolder, 'demonstration/legal-persons.yaml')
  const listed = existsSync(place) ? file.parse(readContentFile(place)).legalPersons : []
  const byCode = new Map(listed.map((one) => [one.unifiedCode, one]))
  return { find: async (unifiedCode) => byCode.get(unifiedCode) }
}

/** Where no service is configured outside of a demonstration, nobody is known: a person looks. */
export const unknownLegalPersons: LegalPersonRegister = { find: async () => undefined }
