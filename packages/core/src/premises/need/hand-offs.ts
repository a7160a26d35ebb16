/**
 * Every hand-off of a need with its time: from whom to whom, since when, until when by the rule, when it was done, and its
 * light while it is open.
 */

import { type PlainDate, type WorkingCalendar, workingDaysBetween } from '../../calendar/index.ts'
import { accept, type Result } from '../../kernel/index.ts'
import { type NeedSpan, needDue } from './need-rule.ts'
import { momentOf, type NeedMoment, type NeedState } from './need-state.ts'

/** The steps in their order. */
export const handOffSteps = [
  'passing-on',
  'transfer',
  'receipt',
  'candidates',
  'viewing',
  'lease',
  'rating',
] as const

/** A step. */
export type HandOffStep = (typeof handOffSteps)[number]

/** Who hands to whom. */
export const handOffParties = ['firm', 'visitor', 'register', 'department', 'carrier'] as const

/** A party of `handOffParties`. */
export type HandOffParty = (typeof handOffParties)[number]

/** A hand-off; dates are days of the zone, moments ISO instants. */
export interface HandOff {
  readonly step: HandOffStep
  readonly from: HandOffParty
  readonly to: HandOffParty
  readonly since: NeedMoment
  /** last day; null where nothing is promised */
  readonly due: PlainDate | null
  readonly done: NeedMoment | null
  /** green on time, amber on the last day, red after it; of a step that is done, green or red */
  readonly light: 'green' | 'amber' | 'red' | null
  /** working days between `since` and the end, or today while it is open */
  readonly tookWorkingDays: number
}

interface Step {
  readonly step: HandOffStep
  readonly from: HandOffParty
  readonly to: HandOffParty
  readonly since: NeedMoment | null
  readonly within: NeedSpan | null
  readonly done: NeedMoment | null
}

function firstViewing({ viewings }: NeedState): NeedMoment | null {
  const [first] = viewings.flatMap(({ recorded }) => (recorded === null ? [] : [recorded]))
  return first === undefined ? null : momentOf(first)
}

const sources = { firm: 'firm', visit: 'visitor', issue: 'register' } as const

/** The end of a search that found nothing ends every step that is still open. */
function steps(state: NeedState): readonly Step[] {
  const { rule, channel, heard, filed, transferred, received, proposed, lease, rating, notFound } = state
  const source = sources[channel]
  const listed: readonly Step[] = [
    // the register has clocks of its own: nothing more is promised here
    { step: 'passing-on', from: 'firm', to: 'register', since: heard ?? null, within: null, done: filed },
    {
      step: 'transfer',
      from: source,
      to: 'department',
      since: filed,
      within: rule.transferWithin,
      done: transferred,
    },
    {
      step: 'receipt',
      from: source,
      to: 'department',
      since: transferred,
      within: rule.receiveWithin,
      done: received,
    },
    {
      step: 'candidates',
      from: 'department',
      to: 'firm',
      since: transferred,
      within: rule.proposeWithin,
      done: proposed,
    },
    {
      step: 'viewing',
      from: 'firm',
      to: 'carrier',
      since: proposed,
      within: rule.viewWithin,
      done: firstViewing(state),
    },
    { step: 'lease', from: 'carrier', to: 'firm', since: transferred, within: rule.leaseWithin, done: lease },
    {
      step: 'rating',
      from: 'firm',
      to: source === 'firm' ? 'department' : source,
      since: lease,
      within: null,
      done: rating,
    },
  ]
  return listed.map((each) => ({ ...each, done: each.done ?? notFound }))
}

function lightOf(due: PlainDate | null, done: NeedMoment | null, today: PlainDate): HandOff['light'] {
  if (due === null) return null
  const day = done?.on ?? today
  if (day > due) return 'red'
  return done === null && day === due ? 'amber' : 'green'
}

type Timed = Result<HandOff | undefined, 'calendar-not-published'>

function lastDay(
  calendar: WorkingCalendar,
  { on }: NeedMoment,
  within: NeedSpan | null,
): Result<PlainDate | null, 'calendar-not-published'> {
  if (within === null) return accept(null)
  const due = needDue(calendar, on, within)
  return due.ok ? accept(due.value.due) : due
}

/** A step with its times; nothing where it has not begun. */
function timed({ since, within, done, ...step }: Step, calendar: WorkingCalendar, today: PlainDate): Timed {
  if (since === null) return accept(undefined)
  const due = lastDay(calendar, since, within)
  if (!due.ok) return due
  const took = workingDaysBetween(calendar, since.on, done?.on ?? today)
  if (!took.ok) return took
  return accept({
    ...step,
    since: momentOf(since),
    due: due.value,
    done: done && momentOf(done),
    light: lightOf(due.value, done, today),
    tookWorkingDays: took.value,
  })
}

/**
 * The hand-offs that have begun.
 *
 * @param today - the zone's day
 */
export function handOffs(
  state: NeedState,
  calendar: WorkingCalendar,
  today: PlainDate,
): Result<readonly HandOff[], 'calendar-not-published'> {
  const found: HandOff[] = []
  for (const step of steps(state)) {
    const one = timed(step, calendar, today)
    if (!one.ok) return one
    if (one.value !== undefined) found.push(one.value)
  }
  return accept(found)
}
