/**
 * Contacts: visits, calls and messages between a project and those who serve it, on one timeline. What happened at a
 * counter counts as well, so that nobody can claim that an applicant never had to come.
 */

/** How people met. */
export type ContactChannel = 'visit' | 'call' | 'message' | 'video' | 'counter'

/** One contact. */
export interface Contact {
  readonly id: string
  readonly channel: ContactChannel
  /** who came to whom, or who called whom */
  readonly by: 'steward' | 'applicant'
  /** epoch milliseconds */
  readonly at: number
  /** case the contact was about, where it was about one */
  readonly caseId?: string
}

/** Whether the applicant had to travel: they came to a counter, or came to the office. A steward's visit is no travel. */
export function isTravel({ channel, by }: Contact): boolean {
  return channel === 'counter' || (channel === 'visit' && by === 'applicant')
}

/** How many of some cases were done without one journey of the applicant (零跑腿), and of how many. */
export interface ZeroVisitCount {
  readonly cases: number
  readonly withoutVisit: number
}

/**
 * Counts cases without a journey. A case counts once, whatever the number of contacts; contacts about no case count for
 * none.
 */
export function zeroVisitCount(caseIds: readonly string[], contacts: readonly Contact[]): ZeroVisitCount {
  const travelled = new Set(contacts.filter(isTravel).flatMap(({ caseId }) => caseId ?? []))
  const cases = new Set(caseIds)
  return { cases: cases.size, withoutVisit: [...cases].filter((id) => !travelled.has(id)).length }
}

/** The moment of the last contact that reached both sides; undefined where there was none. */
export function lastContact(contacts: readonly Contact[]): Contact | undefined {
  return contacts.reduce<Contact | undefined>(
    (latest, contact) => (latest === undefined || contact.at > latest.at ? contact : latest),
    undefined,
  )
}
