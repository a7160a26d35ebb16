/**
 * Files a plan can be written to.
 */

import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plan } from '@guanjia/core/planning'
import { workingDayAxis } from '@guanjia/core/planning'
import { parse } from 'yaml'
import {
  type PlanPaperSource,
  planEvents,
  planExchange,
  planPaper,
  planSheet,
  planWorkbook,
  readPlanWords,
} from '../../planning/index.ts'
import { createTypesetter } from '../../platform/documents/index.ts'
import { type CliInput, type CliOption, type CliProblem, optionText } from '../command.ts'
import type { PlanCall } from './plan-request.ts'
import { readText } from './text-file.ts'

/** The options that name files. */
export const fileOptions: Readonly<Record<string, CliOption>> = {
  svg: { takes: 'FILE', does: 'write the time-scaled network diagram' },
  pdf: { takes: 'FILE', does: 'write one A3 sheet: diagram, steps, title block' },
  xlsx: { takes: 'FILE', does: 'write a spreadsheet: summary, steps, commitments' },
  ics: { takes: 'FILE', does: 'write calendar events: own steps, duties, permit' },
  mspdi: { takes: 'FILE', does: 'write an XML file for project software' },
}

interface Making {
  readonly call: PlanCall
  readonly source: PlanPaperSource
  readonly key: string
  readonly at: Date
}

const makers: Readonly<Record<string, (making: Making) => string | Buffer | Promise<Buffer>>> = {
  svg: ({ source }) => planSheet(source),
  pdf: ({ source, call, at }) => {
    const templates = join(call.folder, 'documents')
    return createTypesetter({ templates, reviewed: new Map() }).render(planPaper(source, at))
  },
  xlsx: ({ source, at }) => planWorkbook(source, at),
  ics: ({ source, key, call, at }) =>
    planEvents(source, { key, domain: `${call.zone.zone.id}.guanjia`, sequence: 0, at }),
  mspdi: ({ source }) => planExchange(source),
}

/** Writes the files that the options name; a problem where one cannot be. */
export async function writePlanFiles(
  plan: Plan,
  call: PlanCall,
  input: CliInput,
): Promise<readonly string[] | CliProblem> {
  const wanted = Object.keys(makers).flatMap((kind) => {
    const file = optionText(input, kind)
    return file === undefined ? [] : [{ kind, file }]
  })
  if (wanted.length === 0) return []
  const making = makingOf(plan, call, input)
  if ('code' in making) return making
  for (const { kind, file } of wanted) {
    const content = await makers[kind]?.(making)
    try {
      writeFileSync(file, content ?? '')
    } catch {
      return { code: 'file-unwritable', message: `${file} cannot be written.` }
    }
  }
  return wanted.map(({ file }) => file)
}

function makingOf(plan: Plan, call: PlanCall, input: CliInput): Making | CliProblem {
  const { start } = call.request
  const axis = start === undefined ? undefined : workingDayAxis(call.zone.calendar, start)
  if (axis?.ok !== true)
    return {
      code: 'start-missing',
      message: 'Files carry dates: name a day in a published year with --start.',
    }
  const [facts = ''] = input.positionals
  const source: PlanPaperSource = {
    plan,
    days: axis.value,
    calendar: call.zone.calendar,
    words: readPlanWords(call.folder),
    commitments: call.catalogue.path.commitments,
    project: projectName(facts),
  }
  return { call, source, key: basename(facts), at: new Date() }
}

/** The name an example gives itself, or that of its file. */
function projectName(file: string): string {
  const content: unknown = parse(readText(file) ?? '')
  const name = isRecord(content) ? content['name'] : undefined
  if (typeof name === 'string') return name
  const chinese = isRecord(name) ? name['zh-CN'] : undefined
  return typeof chinese === 'string' ? chinese : basename(file).replace(/\.ya?ml$/, '')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
