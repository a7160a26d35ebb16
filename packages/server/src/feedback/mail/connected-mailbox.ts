/**
 * The mailbox as the root hands it in, and the one of a demonstration: a mail server of its own, read over a real socket.
 */

import { imapMailbox } from '../../platform/mailbox/imap-mailbox.ts'
import { type ImapSimulator, simulateImap } from '../../platform/mailbox/imap-simulator/index.ts'
import type { Mailbox } from '../../platform/mailbox/mailbox.ts'

/** A mailbox that is read, and what must be known around it. */
export interface ConnectedMailbox {
  readonly mailbox: Mailbox
  /** addresses of this house, in small letters: what they send is not answered */
  readonly ownAddresses: readonly string[]
  /** puts a mail into the mailbox; in a demonstration alone */
  readonly deliver?: (raw: Buffer) => Promise<void>
  readonly close?: () => Promise<void>
}

const secondMs = 1000

/** The mailbox of a demonstration: its server starts with the first visit, and what lies in it ends with the house. */
export function demonstrationMailbox(
  address: string,
  now: () => Date,
): Omit<ConnectedMailbox, 'ownAddresses'> {
  let starting: Promise<ImapSimulator> | undefined
  const server = () => {
    starting ??= simulateImap({
      user: 'demonstration',
      password: 'demonstration',
      // numbers begin anew with every start
      validity: Math.floor(Date.now() / secondMs),
    })
    return starting
  }
  return {
    mailbox: {
      name: 'demonstration/INBOX',
      address,
      visit: async (work) => imapMailbox((await server()).url, address).visit(work),
    },
    deliver: async (raw) => {
      const { deliver } = await server()
      deliver(raw, now())
    },
    close: async () => (await starting)?.[Symbol.asyncDispose](),
  }
}
