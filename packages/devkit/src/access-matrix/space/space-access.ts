/**
 * Space for firms in the table of who may call what, written down by hand like the rest of it: a part of its own, because
 * the table is long.
 */

/** Groups of callers that the whole table shares. */
interface Groups<Caller extends string> {
  readonly everybody: readonly Caller[]
  readonly departments: readonly Caller[]
  /** of the authority that works on the need of the matter */
  readonly lead: readonly Caller[]
  readonly stewards: readonly Caller[]
  readonly supervisors: readonly Caller[]
}

type OwnCaller = 'steward' | 'dispatcher' | 'otherReviewer' | 'consultedReviewer' | 'carrier' | 'otherCarrier'

/** By route: everybody who may call it. The need of the matter was recorded by the steward. */
export function premisesAccess<Caller extends string>({
  everybody,
  departments,
  lead,
  stewards,
  supervisors,
}: Groups<Caller>): Readonly<Record<string, readonly (Caller | OwnCaller)[]>> {
  const visitors = [...stewards, ...supervisors, 'dispatcher'] as const
  const carriers = ['carrier', 'otherCarrier'] as const
  return {
    // anybody searches, and a link opens what belongs to it
    'premises.read-choices': everybody,
    'premises.search-rooms': everybody,
    'premises.read-room': everybody,
    'premises.read-photo': everybody,
    'premises.file-need': everybody,
    'premises.follow-need': everybody,
    'premises.rate-need': everybody,
    'premises.read-renewal': everybody,
    'premises.answer-renewal': everybody,

    // needs: those who visit firms, and the department in charge
    'premises.record-need': visitors,
    'premises.list-needs': [...visitors, ...departments, 'otherReviewer', 'consultedReviewer'],
    'premises.read-need': ['steward', ...lead],
    'premises.transfer-need': ['steward'],
    'premises.urge-need': ['steward'],
    'premises.receive-need': lead,
    'premises.propose-rooms': lead,
    'premises.arrange-viewing': lead,
    'premises.record-viewing': lead,
    'premises.note-lease': lead,
    'premises.close-need': lead,

    // rooms: each carrier its own
    'premises.list-own-rooms': carriers,
    'premises.import-rooms': carriers,
    'premises.export-rooms': carriers,
    'premises.publish-rooms': carriers,
    'premises.change-room': ['carrier'],
    'premises.set-standing': ['carrier'],
    'premises.end-lease': ['carrier'],
    'premises.add-photo': ['carrier'],
    'premises.remove-photo': ['carrier'],
    'premises.read-own-photo': ['carrier'],
  }
}
