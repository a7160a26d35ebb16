/**
 * A mailbox by IMAP (RFC 9051). The connection is encrypted except on this machine; what a server sends is bounded.
 */

import { type FetchQueryObject, ImapFlow, type MailboxObject } from 'imapflow'
import type { Mailbox, MailPart, MailSettling, MailVisit } from './mailbox.ts'

const patience = { connectionTimeout: 20_000, greetingTimeout: 15_000, socketTimeout: 60_000 }
const megabyte = 1024 * 1024
/** far above what is read of a mail; a server that sends more is not believed */
const mostBytes = 64 * megabyte
const bounds = { maxLineLength: megabyte, maxLiteralSize: mostBytes, maxResponseSize: 2 * mostBytes }
const here = ['localhost', '127.0.0.1', '[::1]']

/** The mailbox behind `imaps://user:password@host/FOLDER`; INBOX where no folder is named. */
export function imapMailbox(written: string, address: string): Mailbox {
  const url = new URL(written)
  const user = decodeURIComponent(url.username)
  const folder = decodeURIComponent(url.pathname.slice(1)) || 'INBOX'
  const isSecure = url.protocol === 'imaps:'
  const connection = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (isSecure ? 993 : 143),
    secure: isSecure,
    ...(isSecure ? {} : { doSTARTTLS: !here.includes(url.hostname) }),
    auth: { user, pass: decodeURIComponent(url.password) },
  }
  return {
    name: `${user}@${url.hostname}/${folder}`,
    address,
    visit: async (work) => {
      const client = new ImapFlow({
        ...connection,
        ...patience,
        ...bounds,
        logger: false,
        disableAutoIdle: true,
      })
      // what breaks while nobody waits for an answer is told by the next command
      client.on('error', () => undefined)
      await client.connect()
      try {
        return await work(visitOf(client, await client.mailboxOpen(folder)))
      } finally {
        await leave(client)
      }
    },
  }
}

/** A server that does not say goodbye is left anyway. */
async function leave(client: ImapFlow): Promise<void> {
  try {
    await client.logout()
  } catch {
    client.close()
  }
}

function visitOf(client: ImapFlow, { uidValidity }: MailboxObject): MailVisit {
  return {
    uidValidity: Number(uidValidity),
    list: async (from) => {
      const fetched = await client.fetchAll(`${from}:*`, { size: true, internalDate: true }, { uid: true })
      return (
        fetched
          .map(({ uid, size = 0, internalDate }) => ({
            uid,
            size,
            receivedAt: new Date(internalDate ?? Date.now()),
          }))
          // a range beyond the last mail means the last mail
          .filter(({ uid }) => uid >= from)
          .toSorted((one, other) => one.uid - other.uid)
      )
    },
    read: async (uid, what) => {
      const mail = await client.fetchOne(String(uid), askedFor(what), { uid: true })
      return mail === false ? undefined : what === 'head' ? mail.headers : mail.source
    },
    settle: (uid, how) => settle(client, uid, how),
  }
}

function askedFor(what: MailPart): FetchQueryObject {
  if (what === 'head') return { headers: true }
  return { source: what === 'whole' ? true : { start: 0, maxLength: what.first } }
}

async function settle(client: ImapFlow, uid: number, how: MailSettling): Promise<void> {
  const range = String(uid)
  const by = { uid: true }
  const done =
    how === 'removed'
      ? await client.messageDelete(range, by)
      : await client.messageFlagsAdd(range, how === 'read' ? ['\\Seen'] : ['\\Seen', '\\Flagged'], by)
  if (!done) throw new Error(`the mailbox did not let mail ${uid} be ${how}`)
}
