/**
 * A house whose mailbox lies on a simulated mail server: mails are put into it, visits are made by hand, and what came of
 * them is read at the desk, in the mailbox and among what was sent.
 */

import { assert } from '@guanjia/core/kernel'
import { composeMail, visitJob } from '../../../server/src/feedback/index.ts'
import {
  type ImapSimulator,
  simulateImap,
} from '../../../server/src/platform/mailbox/imap-simulator/index.ts'
import { type Browser, type TestApp, testApp } from '../test-app/index.ts'
import { type IssueView, view } from '../test-issues/index.ts'

/** The address that people write to. */
export const mailboxAddress = 'voice@example.gov.cn'

/** When the house opens: a Wednesday morning. */
export const opening = '2026-04-01T01:30:00Z'

/** An issue as the desk reads one that came by mail. */
export interface MailView extends IssueView {
  readonly kind: string
  readonly source: string
  readonly topic: string
  readonly words: string
  readonly asker: { readonly name: string | null; readonly mail: string | null }
  readonly photos: readonly string[]
  readonly documents: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[]
  readonly happenings: readonly { readonly type: string; readonly words: string | null }[]
}

/** The mailbox as the desk reads it. */
export interface MailboxView {
  readonly failure: string | null
  readonly counts: readonly { readonly outcome: string; readonly count: number }[]
  readonly shownTheWay: number
  readonly setAsideInAll: number
  readonly next: string | null
  readonly setAside: readonly {
    readonly id: string
    readonly arrivedAt: string
    readonly reason: string
    readonly isWaiting: boolean
  }[]
}

type Mail = Parameters<typeof composeMail>[0]
type Found = readonly { readonly id: string; readonly number: string; readonly words: string }[]

/** The house. */
export class MailHouse implements AsyncDisposable {
  readonly app: TestApp
  readonly server: ImapSimulator
  #dispatcher: Browser
  #officer: Browser

  private constructor(app: TestApp, server: ImapSimulator, people: readonly [Browser, Browser]) {
    this.app = app
    this.server = server
    ;[this.#dispatcher, this.#officer] = people
  }

  /** Opens one, over a database and a mail server of its own. */
  static async open(): Promise<MailHouse> {
    const server = await simulateImap({ user: 'voice', password: 'secret', validity: 11 })
    const env = { GUANJIA_IMAP_URL: server.url, GUANJIA_MAILBOX_ADDRESS: mailboxAddress }
    const app = await testApp({ now: opening, env })
    return new MailHouse(app, server, await signIn(app))
  }

  get dispatcher(): Browser {
    return this.#dispatcher
  }

  get officer(): Browser {
    return this.#officer
  }

  /** Moves the clock; sessions of an earlier day have run out. */
  async setClock(moment: string): Promise<void> {
    this.app.clock.set(moment)
    ;[this.#dispatcher, this.#officer] = await signIn(this.app)
  }

  /** A mail as a mail program would have sent it; its number in the mailbox. */
  async written(mail: Mail): Promise<number> {
    const whole = { from: '"刘 海" <Liu@Example.cn>', to: mailboxAddress, subject: '请帮忙', ...mail }
    return this.server.deliver(await composeMail(whole), this.app.clock.now())
  }

  /** Exactly these bytes; lines end as on the wire. */
  raw(text: string): number {
    return this.server.deliver(Buffer.from(text.replaceAll('\n', '\r\n')), this.app.clock.now())
  }

  /** Has the mailbox visited, and what follows from that done. */
  async visit(): Promise<void> {
    const { database, ports, settle } = this.app
    await database.transaction().execute((tx) => ports.jobs.enqueue(tx, visitJob, {}, { key: visitJob }))
    await settle()
  }

  /** The issues that say this. */
  async search(words: string): Promise<Found> {
    const query = `show=all&search=${encodeURIComponent(words)}`
    const { json } = await this.#dispatcher.get(`/api/voice/issues?${query}`)
    return (json() as { readonly issues: Found }).issues
  }

  /** The one issue that says this. */
  async only(words: string): Promise<MailView> {
    const issues = await this.search(words)
    const [first] = issues
    assert(first !== undefined && issues.length === 1, `one issue says ${words}, not ${issues.length}`)
    return this.issue(first.id)
  }

  /** An issue as the dispatcher reads it. */
  async issue(id: string): Promise<MailView> {
    return (await view(this.#dispatcher, id)) as MailView
  }

  /** What went out to an address, the earliest first. */
  sentTo(recipient: string) {
    return this.app.database
      .selectFrom('sent_message')
      .select(['id', 'subject', 'text'])
      .where('recipient', '=', recipient)
      .orderBy('sent_at')
      .execute()
  }

  /** Forgets what went out, as a mail server does that does not know a mail it had before. */
  async forgetSent(): Promise<void> {
    await this.app.asSuperuser('delete from guanjia.sent_message')
  }

  /** The mailbox as the desk reads it; the query names the page of what was set aside. */
  async mailbox(query = ''): Promise<MailboxView> {
    return (await this.#dispatcher.get(`/api/voice/mailbox${query}`)).json() as MailboxView
  }

  /** How a mail is marked in the mailbox; undefined where it is not there any more. */
  flagsOf(uid: number): readonly string[] | undefined {
    const mail = this.server.mails.find((each) => each.uid === uid)
    return mail && [...mail.flags]
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.close()
    await this.server[Symbol.asyncDispose]()
  }
}

async function signIn(app: TestApp): Promise<readonly [Browser, Browser]> {
  return [
    await app.signIn({ name: '秦川', roles: ['dispatcher'] }),
    await app.signIn({ name: '冯雨晴', roles: ['reviewer'], authorities: ['housing'] }),
  ]
}
