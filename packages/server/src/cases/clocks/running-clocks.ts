/**
 * The clocks of cases as whoever watches them sees them: what authorities owe, and what was promised to be made up. Numbers,
 * services, days and departments; nothing that an applicant wrote, and no applicant.
 */

import type { PlainDate } from '@guanjia/core/calendar'
import {
  type Court,
  type Deadline,
  type DeadlineKind,
  openDeadlines,
  runningPause,
  whoseCourt,
} from '@guanjia/core/cases'
import { accept, type Result } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import type { CasesPorts } from '../cases-ports.ts'
import { type CaseRow, casesTables } from '../store/cases-tables.ts'

/** One clock of one case. */
export interface RunningClock {
  readonly caseId: string
  readonly number: string
  readonly service: Readonly<Record<string, string>>
  readonly kind: Exclude<DeadlineKind, 'correction' | 'following-paper'>
  /** null while a rest leaves it open */
  readonly due: PlainDate | null
  readonly rest: { readonly since: PlainDate; readonly why: string } | null
  /** ids of the authorities that owe it, or that see to it where the applicant owes it */
  readonly authorities: readonly string[]
  /** who is waited for */
  readonly court: Court
}

const ofApplicant: readonly DeadlineKind[] = ['correction', 'following-paper']
const ofWholeCase: readonly DeadlineKind[] = ['one-time-notice', 'committed', 'statutory']

type Watched = Pick<CaseRow, 'id' | 'number' | 'service_name' | 'authorities' | 'state'>

/**
 * Every clock that runs on a day, of each case the nearest of those that the whole case has. Refused where the calendar of a
 * year is not published.
 */
export async function readRunningClocks(
  { zone }: CasesPorts,
  database: Database,
  on: PlainDate,
): Promise<Result<readonly RunningClock[], 'calendar-not-published'>> {
  const rows = (await casesTables(database)
    .selectFrom('case_file')
    .select(['id', 'number', 'service_name', 'authorities', 'state'])
    .where('situation', '!=', 'draft')
    .where(sql<boolean>`(court <> 'nobody' or next_due is not null)`)
    .execute()) as Watched[]
  const clocks: RunningClock[] = []
  for (const row of rows) {
    const deadlines = openDeadlines(row.state, zone.calendar, on)
    if (!deadlines.ok) return deadlines
    clocks.push(...watchedOf(deadlines.value).map((deadline) => clockOf(row, deadline)))
  }
  return accept(clocks)
}

/** What applicants owe themselves is left out; of the clocks of the whole case only the nearest is watched, held or not. */
function watchedOf(deadlines: readonly Deadline[]): readonly (Deadline & Pick<RunningClock, 'kind'>)[] {
  const [first] = deadlines
    .filter(({ kind }) => ofWholeCase.includes(kind))
    .toSorted((one, other) => one.remaining - other.remaining)
  return deadlines.filter(
    (deadline): deadline is Deadline & Pick<RunningClock, 'kind'> =>
      !ofApplicant.includes(deadline.kind) && (!ofWholeCase.includes(deadline.kind) || deadline === first),
  )
}

function clockOf(
  { id, number, service_name: service, authorities: [lead = ''], state }: Watched,
  { kind, about, due }: Deadline & Pick<RunningClock, 'kind'>,
): RunningClock {
  const court = whoseCourt(state)
  const isWhole = ofWholeCase.includes(kind)
  const pause = isWhole ? runningPause(state, kind === 'statutory' ? 'statutory' : 'committed') : undefined
  const asked = state.consultations.find((each) => kind === 'consultation' && each.id === about)?.asked
  const waitedFor = isWhole && court.who === 'authority' ? court.authorities : [lead]
  return {
    caseId: id,
    number,
    service,
    kind,
    due,
    rest: pause === undefined ? null : { since: pause.from, why: pause.reason },
    authorities: asked === undefined ? [...new Set([lead, ...waitedFor])] : [asked],
    court,
  }
}
