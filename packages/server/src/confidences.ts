/**
 * What the rooms tell notifications alone, at the moment of sending: numbers, links and words that no event carries.
 */

import { type AccessTables, findPersonName } from './access/index.ts'
import { findTaskPhone } from './counters/index.ts'
import { findAskerPhone, type registerFeedback } from './feedback/index.ts'
import type { NotificationsDoors } from './notifications/index.ts'
import type { Ports } from './platform/ports.ts'
import { findSpaceContact } from './premises/index.ts'
import { findReminderText } from './projects/index.ts'
import { findHostContact, findSignerContact, type RegistrationPorts } from './registration/index.ts'

type Register = ReturnType<typeof registerFeedback>

/** Who signed, for the notice alone: the event names nobody. */
async function signerNamed(database: Ports['database'], personId: string) {
  const signer = await findPersonName(database.withTables<AccessTables>(), personId)
  return { phone: null, values: {}, words: { signer } }
}

/** Events about somebody who is reached by a link alone. */
const linkContacts: Partial<
  Record<string, (register: Register) => Register['findCarrierContact' | 'findInvitedFirm']>
> = {
  'feedback.carrier-asked': ({ findCarrierContact }) => findCarrierContact,
  'feedback.firm-invited': ({ findInvitedFirm }) => findInvitedFirm,
  'feedback.firm-reminded': ({ findInvitedFirm }) => findInvitedFirm,
}

/** How a carrier is reached about a question, a firm about a questionnaire, and whoever asked without an account. */
async function confidedByRegister(
  register: Register,
  database: Ports['database'],
  { type, subject }: { readonly type: string; readonly subject: string },
) {
  const find = linkContacts[type]?.(register)
  if (find === undefined) return { phone: await findAskerPhone(database, subject), values: {} }
  const contact = await find(database, subject)
  return contact && { phone: contact.phone, values: { url: contact.url } }
}

/** The host that is asked about a filed address. */
async function hostContact(registration: Parameters<typeof findHostContact>[0], subject: string) {
  const host = await findHostContact(registration, subject)
  return host && { phone: host.phone, values: { url: host.url } }
}

/** The firm of a need or the carrier of a renewal, with their link. */
async function spaceContact(
  premises: Parameters<typeof findSpaceContact>[0],
  about: Parameters<typeof findSpaceContact>[1],
) {
  const contact = await findSpaceContact(premises, about)
  return contact && { phone: contact.phone, values: { url: contact.url } }
}

/** The rooms that know somebody whom no account names. */
export interface Confiding {
  readonly register: Register
  readonly premises: Parameters<typeof findSpaceContact>[0]
}

/** What the rooms tell notifications alone, by the type of the event that refers to it. */
export function confidences(
  registration: RegistrationPorts,
  { register, premises }: Confiding,
): NotificationsDoors['confide'] {
  const others = confidedByOthers(registration)
  return (database, asked) => {
    if (asked.type.startsWith('feedback.')) return confidedByRegister(register, database, asked)
    if (asked.type.startsWith('premises.')) return spaceContact({ ...premises, database }, asked)
    return others(database, asked)
  }
}

function confidedByOthers(registration: RegistrationPorts): NotificationsDoors['confide'] {
  return async (database, { type, subject, personId, messageId }) => {
    if (type === 'counters.nobody-reached')
      return { phone: await findTaskPhone(database, subject), values: {} }
    if (type === 'registration.host-asked') return hostContact({ ...registration, database }, subject)
    if (messageId !== null) {
      const words = (await findReminderText(database, messageId)) ?? ''
      return { phone: null, values: {}, words: { words } }
    }
    if (personId === null) return undefined
    if (type === 'registration.signed') return signerNamed(database, personId)
    if (type !== 'registration.signature-requested') return undefined
    const contact = await findSignerContact(database, registration.links, {
      applicationId: subject,
      personId,
    })
    return contact && { phone: contact.phone, values: { url: contact.url } }
  }
}
