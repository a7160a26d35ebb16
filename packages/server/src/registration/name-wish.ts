/**
 * What the judgement on a name takes into account besides the name: where the company lies, and what is known of those who
 * set it up.
 */

import type { ApplicationDraft, NameWish } from '@guanjia/core/registration'
import { sql } from 'kysely'
import type { Transaction } from '../platform/database/database.ts'
import type { RegistrationPorts } from './registration-ports.ts'
import { registrationTables } from './registration-tables.ts'

/** What is known of those who want a name. */
interface NameWanted {
  readonly today: string
  readonly draft: Pick<ApplicationDraft, 'kind' | 'special'>
  /** names of their shareholders that the register knows */
  readonly related?: readonly string[]
}

/** What a judgement in this zone takes into account; what was not asked yet is not judged. */
export function nameWish(ports: RegistrationPorts, { today, draft, related = [] }: NameWanted): NameWish {
  const { seat } = ports.names.tables.content.regions
  const { kind: subject, special } = draft
  const declared =
    special === undefined
      ? {}
      : {
          foreignInvested: special.includes('foreign-invested'),
          // that it is one has to be looked at; that it is none is certain
          ...(special.includes('group') ? {} : { holding: false }),
        }
  return { today, subject, seat, related, ...declared }
}

/** The name that is reserved for an application, from when and until which day, or undefined. */
export function findReservedName(tx: Transaction, applicationId: string) {
  return registrationTables(tx)
    .selectFrom('registration_name')
    .select(['name', 'since', 'until'])
    .where('application_id', '=', applicationId)
    .where('state', '=', 'reserved')
    .executeTakeFirst()
}

/** What a judgement for an application takes into account: its answers, and that its own name is not in its way. */
export async function applicationWish(
  ports: RegistrationPorts,
  tx: Transaction,
  { id, answers, today }: { readonly id: string; readonly answers: ApplicationDraft; readonly today: string },
): Promise<NameWish> {
  const held = await findReservedName(tx, id)
  const wish = nameWish(ports, { today, draft: answers, related: await relatedNames(tx, answers) })
  return held === undefined ? wish : { ...wish, own: held.name }
}

/** Live names of the companies that hold shares: an investment relation that the register proves (rule C10). */
export async function relatedNames(tx: Transaction, draft: ApplicationDraft): Promise<readonly string[]> {
  if (draft.kind !== 'LLC') return []
  const holders = new Set((draft.shareholders ?? []).map(({ partyId }) => partyId))
  const codes = (draft.parties ?? []).flatMap((party) =>
    party.kind === 'company' && holders.has(party.id) ? [party.unifiedCode] : [],
  )
  if (codes.length === 0) return []
  const { rows } = await sql<{ name: string }>`
    select name from market_entity_version
    where unified_code = any(${codes}) and status = 'registered' and name is not null
      and valid_to is null and recorded_to is null`.execute(tx)
  return rows.map(({ name }) => name)
}
