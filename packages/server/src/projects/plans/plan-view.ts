/**
 * A plan in the reader's language.
 */

import type { readPlan } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import type { WorkingCalendar } from '@guanjia/core/calendar'
import type { Catalogue, Commitment, LegalBasis, Wording } from '@guanjia/core/catalogue'
import type { DaysSaved, Plan, PlanCommitment, PlannedStep, PlanReason } from '@guanjia/core/planning'
import { permitsOf } from '@guanjia/core/planning'
import { type StepCases, stepProgressView } from '../progress/step-progress-view.ts'

type PlanView = RouteOutput<typeof readPlan>['plan']
type StepView = PlanView['steps'][number]
type CommitmentView = PlanView['commitments'][number]
type Language = 'zh-CN' | 'en'

/** What a plan is shown with. */
export interface PlanShowing {
  readonly catalogue: Catalogue
  readonly calendar: WorkingCalendar
  readonly language: Language
  /** the same plan with nothing signed */
  readonly unsigned: Plan
  readonly laneNames: Readonly<Record<string, string>>
  /** the cases that stand for its steps, by service */
  readonly cases: StepCases
}

/** The plan as the wire has it; a plan that has dates. */
export function planView(plan: Plan, showing: PlanShowing): PlanView {
  const { catalogue, language, unsigned, cases } = showing
  const { dates } = plan
  if (dates === undefined) throw new Error('the plan of a project has dates')
  const word = wordIn(language)
  return {
    view: plan.view,
    signed: [...plan.signed],
    start: dates.start,
    permit: plan.permit,
    permits: [...permitsOf(catalogue)],
    workingDays: plan.workingDays,
    dates: {
      permit: dates.permit,
      end: dates.end,
      today: dates.today ?? null,
      assumedFrom: dates.assumedFrom ?? null,
    },
    unsigned: { permit: unsigned.workingDays.permit, permitDate: unsigned.dates?.permit ?? null },
    serialSum: plan.serialSum,
    criticalPath: [...plan.criticalPath],
    saved: savedView(plan.saved),
    best: { ...savedView(plan.best), signed: [...plan.best.signed] },
    commitments: plan.commitments.flatMap((one) => {
      const commitment = catalogue.path.commitments.find(({ id }) => id === one.id)
      return commitment === undefined ? [] : [commitmentView(one, commitment, word)]
    }),
    lanes: lanesOf(plan, showing),
    stages: catalogue.stages.map(({ stage, name }) => ({ number: stage, name: word(name) })),
    steps: plan.steps.map((step) => ({
      ...stepView(step, plan.because[step.id] ?? [], word),
      progress: stepProgressView(step, cases.get(step.id)),
    })),
    calendar: calendarView(showing.calendar, dates.start),
    unknown: plan.unknown.flatMap((id) => {
      const attribute = catalogue.attributes.find((one) => one.id === id)
      return attribute === undefined ? [] : [{ id, question: word(attribute.question) }]
    }),
  }
}

type Word = (wording: Wording) => string

function wordIn(language: Language): Word {
  return (wording) => wording[language] ?? wording['zh-CN'] ?? ''
}

function savedView({ workingDays, naturalDays }: DaysSaved) {
  return { workingDays, naturalDays: naturalDays ?? null }
}

function stepView(step: PlannedStep, because: readonly PlanReason[], word: Word): Omit<StepView, 'progress'> {
  const { id, kind, lane, days, earlyStart, earlyFinish, totalFloat, freeFloat, critical } = step
  return {
    id,
    name: word(step.name),
    kind,
    stage: step.stage ?? null,
    lane,
    days,
    after: step.after.map(({ id, waivedBy, insteadOf }) => ({
      id,
      ...(waivedBy !== undefined && { waivedBy }),
      ...(insteadOf !== undefined && { insteadOf }),
    })),
    earlyStart,
    earlyFinish,
    totalFloat,
    freeFloat,
    critical,
    toBeConfirmed: step.toBeConfirmed,
    mark: step.mark,
    dates: step.dates ?? null,
    duty: step.duty ? { commitment: step.duty.commitment, dueDate: step.duty.dueDate ?? null } : null,
    because: because.map(({ expression, values, basis, mark }) => ({
      expression,
      values: { ...values },
      basis: typeof basis === 'string' ? basis : basis.map(articleText).join('、'),
      mark,
    })),
  }
}

function articleText({ statute, article }: LegalBasis): string {
  return `《${statute}》第${article}条`
}

function commitmentView(
  { id, signed, advice, open }: PlanCommitment,
  commitment: Commitment,
  word: Word,
): CommitmentView {
  const days = 'workingDays' in advice ? savedView(advice) : { workingDays: null, naturalDays: null }
  return {
    id,
    name: word(commitment.name),
    kind: commitment.kind,
    service: commitment.service,
    signed,
    makeUp: makeUpText(commitment, word),
    term: termOf(commitment),
    open: open.map(({ sentence }) => word(sentence)),
    mark: commitment.mark,
    advice: {
      code: advice.code,
      ...days,
      others: 'others' in advice ? [...advice.others] : [],
      unmet: 'unmet' in advice ? advice.unmet.map(({ sentence }) => word(sentence)) : [],
    },
  }
}

function termOf({ makeUp }: Commitment): CommitmentView['term'] {
  if (makeUp.kind === 'milestone') return { kind: makeUp.kind }
  const { kind, value, unit, from } = makeUp
  return { kind, value, unit, from }
}

/** How long a promise has, as words of content or as a number the page puts into words: `15 working-days signing`. */
function makeUpText({ makeUp }: Commitment, word: Word): string {
  return makeUp.kind === 'milestone' ? word(makeUp.until) : `${makeUp.value} ${makeUp.unit} ${makeUp.from}`
}

/** The lanes that have a step, the applicant's first, in the order of their first step. */
function lanesOf(plan: Plan, { catalogue, laneNames, language }: PlanShowing): PlanView['lanes'] {
  const ids = [...new Set(plan.steps.map(({ lane }) => lane))]
  const ordered = ids.toSorted((a, b) => Number(b === 'applicant') - Number(a === 'applicant'))
  return ordered.map((id) => {
    const authority = catalogue.authorities.find((one) => one.id === id)
    return { id, name: laneNames[id] ?? (authority === undefined ? id : wordIn(language)(authority.name)) }
  })
}

/** The notices from the year before the start on: a notice may reach into its neighbours. */
function calendarView({ version, years }: WorkingCalendar, start: string): PlanView['calendar'] {
  const named = (days: ReadonlyMap<string, string>) => [...days].map(([date, name]) => ({ date, name }))
  return {
    version,
    years: [...years.values()]
      .filter(({ year }) => year >= Number(start.slice(0, 4)) - 1)
      .map(({ year, daysOff, makeUpDays }) => ({
        year,
        daysOff: named(daysOff),
        makeUpDays: named(makeUpDays),
      })),
  }
}
