/**
 * Whose project it becomes: present first, then who knows the kind of project, then who has least on hand. The choice
 * explains itself, and a leader may make another one; it never leaves a project without a second person.
 */

import type { PlainDate } from '../calendar/index.ts'
import { accept, type Result, refuse } from '../kernel/index.ts'
import { isPresent, type Steward, type Workload } from './steward.ts'

/** The team on a day. */
export interface Team {
  readonly stewards: readonly Steward[]
  /** by steward; who is missing has nothing on hand */
  readonly workloads: ReadonlyMap<string, Workload>
}

/** What has to be known of a project to choose for it. */
export interface StewardQuestion {
  /** kind of project, a word of content */
  readonly kind: string
  readonly on: PlainDate
  /** stewards who may not be chosen, such as one who hands the project over or has an interest in it */
  readonly except: readonly string[]
}

/** Why somebody was chosen. */
export interface ChoiceReason {
  readonly knowsKind: boolean
  readonly isPresent: boolean
  readonly workload: Workload
}

/** Two different people. */
export interface StewardChoice {
  readonly primary: string
  readonly backup: string
  readonly because: { readonly primary: ChoiceReason; readonly backup: ChoiceReason }
}

interface Candidate extends ChoiceReason {
  readonly steward: Steward
}

/**
 * The primary steward and the backup for a project.
 *
 * Refuses with `too-few-stewards` where fewer than two may be chosen at all. Who is on leave is chosen only as backup, and
 * only where nobody else is there.
 */
export function chooseStewards(
  team: Team,
  question: StewardQuestion,
): Result<StewardChoice, 'too-few-stewards' | 'nobody-present'> {
  const candidates = candidatesOf(team, question)
  if (candidates.length < 2) return refuse('too-few-stewards', { candidates: candidates.length })
  const [primary, ...others] = candidates.toSorted(inOrderOf('primary'))
  const [backup] = others.toSorted(inOrderOf('backup'))
  if (primary === undefined || backup === undefined || !primary.isPresent)
    return refuse('nobody-present', { on: question.on })
  return accept({
    primary: primary.steward.id,
    backup: backup.steward.id,
    because: { primary: reasonOf(primary), backup: reasonOf(backup) },
  })
}

function candidatesOf({ stewards, workloads }: Team, { kind, on, except }: StewardQuestion): Candidate[] {
  return stewards
    .filter(({ id }) => !except.includes(id))
    .map((steward) => ({
      steward,
      isPresent: isPresent(steward, on),
      knowsKind: steward.specialties.includes(kind),
      workload: workloads.get(steward.id) ?? { primary: 0, backup: 0 },
    }))
}

/** Present, knows the kind, has least on hand of this duty, then of both; at last by id, so that it is the same twice. */
function inOrderOf(duty: keyof Workload): (one: Candidate, other: Candidate) => number {
  return (one, other) =>
    Number(other.isPresent) - Number(one.isPresent) ||
    Number(other.knowsKind) - Number(one.knowsKind) ||
    one.workload[duty] - other.workload[duty] ||
    total(one.workload) - total(other.workload) ||
    (one.steward.id < other.steward.id ? -1 : 1)
}

function total({ primary, backup }: Workload): number {
  return primary + backup
}

function reasonOf({ knowsKind, isPresent, workload }: Candidate): ChoiceReason {
  return { knowsKind, isPresent, workload }
}
