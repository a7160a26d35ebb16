/**
 * The register of legal persons as a service of the province: one request a code, an answer in JSON, 404 for a code that it
 * does not hold. Which service it is stands in the configuration.
 */

import { boolean, enum as choice, object, string } from 'zod'
import type { LegalPersonRegister } from './legal-person-register.ts'

const legalPerson = object({
  unifiedCode: string().length(18),
  name: string().min(1),
  kind: choice(['company', 'other']),
  status: choice(['registered', 'revoked', 'cancelled']),
  abnormal: boolean(),
})

const patienceMs = 2_000

/** Where the service answers, and by which token it knows us. */
export interface LegalPersonService {
  /** without a slash at the end */
  readonly url: string
  readonly token: string
}

/** The register behind an address. */
export function legalPersonGateway({ url, token }: LegalPersonService): LegalPersonRegister {
  return {
    find: async (unifiedCode) => {
      const response = await fetch(`${url}/legal-persons/${encodeURIComponent(unifiedCode)}`, {
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
        signal: AbortSignal.timeout(patienceMs),
      })
      if (response.status === 404) return undefined
      if (!response.ok) throw new Error(`the register of legal persons answered ${response.status}`)
      return legalPerson.parse(await response.json())
    },
  }
}
