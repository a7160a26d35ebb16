/**
 * What an IMAP server answers to the commands of a selected mailbox (RFC 9051 6.4): the few that a mailbox is read,
 * marked and emptied with.
 */

import type { SimulatedMail, SimulatedMails } from './simulated-mailbox.ts'

/** Parts of an answer, in order; literals are bytes. */
export type Parts = readonly (string | Buffer)[]

/** Answers to SELECT and EXAMINE. */
export function selectAnswer(mails: SimulatedMails): Parts {
  return [
    `* ${mails.all.length} EXISTS\r\n* 0 RECENT\r\n`,
    '* FLAGS (\\Seen \\Flagged \\Deleted)\r\n* OK [PERMANENTFLAGS (\\Seen \\Flagged \\Deleted)] kept\r\n',
    `* OK [UIDVALIDITY ${mails.validity}] valid\r\n* OK [UIDNEXT ${mails.nextUid}] next\r\n`,
  ]
}

/** Answers to UID FETCH. */
export function fetchAnswer(mails: SimulatedMails, set: string, items: string): Parts {
  return mails
    .inSet(set)
    .flatMap((mail) => [
      `* ${mails.placeOf(mail.uid)} FETCH (UID ${mail.uid}`,
      ...wanted(mail, items.toUpperCase()),
      ')\r\n',
    ])
}

function wanted({ raw, receivedAt, flags }: SimulatedMail, items: string): Parts {
  return [
    ...(items.includes('RFC822.SIZE') ? [` RFC822.SIZE ${raw.length}`] : []),
    ...(items.includes('INTERNALDATE') ? [` INTERNALDATE "${internalDate(receivedAt)}"`] : []),
    ...(items.includes('FLAGS') ? [` FLAGS (${[...flags].join(' ')})`] : []),
    ...wantedBody(raw, items),
    ...(items.includes('BODY.PEEK[HEADER]') ? literal('BODY[HEADER]', headOf(raw)) : []),
  ]
}

/** All of a mail, or its first bytes: `BODY.PEEK[]<0.1024>` (RFC 9051 6.4.5). */
function wantedBody(raw: Buffer, items: string): Parts {
  const [, from, count] = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/.exec(items) ?? []
  if (!items.includes('BODY.PEEK[]')) return []
  if (from === undefined) return literal('BODY[]', raw)
  return literal(`BODY[]<${from}>`, raw.subarray(Number(from), Number(from) + Number(count)))
}

function literal(name: string, bytes: Buffer): Parts {
  return [` ${name} {${bytes.length}}\r\n`, bytes]
}

function headOf(raw: Buffer): Buffer {
  const end = raw.indexOf('\r\n\r\n')
  return end < 0 ? raw : raw.subarray(0, end + 4)
}

/** `" 1-Apr-2026 01:30:00 +0000"`. */
function internalDate(moment: Date): string {
  const [, day = '', month = '', year = '', time = ''] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(moment.toUTCString()) ?? []
  return `${day}-${month}-${year} ${time} +0000`
}

/** Answers to UID STORE. */
export function storeAnswer(mails: SimulatedMails, set: string, change: string): Parts {
  const [, sign = '+', list = ''] = /^([+-]?)FLAGS(?:\.SILENT)? \(?([^)]*)\)?$/i.exec(change) ?? []
  const flags = list.split(' ').filter((flag) => flag !== '')
  return mails.inSet(set).map((mail) => {
    for (const flag of flags)
      if (sign === '-') mail.flags.delete(flag)
      else mail.flags.add(flag)
    return `* ${mails.placeOf(mail.uid)} FETCH (UID ${mail.uid} FLAGS (${[...mail.flags].join(' ')}))\r\n`
  })
}

/** Answers to EXPUNGE and UID EXPUNGE: what is marked as deleted goes. */
export function expungeAnswer(mails: SimulatedMails, set: string): Parts {
  return mails
    .inSet(set)
    .filter(({ flags }) => flags.has('\\Deleted'))
    .map(({ uid }) => {
      const place = mails.placeOf(uid)
      mails.remove(uid)
      return `* ${place} EXPUNGE\r\n`
    })
}
