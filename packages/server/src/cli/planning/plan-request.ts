/**
 * What a plan is asked for with on the command line, checked against the zone.
 */

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { localMoment, type PlainDate, parsePlainDate } from '@guanjia/core/calendar'
import type { Catalogue } from '@guanjia/core/catalogue'
import { type PlanRequest, type PlanView, readProjectFacts } from '@guanjia/core/planning'
import { parse } from 'yaml'
import { readCatalogueContent } from '../../catalogue/index.ts'
import { readZoneContent, type ZoneContent } from '../../platform/zone-content.ts'
import { type CliInput, type CliProblem, optionText } from '../command.ts'
import { contentFolder } from '../content-folder.ts'
import { idsIn } from './network-command.ts'
import { sentenceOf } from './plan-problem.ts'
import { readText } from './text-file.ts'

/** The zone and the request. */
export interface PlanCall {
  /** of the zone's content */
  readonly folder: string
  readonly zone: ZoneContent
  readonly catalogue: Catalogue
  readonly request: PlanRequest
}

/** Reads the options and the file of facts; a problem says what to mend. */
export function planCall(input: CliInput): PlanCall | CliProblem {
  const folder = zoneFolder(optionText(input, 'zone'))
  if (typeof folder !== 'string') return folder
  const zone = readZoneContent(folder)
  const view = viewOf(optionText(input, 'view'))
  if (typeof view !== 'string') return view
  const start = startOf(optionText(input, 'start'), view, zone)
  if (typeof start === 'object') return start
  const { catalogue } = readCatalogueContent(folder)
  const facts = factsIn(input.positionals[0] ?? '', catalogue)
  if ('code' in facts) return facts
  return {
    folder,
    zone,
    catalogue,
    request: { facts: facts.facts, view, ...(start && { start }), signed: idsIn(optionText(input, 'sign')) },
  }
}

function zoneFolder(zone: string | undefined): string | CliProblem {
  if (zone === undefined) return contentFolder()
  const folder = join(dirname(contentFolder()), zone)
  if (/^[\w-]+$/.test(zone) && existsSync(join(folder, 'zone.yaml'))) return folder
  return { code: 'zone-unknown', message: `There is no zone called ${zone}.` }
}

function viewOf(view = 'project'): PlanView | CliProblem {
  if (view === 'project' || view === 'approval') return view
  return { code: 'view-unknown', message: `"${view}" is no view: it is approval or project.` }
}

/** The day asked for, or today in the zone; the approval view does without one where this year is not published. */
function startOf(
  text: string | undefined,
  view: PlanView,
  { utcOffsetMinutes, calendar }: ZoneContent,
): PlainDate | undefined | CliProblem {
  if (text === undefined) {
    const today = localMoment(Date.now(), utcOffsetMinutes).date
    return view === 'project' || calendar.years.has(Number(today.slice(0, 4))) ? today : undefined
  }
  const date = parsePlainDate(text)
  if (date.ok) return date.value
  return { code: 'date-malformed', message: `"${text}" is no day: write it as YYYY-MM-DD.` }
}

function factsIn(file: string, { attributes }: Catalogue): Pick<PlanRequest, 'facts'> | CliProblem {
  const text = readText(file)
  if (text === undefined)
    return { code: 'file-unreadable', message: `${file} cannot be read as a text file.` }
  try {
    const facts = readProjectFacts(attributes, factsOf(parse(text)))
    return facts.ok ? { facts: facts.value } : { code: facts.code, message: sentenceOf(facts) }
  } catch (error) {
    const message = `${file} is no YAML: ${error instanceof Error ? error.message : ''}`
    return { code: 'facts-not-readable', message }
  }
}

/** The `facts` of a whole example, or a mapping that is facts itself. */
function factsOf(content: unknown): unknown {
  const isExample = typeof content === 'object' && content !== null && 'facts' in content
  return isExample ? content.facts : content
}
