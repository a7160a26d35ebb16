/**
 * The projects of a demonstration: named in the page, played by invented people.
 */

import { join } from 'node:path'
import { array, int, object, type output, record, string, unknown } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const contact = object({
  /** natural days after the start */
  on: int().min(0),
  channel: string(),
  text: string(),
  place: string().optional(),
  checked: array(string()),
})

const project = object({
  example: string(),
  name: string(),
  kind: string(),
  owner: string(),
  /** when the commitments are signed: the day this step is finished on */
  sign: object({ after: string(), commitments: array(string()) }).optional(),
  /** where it stands today: this step was finished so many natural days ago, at least */
  today: object({ after: string(), naturalDays: int().min(0) }),
  slips: record(string(), int()),
  /** steps that are played as cases; `correcting` waits for the applicant */
  cases: array(object({ service: string(), basis: string(), correcting: string().optional() })),
  contacts: array(contact),
})

const file = object({
  /** working days after the day the demonstration stands at that have to be in published years */
  reach: int().min(0),
  projects: array(project),
  clerk: string(),
  reviewers: record(string(), string()),
})

const example = object({ facts: record(string(), unknown()) })

/** A project of a demonstration, with its facts by their dotted names. */
export type DemonstrationProject = output<typeof project> & {
  readonly facts: Readonly<Record<string, unknown>>
}

/** The projects of a zone, and who works on their cases. */
export interface DemonstrationProjects {
  readonly reach: number
  readonly projects: readonly DemonstrationProject[]
  readonly clerk: string
  readonly reviewers: Readonly<Record<string, string>>
}

/** Reads `demonstration/projects.yaml` of a zone. */
export function readDemonstrationProjects(contentFolder: string): DemonstrationProjects {
  const read = (path: string): unknown => readContentFile(join(contentFolder, path))
  const { projects, ...people } = file.parse(read('demonstration/projects.yaml'))
  return {
    ...people,
    projects: projects.map((one) => {
      const { facts } = example.parse(read(`examples/projects/${one.example}.yaml`))
      return { ...one, facts: dotted(facts) }
    }),
  }
}

function dotted(values: Readonly<Record<string, unknown>>, prefix = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(dotted(value as Readonly<Record<string, unknown>>, `${prefix}${key}.`))
        : [[`${prefix}${key}`, value] as const],
    ),
  )
}
