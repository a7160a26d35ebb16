/**
 * A mail server with one mailbox, to try the driver against and to demonstrate with: it speaks IMAP over a real socket,
 * and dies at a command when it is told to.
 */

import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { serveSession } from './imap-session.ts'
import { type SimulatedMail, SimulatedMails } from './simulated-mailbox.ts'

/** A mail server that listens on this machine. */
export interface ImapSimulator extends AsyncDisposable {
  /** `imap://user:password@host:port` */
  readonly url: string
  readonly mails: readonly SimulatedMail[]
  /** a mail arrives; its number */
  readonly deliver: (raw: Buffer, receivedAt: Date) => number
  /** the mailbox is made anew: the same mails under new numbers */
  readonly renumber: () => void
  /** breaks the connection when a line like this comes, instead of answering it; once */
  readonly dieAt: (line: RegExp) => void
}

/** Starts a server; `validity` must differ from that of servers before it, as the numbers begin anew. */
export async function simulateImap(account: {
  readonly user: string
  readonly password: string
  readonly validity: number
}): Promise<ImapSimulator> {
  const mails = new SimulatedMails(account.validity)
  const sockets = new Set<Socket>()
  let deadly: RegExp | undefined
  const diesAt = (line: string) => {
    if (deadly?.test(line) !== true) return false
    deadly = undefined
    return true
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    serveSession(socket, { mails, account, diesAt })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const [user, password] = [account.user, account.password].map(encodeURIComponent)
  return {
    url: `imap://${user}:${password}@127.0.0.1:${port}`,
    get mails() {
      return mails.all
    },
    deliver: (raw, receivedAt) => mails.append(raw, receivedAt),
    renumber: () => mails.renumber(),
    dieAt: (line) => {
      deadly = line
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
