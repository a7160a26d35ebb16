/**
 * The plan of a project, from the command line.
 */

import { type Plan, type PlannedStep, projectPlan } from '@guanjia/core/planning'
import { type CliAnswer, type CliCommand, type CliProblem } from '../command.ts'
import { fileOptions, writePlanFiles } from './plan-files.ts'
import { sentenceOf } from './plan-problem.ts'
import { planCall } from './plan-request.ts'

/** `guanjia plan FACTS`: the services a project needs, when each can be done, and what commitments would save. */
export const planCommand: CliCommand = {
  name: 'plan',
  takes: ['FACTS'],
  options: {
    start: { takes: 'DATE', does: 'the day the project begins, not counted; today where left out' },
    sign: { takes: 'IDS', does: 'commitments taken to be signed, with commas between them' },
    view: {
      takes: 'VIEW',
      does: 'approval: authorities alone; project: the work around them too, if left out',
    },
    zone: { takes: 'ZONE', does: 'id of the zone, the one of this house where left out' },
    ...fileOptions,
  },
  summary: 'The approval plan of a project: services, dates, floats, permit, savings by commitment',
  example:
    'guanjia plan content/qingdao/examples/projects/p1-tcm-innovation-base.yaml --start 2023-02-01 --sign C1,C3',
  run: async (input) => {
    const call = planCall(input)
    if ('code' in call) return call
    const plan = projectPlan(call.catalogue, call.zone.calendar, call.request)
    if (!plan.ok) return problem(plan)
    const files = await writePlanFiles(plan.value, call, input)
    return 'code' in files ? files : answer(plan.value, files)
  },
}

function problem(refusal: Parameters<typeof sentenceOf>[0]): CliProblem {
  return { code: refusal.code, message: sentenceOf(refusal) }
}

function answer(plan: Plan, files: readonly string[]): CliAnswer {
  const { services, workingDays, serialSum, criticalPath, because, steps, ...rest } = plan
  const activities = steps.map(activityOf)
  return {
    json: {
      services,
      activities,
      workingDays,
      serialSum,
      criticalPath,
      because,
      ...rest,
      steps: steps.map(stepOf),
      files,
    },
    text: [...linesOf(plan), ...files.map((file) => `Written: ${file}`)].join('\n'),
  }
}

function activityOf(step: PlannedStep) {
  const { id, duration, earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat, critical } =
    step
  return { id, duration, earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, freeFloat, critical }
}

function stepOf({ id, name, kind, stage, lane, days, dates, duty, after, toBeConfirmed, mark }: PlannedStep) {
  return { id, name, kind, stage, lane, days, after, dates, duty, toBeConfirmed, mark }
}

function linesOf({ steps, services, workingDays, serialSum, criticalPath, dates, saved, signed }: Plan) {
  const inOrder = steps.toSorted((a, b) => a.earlyStart - b.earlyStart || a.earlyFinish - b.earlyFinish)
  const { permit, end } = workingDays
  return [
    ...inOrder.map(lineOf),
    '',
    `${services.length} services, ${serialSum} working days one after the other`,
    permit === null ? 'No construction permit' : `Permit after ${permit} working days${on(dates?.permit)}`,
    `End after ${end} working days${on(dates?.end)}`,
    ...(signed.length > 0 ? [`${signed.join(' + ')}: ${saved.workingDays} working days sooner`] : []),
    ...(dates?.assumedFrom
      ? [`From ${dates.assumedFrom} on the calendar is not published: weekends alone are free`]
      : []),
    `Critical path: ${criticalPath.join(' > ')}`,
  ]
}

function lineOf({ id, name, earlyStart, earlyFinish, totalFloat, critical, dates }: PlannedStep): string {
  const float = critical ? 'critical' : `float ${totalFloat ?? '–'}`
  return [id, dates?.early ?? '', `${earlyStart}–${earlyFinish}`, float, name['zh-CN'] ?? ''].join('\t')
}

function on(date: string | null | undefined): string {
  return date ? `, on ${date}` : ''
}
