/**
 * What the approvals of a project left to be made up.
 */

import type { listProjectDuties } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import type { PlainDate } from '@guanjia/core/calendar'
import { type CaseState, type Deadline, type Duty, openDeadlines } from '@guanjia/core/cases'
import { accept, type Result } from '@guanjia/core/kernel'
import type { CaseOnFile } from '../../cases/index.ts'
import { planIn } from '../plans/plan-commands.ts'
import { catalogueOf, lastPlan, todayOf } from '../plans/plan-source.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import { standingCommitments } from './project-progress.ts'

type View = RouteOutput<typeof listProjectDuties>
type DutyView = View['duties'][number]

/** Whose duties are shown, and in which language. */
export interface DutiesWish {
  readonly projectId: string
  readonly language: 'zh-CN' | 'en'
}

/** Duties of all cases of a project, and commitments that will become duties with their approval. */
export async function viewDuties(
  room: ProjectsRoom,
  { projectId, language }: DutiesWish,
): Promise<Result<View, 'calendar-not-published'>> {
  const { database, cases, clock } = room
  const on = todayOf(room, clock.now())
  const files = await cases.ofProject(database, projectId)
  const duties: DutyView[] = []
  for (const file of files) {
    const found = dutiesOf(room, file, { on, language })
    if (!found.ok) return found
    duties.push(...found.value)
  }
  return accept({
    duties: duties.toSorted(byPressure),
    toCome: await dutiesToCome(room, files, { projectId, language }),
  })
}

function dutiesOf(
  { zone }: ProjectsRoom,
  file: CaseOnFile,
  { on, language }: { readonly on: PlainDate } & Pick<DutiesWish, 'language'>,
): Result<readonly DutyView[], 'calendar-not-published'> {
  const { state } = file
  if (state.duties.length === 0) return accept([])
  const deadlines = openDeadlines(state, zone.calendar, on)
  if (!deadlines.ok) return deadlines
  const deadlineOf = ({ id }: Duty) =>
    deadlines.value.find(({ kind, about }) => (kind === 'duty' || kind === 'rectification') && about === id)
  return accept(
    state.duties.map((duty) => ({
      ...dutyView(file, duty, deadlineOf(duty)),
      service: serviceName(file, language),
    })),
  )
}

function dutyView(
  { id, number, version, state }: CaseOnFile,
  duty: Duty,
  deadline: Deadline | undefined,
): Omit<DutyView, 'service'> {
  return {
    caseId: id,
    caseNumber: number,
    caseVersion: version,
    duty: duty.id,
    kind: duty.kind,
    what: duty.what,
    state: duty.state,
    due: duty.due,
    extended: duty.extended,
    rectifyBy: duty.rectifyBy,
    returned: duty.returned ?? null,
    remaining: deadline?.remaining ?? null,
    light: lightOf(duty, deadline),
    revocation: revocationOf(state, duty),
  }
}

function serviceName({ state: { service } }: CaseOnFile, language: DutiesWish['language']): string {
  return service.name[language] ?? service.name['zh-CN'] ?? service.id
}

/** A lapse is red even while its rectification has days left. */
function lightOf({ state }: Duty, deadline: Deadline | undefined): DutyView['light'] {
  if (state === 'lapsed' || state === 'failed') return 'red'
  return state === 'open' ? (deadline?.light ?? 'off') : 'off'
}

function revocationOf({ situation }: CaseState, { state }: Duty): DutyView['revocation'] {
  if (state === 'made-up') return null
  if (situation.at === 'revoked') return 'revoked'
  return situation.at === 'revocation-proposed' ? 'proposed' : null
}

const order: Readonly<Record<DutyView['state'], number>> = { failed: 0, lapsed: 1, open: 2, 'made-up': 3 }

function byPressure(one: DutyView, other: DutyView): number {
  return order[one.state] - order[other.state] || (one.remaining ?? 0) - (other.remaining ?? 0)
}

async function dutiesToCome(
  room: ProjectsRoom,
  files: readonly CaseOnFile[],
  { projectId, language }: DutiesWish,
): Promise<View['toCome']> {
  const row = await lastPlan(projectsTables(room.database), projectId)
  if (row === undefined) return []
  const { path } = await catalogueOf(room, row)
  const { steps } = planIn(row)
  const issued = new Set(files.flatMap(({ state }) => state.duties.map(({ id }) => id)))
  const standing = await standingCommitments(room.database, projectId)
  return standing
    .filter((id) => !issued.has(id))
    .map((commitment) => ({
      commitment,
      name: path.commitments.find(({ id }) => id === commitment)?.name[language] ?? commitment,
      due: steps.find(({ duty }) => duty?.commitment === commitment)?.duty?.dueDate ?? null,
    }))
}
