/**
 * A mailbox that people write to. Whoever visits it sees mails under numbers that never come back (UID, RFC 9051 2.3.1.1)
 * as long as the validity of the numbers stays the same; reading a mail changes nothing about it.
 */

/** A mail as the mailbox lists it. */
export interface ListedMail {
  readonly uid: number
  /** bytes */
  readonly size: number
  readonly receivedAt: Date
}

/**
 * What is done with a mail in its mailbox: marked as read, marked for people to look at, or taken out of the mailbox for
 * good.
 */
export type MailSettling = 'read' | 'flagged' | 'removed'

/** How much of a mail is read: all of it, its head alone, or its first so many bytes. */
export type MailPart = 'whole' | 'head' | { readonly first: number }

/** A mailbox while it is open. */
export interface MailVisit {
  /** changes where the mailbox was made anew; numbers under another validity are other mails */
  readonly uidValidity: number
  /** mails from a number on, the lowest first */
  readonly list: (from: number) => Promise<readonly ListedMail[]>
  /** the bytes of a mail; undefined where it is not there any more */
  readonly read: (uid: number, what: MailPart) => Promise<Buffer | undefined>
  readonly settle: (uid: number, how: MailSettling) => Promise<void>
}

/** A mailbox. */
export interface Mailbox {
  /** under which its mails are remembered; holds no password */
  readonly name: string
  /** the address that people write to */
  readonly address: string
  /** opens it, lets it be worked in, and closes it again; throws where it cannot be reached */
  readonly visit: <T>(work: (visit: MailVisit) => Promise<T>) => Promise<T>
}
