/**
 * What a commitment comes to for one project: its conditions, what is due later, and by when.
 */

import { type PlainDate, plainDate } from '@guanjia/core/calendar'
import type { Catalogue, Commitment } from '@guanjia/core/catalogue'
import { accept, filled, type Result, refuse } from '@guanjia/core/kernel'
import type { Plan } from '@guanjia/core/planning'
import { type ConditionState, conditionsOf } from '@guanjia/core/projects'
import type { Facts } from '@guanjia/core/rules'
import type { Database } from '../../platform/database/database.ts'
import {
  catalogueOf,
  knownFacts,
  lastPlan,
  type PlanSource,
  planTrying,
  sourceOf,
  todayOf,
} from '../plans/plan-source.ts'
import { readProgress, standingCommitments } from '../progress/project-progress.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import type { LetterContent } from './letter-content.ts'

/** A project with what its commitments are judged on. */
export interface PledgingProject {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly ownerId: string
  readonly facts: Facts
  readonly catalogue: Catalogue
  readonly source: PlanSource
  readonly standing: readonly string[]
  /** what the credit register says of the owner */
  readonly credit: string
}

/** Reads it; refuses where there is no plan yet. */
export async function findPledging(
  room: ProjectsRoom,
  database: Database,
  { projectId, now }: { readonly projectId: string; readonly now: Date },
): Promise<Result<PledgingProject, 'plan-not-made'>> {
  const tables = projectsTables(database)
  const row = await lastPlan(tables, projectId)
  if (row === undefined) return refuse('plan-not-made')
  const project = await tables
    .selectFrom('project')
    .select(['id', 'number', 'name', 'owner_id', 'facts'])
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow()
  return accept({
    id: project.id,
    number: project.number,
    name: project.name,
    ownerId: project.owner_id,
    facts: knownFacts(project.facts),
    catalogue: await catalogueOf(room, row),
    source: { ...sourceOf(row), progress: await readProgress(database, projectId, todayOf(room, now)) },
    standing: await standingCommitments(database, projectId),
    credit: await room.cases.standingOf(project.owner_id),
  })
}

/** The commitments of these ids. */
export function commitmentsOf(
  { catalogue }: PledgingProject,
  ids: readonly string[],
): Result<readonly Commitment[], 'commitment-unknown'> {
  const { commitments } = catalogue.path
  const unknown = ids.find((id) => !commitments.some((one) => one.id === id))
  if (unknown !== undefined) return refuse('commitment-unknown', { commitment: unknown })
  return accept(commitments.filter(({ id }) => ids.includes(id)))
}

/** The plan as it would be with these signed besides those that stand and still apply. */
export function planWith(
  room: ProjectsRoom,
  { catalogue, source, standing }: PledgingProject,
  ids: readonly string[],
): Result<Plan, 'commitment-not-applicable' | 'too-many-commitments' | 'calendar-not-published'> {
  const plan = planTrying(room, catalogue, { ...source, signed: standing }, ids)
  if (plan.ok) return plan
  const { code, because } = plan
  const isDeclared =
    code === 'commitment-not-applicable' ||
    code === 'too-many-commitments' ||
    code === 'calendar-not-published'
  if (!isDeclared) throw new Error(`a kept plan is refused: ${code}`)
  return refuse(code, because)
}

type Language = 'zh-CN' | 'en'

/** A commitment on the facts of a project. */
export interface CommitmentTerms {
  readonly commitment: Commitment
  readonly service: string
  readonly conditions: readonly ConditionState[]
  /** names of papers, or of work, that are handed in later */
  readonly later: readonly string[]
  /** by when the plan expects that to be due; null where no day is known */
  readonly due: PlainDate | null
}

/** The terms of a commitment; `plan` counts with it as signed, or says nothing of a day. A letter is in Chinese. */
export function termsOf(
  room: ProjectsRoom,
  { catalogue, facts, credit }: PledgingProject,
  commitment: Commitment,
  { plan, language = 'zh-CN' }: { readonly plan: Plan | undefined; readonly language?: Language },
): CommitmentTerms {
  const service = catalogue.services.find(({ id }) => id === commitment.service)
  const duty = plan?.steps.find((step) => step.duty?.commitment === commitment.id)?.duty
  return {
    commitment,
    service: service?.name[language] ?? commitment.service,
    conditions: conditionsOf(commitment, { ...facts, 'credit.standing': credit }),
    later: laterOf(room, { catalogue, language }, commitment),
    due: duty?.dueDate === undefined ? null : plainDate(duty.dueDate),
  }
}

/** The papers it stands in for; where it stands in for none, the work that the permit no longer waits for. */
function laterOf(
  { cases }: ProjectsRoom,
  { catalogue, language }: { readonly catalogue: Catalogue; readonly language: Language },
  { id }: Commitment,
): readonly string[] {
  const nameIn = (
    list: readonly { readonly id: string; readonly name?: Readonly<Record<string, string>> | undefined }[],
    one: string,
  ) => list.find((each) => each.id === one)?.name?.[language]
  const papers = cases.replacedBy(id).map((paper) => nameIn(catalogue.evidenceTypes, paper) ?? paper)
  if (papers.length > 0) return papers
  const waived = catalogue.path.extraPrerequisites
    .flatMap(({ after }) => after)
    .filter(({ waivedBy }) => waivedBy === id)
    .map((prerequisite) => prerequisite.id)
  return [...new Set(waived)].map(
    (step) => nameIn(catalogue.path.activities, step) ?? nameIn(catalogue.services, step) ?? step,
  )
}

/** How long a commitment has, in words. */
export function makeUpText({ makeUp }: Commitment, { words }: LetterContent): string {
  if (makeUp.kind === 'milestone') return makeUp.until['zh-CN'] ?? ''
  const days = filled(words.periods[makeUp.unit], { n: makeUp.value })
  return filled(words.periods[makeUp.from], { days })
}
