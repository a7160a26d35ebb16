/**
 * How people want to be told, and since when they agree to be served decisions in the portal.
 */

import { type RecipientPreference, usualPreference } from '@guanjia/core/notifications'
import { sql } from 'kysely'
import type { NotificationsDatabase } from './notifications-tables.ts'

/** What a person has chosen, with the address of their mail box. */
export interface StoredPreference extends RecipientPreference {
  readonly mailAddress: string | null
}

/** How a person can be reached, and how they want to be. */
export interface PersonReach {
  readonly phone: string | null
  readonly preference: StoredPreference
}

const unknown: PersonReach = { phone: null, preference: { ...usualPreference, mailAddress: null } }

interface ReachRow {
  readonly id: string
  readonly phone: string | null
  readonly language: RecipientPreference['language'] | null
  readonly sms: RecipientPreference['sms'] | null
  readonly mailAddress: string | null
  readonly agreed: boolean
}

/** How to reach each of these people; who has chosen nothing is reached as usual. */
export async function findReach(
  database: NotificationsDatabase,
  personIds: readonly string[],
): Promise<(personId: string | null) => PersonReach> {
  if (personIds.length === 0) return () => unknown
  const { rows } = await sql<ReachRow>`
    select wanted.id, identity.phone, preference.language, preference.sms, preference.mail_address as "mailAddress",
      preference.electronic_service_since is not null as agreed
    from unnest(${[...personIds]}::uuid[]) as wanted (id)
    left join person_identity as identity on identity.person_id = wanted.id
    left join notice_preference as preference on preference.person_id = wanted.id`.execute(database)
  const known = new Map(rows.map((row) => [row.id, { phone: row.phone, preference: preferenceOf(row) }]))
  return (personId) => known.get(personId ?? '') ?? unknown
}

function preferenceOf({ language, sms, mailAddress, agreed }: ReachRow): StoredPreference {
  return {
    language: language ?? usualPreference.language,
    sms: sms ?? usualPreference.sms,
    mail: mailAddress !== null,
    mailAddress,
    electronicService: agreed,
  }
}

/** Saves what a person has chosen; the day of an agreement stays the first one. */
export async function writePreference(
  database: NotificationsDatabase,
  personId: string,
  { preference, now }: { readonly preference: Omit<StoredPreference, 'mail'>; readonly now: Date },
): Promise<void> {
  const { language, sms, mailAddress: mail_address, electronicService } = preference
  const chosen = { language, sms, mail_address, updated_at: now }
  await database
    .insertInto('notice_preference')
    .values({ person_id: personId, ...chosen, electronic_service_since: electronicService ? now : null })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet((row) => ({
        ...chosen,
        electronic_service_since: electronicService
          ? row.fn.coalesce('notice_preference.electronic_service_since', 'excluded.electronic_service_since')
          : null,
      })),
    )
    .execute()
}
