/**
 * How a step stands, on the wire: by its case where it has one, else by what was reported.
 */

import type { readPlan } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import { type CaseState, whoseCourt } from '@guanjia/core/cases'
import type { PlannedStep } from '@guanjia/core/planning'
import type { Database } from '../../platform/database/database.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { type ProjectsTables, projectsTables } from '../projects-tables.ts'

type ProgressView = RouteOutput<typeof readPlan>['plan']['steps'][number]['progress']

/** What is known of one step. */
export interface KnownStep {
  readonly caseId: string | null
  readonly state: CaseState | null
  readonly startedOn: string | null
  readonly finishedOn: string | null
  readonly expectedOn: string | null
}

/** What is known, by step. */
export type StepCases = ReadonlyMap<string, KnownStep>

/** Reads the cases and the actual days of the steps of a project. */
export async function readStepCases(
  { database, cases }: Pick<ProjectsRoom, 'database' | 'cases'>,
  projectId: string,
): Promise<StepCases> {
  const tables = projectsTables(database)
  const [links, actuals, files] = await Promise.all([
    openLinks(database, projectId),
    tables.selectFrom('project_step_actual').selectAll().where('project_id', '=', projectId).execute(),
    cases.ofProject(database, projectId),
  ])
  const steps = new Set([...links.map(({ service }) => service), ...actuals.map(({ step }) => step)])
  return new Map(
    [...steps].map((step) => {
      const caseId = links.find(({ service }) => service === step)?.case_id ?? null
      const actual = actuals.find((row) => row.step === step)
      const state = files.find(({ id }) => id === caseId)?.state ?? null
      return [step, { caseId, state, ...daysOf(actual) }]
    }),
  )
}

function daysOf(actual: ProjectsTables['project_step_actual'] | undefined) {
  return {
    startedOn: actual?.started_on ?? null,
    finishedOn: actual?.finished_on ?? null,
    expectedOn: actual?.expected_on ?? null,
  }
}

function openLinks(database: Database, projectId: string) {
  return projectsTables(database)
    .selectFrom('project_step_case')
    .select(['service', 'case_id'])
    .where('project_id', '=', projectId)
    .where('closed_at', 'is', null)
    .execute()
}

const notBegun: ProgressView = {
  status: 'not-begun',
  caseId: null,
  startedOn: null,
  finishedOn: null,
  expectedOn: null,
  whoseTurn: null,
}

/** The progress of a step of a plan. */
export function stepProgressView({ lane, actual }: PlannedStep, known: KnownStep | undefined): ProgressView {
  if (known === undefined) return notBegun
  const { caseId, state, startedOn, finishedOn, expectedOn } = known
  const status = statusOf(known, actual?.status === 'overdue')
  const isGoingOn = status === 'under-way' || status === 'overdue' || (state !== null && status !== 'done')
  return {
    status,
    caseId,
    startedOn,
    finishedOn,
    expectedOn,
    whoseTurn: isGoingOn ? turnOf(state, lane) : null,
  }
}

function statusOf({ state, startedOn, finishedOn }: KnownStep, isOverdue: boolean): ProgressView['status'] {
  if (finishedOn !== null) return 'done'
  if (isOverdue) return 'overdue'
  const isFiled = state !== null && state.situation.at !== 'draft'
  return startedOn !== null || isFiled ? 'under-way' : 'not-begun'
}

function turnOf(state: CaseState | null, lane: string): ProgressView['whoseTurn'] {
  if (state === null) return lane === 'applicant' ? 'applicant' : 'third-party'
  const { who } = whoseCourt(state)
  return who === 'nobody' ? null : who
}
