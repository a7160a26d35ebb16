import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { imapMailbox } from './imap-mailbox.ts'
import { type ImapSimulator, simulateImap } from './imap-simulator/index.ts'
import type { Mailbox } from './mailbox.ts'

const raw = (subject: string, body = '正文') =>
  Buffer.from(`From: liu@example.cn\r\nSubject: ${subject}\r\n\r\n${body}\r\n`)
const arrived = new Date('2026-04-01T01:30:00Z')

let server: ImapSimulator
let mailbox: Mailbox

beforeEach(async () => {
  server = await simulateImap({ user: 'voice', password: 'p@ss "word"', validity: 7 })
  mailbox = imapMailbox(server.url, 'voice@example.gov.cn')
})
afterEach(() => server[Symbol.asyncDispose]())

describe(imapMailbox, () => {
  it('lists from a number on and reads whole mails and heads, and nothing of it changes the mailbox', async () => {
    server.deliver(raw('one'), arrived)
    const uid = server.deliver(raw('two', '{5}\r\n* BYE'), arrived)
    const seen = await mailbox.visit(async ({ uidValidity, list, read }) => ({
      uidValidity,
      all: (await list(1)).map((mail) => mail.uid),
      rest: await list(uid),
      none: await list(uid + 1),
      whole: await read(uid, 'whole'),
      head: await read(uid, 'head'),
      opening: await read(uid, { first: 20 }),
      more: await read(uid, { first: 2000 }),
      missing: await read(99, 'whole'),
    }))
    expect(seen).toEqual({
      uidValidity: 7,
      all: [1, 2],
      rest: [{ uid: 2, size: raw('two', '{5}\r\n* BYE').length, receivedAt: arrived }],
      none: [],
      whole: raw('two', '{5}\r\n* BYE'),
      head: Buffer.from('From: liu@example.cn\r\nSubject: two\r\n\r\n'),
      opening: raw('two', '{5}\r\n* BYE').subarray(0, 20),
      more: raw('two', '{5}\r\n* BYE'),
      missing: undefined,
    })
    expect(server.mails.flatMap(({ flags }) => [...flags])).toEqual([])
  })

  it('finds nothing in an empty mailbox', async () => {
    expect(await mailbox.visit(({ list }) => list(1))).toEqual([])
  })

  it('marks as read, marks for people, and removes for good', async () => {
    for (const subject of ['read', 'flagged', 'removed']) server.deliver(raw(subject), arrived)
    await mailbox.visit(async ({ settle }) => {
      await settle(1, 'read')
      await settle(2, 'flagged')
      await settle(3, 'removed')
    })
    expect(server.mails.map(({ uid, flags }) => [uid, ...flags])).toEqual([
      [1, '\\Seen'],
      [2, '\\Seen', '\\Flagged'],
    ])
  })

  it('says so where the server dies, and comes back with the next visit', async () => {
    server.deliver(raw('one'), arrived)
    server.dieAt(/UID STORE/)
    await expect(mailbox.visit(({ settle }) => settle(1, 'read'))).rejects.toThrow()
    await mailbox.visit(({ settle }) => settle(1, 'read'))
    expect(server.mails[0]?.flags.has('\\Seen')).toBe(true)
  })

  it('is not let in with a wrong password, and does not name it', async () => {
    const wrong = imapMailbox(server.url.replace('voice:', 'voice:x'), 'voice@example.gov.cn')
    const failure = await wrong.visit(({ list }) => list(1)).catch((error: unknown) => String(error))
    expect(failure).toMatch(/Error/)
    expect(failure).not.toContain('p@ss')
    expect(mailbox.name).not.toContain('p@ss')
  })

  it('gives no password to a server elsewhere that does not encrypt', async () => {
    // this machine under a name that is not known to be this machine
    const elsewhere = server.url.replace('127.0.0.1', '[::ffff:127.0.0.1]')
    const failure = await imapMailbox(elsewhere, 'voice@example.gov.cn')
      .visit(({ list }) => list(1))
      .catch((error: unknown) => String(error))
    expect(failure).toMatch(/STARTTLS/i)
  })
})
