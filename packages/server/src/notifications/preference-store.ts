/**
 * How people want to be told, and since when they agree to be served decisions in the portal.
 */

import { type RecipientPreference, usualPreference } from '@guanjia/core/notifications'
import type { NotificationsDatabase } from './notifications-tables.ts'

/** What a person has chosen, with the address of their mail box. */
export interface StoredPreference extends RecipientPreference {
  readonly mailAddress: string | null
}

/** What each of these people has chosen; the usual for who has not. */
export async function findPreferences(
  database: NotificationsDatabase,
  personIds: readonly string[],
): Promise<(personId: string | null) => StoredPreference> {
  const rows =
    personIds.length === 0
      ? []
      : await database
          .selectFrom('notice_preference')
          .selectAll()
          .where('person_id', 'in', [...personIds])
          .execute()
  const chosen = new Map(
    rows.map(({ person_id, language, sms, mail_address: mailAddress, electronic_service_since: since }) => [
      person_id,
      { language, sms, mailAddress, mail: mailAddress !== null, electronicService: since !== null },
    ]),
  )
  const usual = { ...usualPreference, mailAddress: null }
  return (personId) => chosen.get(personId ?? '') ?? usual
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
