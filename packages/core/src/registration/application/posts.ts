/**
 * Who holds which post in a limited company, and which combinations the law allows.
 *
 * @see 中华人民共和国公司法 (2024-07-01) articles 10, 68, 69, 75, 76, 83
 */

/** How the company is supervised. */
export type Supervision =
  | { readonly kind: 'supervisors'; readonly ids: readonly string[] }
  | { readonly kind: 'waived-by-all' }
  | {
      readonly kind: 'audit-committee'
      /** its members, directors all of them */
      readonly ids?: readonly string[]
    }

/** The posts of a limited company; every id names a person of the application, an empty one nobody yet. */
export interface CompanyPosts {
  /** one director without a board, or a board of three or more */
  readonly directors: readonly string[]
  readonly manager: string
  readonly supervision: Supervision
  readonly legalRepresentative: string
  readonly finance: string
  readonly liaison: string
}

/** What the law does not allow, with the field it stands in. */
export interface PostFault {
  readonly code:
    | 'no-director'
    | 'two-directors'
    | 'representative-neither-director-nor-manager'
    | 'supervisor-is-director'
    | 'supervisor-is-senior'
    | 'no-supervisor'
    | 'two-supervisors'
    | 'audit-member-not-director'
    | 'audit-committee-without-board'
    | 'named-twice'
  readonly field: string
  readonly article: string
}

function directorFaults({ directors }: CompanyPosts): PostFault[] {
  const faults: PostFault[] = []
  if (directors.length === 0)
    faults.push({ code: 'no-director', field: 'posts.directors', article: '公司法 75' })
  if (directors.length === 2)
    faults.push({ code: 'two-directors', field: 'posts.directors', article: '公司法 68、75' })
  if (new Set(directors).size < directors.length)
    faults.push({ code: 'named-twice', field: 'posts.directors', article: '公司法 68' })
  return faults
}

function committeeFaults(directors: readonly string[], members: readonly string[] = []): PostFault[] {
  const fault = { field: 'posts.supervision', article: '公司法 69' }
  if (directors.length < 3) return [{ ...fault, code: 'audit-committee-without-board' }]
  const strangers = members.some((id) => !directors.includes(id))
  return strangers ? [{ ...fault, code: 'audit-member-not-director' }] : []
}

function supervisionFaults({ supervision, directors, manager, finance }: CompanyPosts): PostFault[] {
  const field = 'posts.supervision'
  if (supervision.kind === 'audit-committee') return committeeFaults(directors, supervision.ids)
  if (supervision.kind === 'waived-by-all') return []
  if (supervision.ids.length === 0) return [{ code: 'no-supervisor', field, article: '公司法 83' }]
  const faults: PostFault[] = []
  // one supervisor, or a board of three or more
  if (supervision.ids.length === 2) faults.push({ code: 'two-supervisors', field, article: '公司法 76、83' })
  if (supervision.ids.some((id) => directors.includes(id)))
    faults.push({ code: 'supervisor-is-director', field, article: '公司法 76' })
  if (supervision.ids.some((id) => id === manager || id === finance))
    faults.push({ code: 'supervisor-is-senior', field, article: '公司法 76' })
  if (new Set(supervision.ids).size < supervision.ids.length)
    faults.push({ code: 'named-twice', field, article: '公司法 76' })
  return faults
}

/** Every fault of a set of posts; none means the combination is lawful. */
export function postFaults(posts: CompanyPosts): readonly PostFault[] {
  const faults = [...directorFaults(posts), ...supervisionFaults(posts)]
  if (!posts.directors.includes(posts.legalRepresentative) && posts.legalRepresentative !== posts.manager) {
    const field = 'posts.legalRepresentative'
    faults.push({ code: 'representative-neither-director-nor-manager', field, article: '公司法 10' })
  }
  return faults
}
