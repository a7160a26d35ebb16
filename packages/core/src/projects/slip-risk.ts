/**
 * Which projects will slip: ranked by what is left before a date moves, not by how loud anybody is.
 *
 * Terms: a *gate* is an activity that somebody waits for; its *float* is how many working days it may still be late
 * before the end of the project moves; the *days to act* are the working days until it must be done to lose nothing.
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
  /** whether work on it has begun */
  readonly isBegun: boolean
}

/** A project as the risk list sees it. */
export interface ProjectOutlook {
  readonly projectId: string
  readonly gates: readonly Gate[]
  /** working days since anybody of ours spoke with the applicant; undefined where nobody ever did */
  readonly daysSinceContact: number | undefined
}

/** One line of the list. */
export interface SlipRisk {
  readonly projectId: string
  readonly gate: Gate
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
        one.gate.daysToAct - other.gate.daysToAct ||
        silent(other) - silent(one) ||
        (one.projectId < other.projectId ? -1 : 1),
    )
}

/** The gate of a project that costs most, or comes first, within the horizon. */
function worstGate({ projectId, gates }: ProjectOutlook, horizon: number): SlipRisk | undefined {
  return gates
    .filter(({ daysToAct }) => daysToAct <= horizon)
    .filter((gate) => slipOf(gate) > 0 || gate.float === 0)
    .map((gate) => ({ projectId, gate, slip: slipOf(gate) }))
    .toSorted((one, other) => other.slip - one.slip || one.gate.daysToAct - other.gate.daysToAct)[0]
}

function slipOf({ daysToEnd, daysToAct }: Gate): number {
  return Math.max(0, daysToEnd - daysToAct)
}
