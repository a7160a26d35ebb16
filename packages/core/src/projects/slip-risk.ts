/**
 * Which projects will slip: ranked by what is left before a date moves, not by how loud anybody is.
 *
 * Terms: a *gate* is an activity that somebody waits for; its *float* is how many working days it may still be late
 * before the end of the project moves; the *days to act* are the working days until it must be done to lose nothing.
 * Whoever stands at a gate that was not begun has less: the days until it must have begun.
 */

/** Who has to move for a gate to be passed. */
export type Court = 'applicant' | 'authority' | 'steward' | 'third-party'

/** An activity of a project's plan that has not ended. */
export interface Gate {
  readonly activityId: string
  readonly court: Court
  /** working days from today until it is forecast to end, 0 or more */
  readonly daysToEnd: number
  /** working days from today until it must end for nothing to move; negative when that day has passed */
  readonly daysToAct: number
  /** working days it may be late without moving the end */
  readonly float: number
  /** working days from today until it must have begun for nothing to move, negative when that day has passed; null once begun */
  readonly daysToBegin: number | null
}

/** A project as the risk list sees it. */
export interface ProjectOutlook {
  readonly projectId: string
  readonly gates: readonly Gate[]
  /** working days since anybody of ours spoke with the applicant; undefined where nobody ever did */
  readonly daysSinceContact: number | undefined
}

/**
 * How sure it is: `slips` the end moves even if everybody acts today, `must-begin` it moves unless somebody begins,
 * `must-end` it moves unless what goes on ends in time.
 */
export type RiskKind = 'slips' | 'must-begin' | 'must-end'

/** One line of the list. */
export interface SlipRisk {
  readonly projectId: string
  readonly gate: Gate
  readonly kind: RiskKind
  /** working days left before the end moves, 0 or more */
  readonly daysLeft: number
  /** working days the end moves if nothing changes; 0 where it only may move */
  readonly slip: number
}

/**
 * The projects that slip, or may slip, within a horizon: first those that slip most, then those with least time to act,
 * then those nobody has spoken to for longest.
 *
 * @param horizon - working days to look ahead, 0 or more; ten is what stewards plan for
 */
export function slipRisks(outlooks: readonly ProjectOutlook[], horizon: number): readonly SlipRisk[] {
  const silence = new Map(
    outlooks.map(({ projectId, daysSinceContact }) => [
      projectId,
      daysSinceContact ?? Number.MAX_SAFE_INTEGER,
    ]),
  )
  const silent = ({ projectId }: SlipRisk) => silence.get(projectId) ?? 0
  return outlooks
    .flatMap((outlook) => worstGate(outlook, horizon) ?? [])
    .toSorted(
      (one, other) =>
        other.slip - one.slip ||
        one.daysLeft - other.daysLeft ||
        silent(other) - silent(one) ||
        (one.projectId < other.projectId ? -1 : 1),
    )
}

/** The gate of a project that costs most, or comes first, within the horizon. */
function worstGate({ projectId, gates }: ProjectOutlook, horizon: number): SlipRisk | undefined {
  return gates
    .map((gate) => ({ projectId, gate, ...riskOf(gate) }))
    .filter(({ daysLeft }) => daysLeft <= horizon)
    .filter(({ kind, gate }) => kind !== 'must-end' || gate.float === 0)
    .toSorted((one, other) => other.slip - one.slip || one.daysLeft - other.daysLeft)[0]
}

function riskOf({ daysToEnd, daysToAct, daysToBegin }: Gate): Pick<SlipRisk, 'kind' | 'daysLeft' | 'slip'> {
  const slip = Math.max(0, daysToEnd - daysToAct)
  if (slip > 0) return { kind: 'slips', daysLeft: 0, slip }
  if (daysToBegin !== null) return { kind: 'must-begin', daysLeft: Math.max(0, daysToBegin), slip }
  return { kind: 'must-end', daysLeft: daysToAct, slip }
}

/**
 * Whether a project slips within some days unless somebody is reminded: what goes on in time is left in peace.
 *
 * @param days - working days, 0 or more
 */
export function willSlip({ kind, daysLeft }: SlipRisk, days: number): boolean {
  return kind !== 'must-end' && daysLeft <= days
}
