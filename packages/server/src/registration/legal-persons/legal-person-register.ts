/**
 * The register of legal persons (法人库), asked about companies that hold shares: in earnest a service of the province,
 * in the demonstration a simulator. The zone's own register is asked first.
 */

import type { CompanyFact, CompleteApplication } from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'

/** What the register holds of a legal person. */
export interface LegalPerson {
  readonly unifiedCode: string
  readonly name: string
  readonly kind: 'company' | 'other'
  readonly status: 'registered' | 'revoked' | 'cancelled'
  /** on the list of abnormal operations or of grave breaches */
  readonly abnormal: boolean
}

/** The register; a code it does not hold is undefined, a register that does not answer throws. */
export interface LegalPersonRegister {
  readonly find: (unifiedCode: string) => Promise<LegalPerson | undefined>
}

/** What was found, by code; a code that is missing is not known. */
export type LegalPersons = ReadonlyMap<string, LegalPerson>

interface Asked {
  readonly database: Database
  readonly legalPersons: LegalPersonRegister
}

/** Asks about every company of an application, before the transaction that decides: a slow register holds no lock. */
export async function askLegalPersons(
  { database, legalPersons }: Asked,
  application: Pick<CompleteApplication, 'parties'> | { readonly parties?: CompleteApplication['parties'] },
): Promise<LegalPersons> {
  const parties = application.parties ?? []
  const codes = parties.flatMap((party) => (party.kind === 'company' ? [party.unifiedCode] : []))
  if (codes.length === 0) return new Map()
  const found = new Map((await ofZone(database, codes)).map((one) => [one.unifiedCode, one]))
  const strangers = codes.filter((code) => !found.has(code))
  const answers = await Promise.allSettled(strangers.map((code) => legalPersons.find(code)))
  for (const answer of answers)
    if (answer.status === 'fulfilled' && answer.value !== undefined)
      found.set(answer.value.unifiedCode, answer.value)
  return found
}

async function ofZone(database: Database, codes: readonly string[]): Promise<readonly LegalPerson[]> {
  const { rows } = await sql<LegalPerson>`
    select v.unified_code as "unifiedCode", coalesce(v.name, '') as name, v.status,
      case when e.is_enterprise then 'company' else 'other' end as kind, false as abnormal
    from market_entity_version v
    join market_entity e on e.unified_code = v.unified_code
    where v.unified_code = any(${codes}) and v.valid_to is null and v.recorded_to is null`.execute(database)
  return rows
}

/** A name as it is compared: width, spaces and kinds of brackets do not matter. */
function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
}

/** The facts about the companies of an application. */
export function companyFacts(
  application: CompleteApplication,
  persons: LegalPersons,
): readonly CompanyFact[] {
  return application.parties.flatMap((party): readonly CompanyFact[] => {
    if (party.kind !== 'company') return []
    const { id: partyId, unifiedCode, name } = party
    const found = persons.get(unifiedCode)
    const province = unifiedCode.slice(2, 4)
    if (found === undefined)
      return [{ partyId, register: 'unknown', province, abnormal: null, kind: kindOf(unifiedCode) }]
    const agrees = found.status === 'registered' && comparable(found.name) === comparable(name)
    const { abnormal, kind } = found
    return [{ partyId, register: agrees ? 'agrees' : 'differs', province, abnormal, kind }]
  })
}

/** What the code itself says: 91 is an enterprise. @see GB 32100-2015 */
function kindOf(unifiedCode: string): CompanyFact['kind'] {
  return unifiedCode.startsWith('91') ? 'company' : 'other'
}
