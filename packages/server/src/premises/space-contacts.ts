/**
 * How the firm of a need and the carrier of a renewal are reached: the phone that was given, and their link.
 */

import type { PremisesPorts } from './premises-ports.ts'
import { premisesTables } from './store/premises-tables.ts'

/** A phone and the link that belongs to it. */
export interface SpaceContact {
  readonly phone: string
  readonly url: string
}

/** The contact behind an event of this room, by its type and subject. */
export async function findSpaceContact(
  { database, needLinks, renewalLinks, content }: PremisesPorts,
  { type, subject }: { readonly type: string; readonly subject: string },
): Promise<SpaceContact | undefined> {
  if (type === 'premises.renewal-asked') {
    const asked = await premisesTables(database)
      .selectFrom('space_renewal')
      .select(['carrier', 'link_salt'])
      .where('id', '=', subject)
      .executeTakeFirst()
    const phone = content.carriers.find(({ id }) => id === asked?.carrier)?.phone
    return asked === undefined || phone === undefined
      ? undefined
      : { phone, url: renewalLinks.urlOf(asked.link_salt) }
  }
  const need = await premisesTables(database)
    .selectFrom('space_need')
    .select(['phone', 'link_salt'])
    .where('id', '=', subject)
    .executeTakeFirst()
  return need && { phone: need.phone, url: needLinks.urlOf(need.link_salt) }
}
