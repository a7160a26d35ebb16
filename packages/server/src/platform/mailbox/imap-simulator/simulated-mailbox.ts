/**
 * The mails of a simulated mailbox, under numbers that never come back.
 */

/** A mail in it. */
export interface SimulatedMail {
  readonly uid: number
  readonly raw: Buffer
  readonly receivedAt: Date
  readonly flags: Set<string>
}

/** What lies in the mailbox. */
export class SimulatedMails {
  #mails: SimulatedMail[] = []
  #nextUid = 1
  #validity: number

  constructor(validity: number) {
    this.#validity = validity
  }

  get validity(): number {
    return this.#validity
  }

  get nextUid(): number {
    return this.#nextUid
  }

  get all(): readonly SimulatedMail[] {
    return this.#mails
  }

  /** A mail arrives. */
  append(raw: Buffer, receivedAt: Date): number {
    const uid = this.#nextUid++
    this.#mails.push({ uid, raw, receivedAt, flags: new Set() })
    return uid
  }

  /** Mails of a set such as `3`, `2:5` or `4:*`; a range beyond the last mail means the last mail. */
  inSet(set: string): readonly SimulatedMail[] {
    const last = this.#mails.at(-1)?.uid ?? 0
    const ranges = set.split(',').map((part) => {
      const [first = '', end = first] = part.split(':')
      const bounds = [first, end].map((text) => (text === '*' ? last : Number(text)))
      return [Math.min(...bounds), Math.max(...bounds)] as const
    })
    return this.#mails.filter(({ uid }) => ranges.some(([from, to]) => uid >= from && uid <= to))
  }

  /** The place of a mail in the mailbox, counted from one. */
  placeOf(uid: number): number {
    return this.#mails.findIndex((mail) => mail.uid === uid) + 1
  }

  remove(uid: number): void {
    this.#mails = this.#mails.filter((mail) => mail.uid !== uid)
  }

  /** The mailbox is made anew: the same mails under new numbers. */
  renumber(): void {
    this.#validity += 1
    this.#nextUid = 1
    this.#mails = this.#mails.map((mail) => ({ ...mail, uid: this.#nextUid++ }))
  }
}
