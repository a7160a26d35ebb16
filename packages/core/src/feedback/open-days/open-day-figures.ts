/**
 * The figures of a round of open days (产业载体开放日), counted from what was recorded and never written down.
 */

/** What a round is counted from. */
export interface OpenDayRecords {
  /** departments that hold the round */
  readonly hosts: readonly string[]
  readonly sessions: readonly {
    readonly carrier: string
    /** unified codes of the companies that came */
    readonly companies: readonly string[]
  }[]
  readonly questions: readonly { readonly isAnsweredOnSite: boolean; readonly isClosed: boolean }[]
}

/** How large a round was, and what became of its questions. */
export interface OpenDayFigures {
  readonly hosts: number
  readonly carriers: number
  /** companies, each once however many sessions it came to */
  readonly companies: number
  readonly answeredOnSite: number
  /** questions that went into the register of issues */
  readonly toRegister: number
  /** of these, those that the company has confirmed */
  readonly closed: number
}

/** The figures of a round. */
export function openDayFigures({ hosts, sessions, questions }: OpenDayRecords): OpenDayFigures {
  const toRegister = questions.filter(({ isAnsweredOnSite }) => !isAnsweredOnSite)
  return {
    hosts: new Set(hosts).size,
    carriers: new Set(sessions.map(({ carrier }) => carrier)).size,
    companies: new Set(sessions.flatMap(({ companies }) => companies)).size,
    answeredOnSite: questions.length - toRegister.length,
    toRegister: toRegister.length,
    closed: toRegister.filter(({ isClosed }) => isClosed).length,
  }
}
