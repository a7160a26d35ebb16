/**
 * Facts about projects in a file, as `guanjia lights` reads them.
 */

import { type PlainDate, parsePlainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { NodeFacts } from '@guanjia/core/supervision'
import { parse } from 'yaml'
import { array, number, object, type output, string, ZodError } from 'zod'

const day = string().refine((text): text is PlainDate & string => parsePlainDate(text).ok, 'is no day')

const node = object({
  node: string().min(1),
  /** short for a plan that never changed */
  planned: day.exactOptional(),
  plans: array(
    object({ on: day, decidedOn: day.exactOptional(), document: string().exactOptional() }).strict(),
  ).exactOptional(),
  done: day.exactOptional(),
  recordedOn: day.exactOptional(),
  pauses: array(
    object({
      from: day,
      until: day.exactOptional(),
      consentedOn: day.exactOptional(),
      document: string().min(1),
    }).strict(),
  ).exactOptional(),
  progress: array(
    object({ on: day, planned: number().min(0).max(100), actual: number().min(0).max(100) }).strict(),
  ).exactOptional(),
}).strict()

const file = object({
  projects: array(
    object({ id: string().min(1), name: string().exactOptional(), nodes: array(node).min(1) }).strict(),
  ).min(1),
}).strict()

/** A project and the facts of its nodes, in their order. */
export interface ProjectFacts {
  readonly id: string
  readonly name?: string
  readonly nodes: readonly NodeFacts[]
}

/** Reads a file; a fault names the place and what is wrong there. */
export function readLightFacts(text: string): Result<readonly ProjectFacts[], 'facts-not-readable'> {
  try {
    const { projects } = file.parse(parse(text))
    return accept(projects.map((project) => ({ ...project, nodes: project.nodes.map(factsOf) })))
  } catch (error) {
    return refuse('facts-not-readable', { fault: faultOf(error) })
  }
}

function factsOf({
  node: name,
  planned,
  plans = [],
  done,
  recordedOn,
  ...rest
}: output<typeof node>): NodeFacts {
  const first = planned === undefined ? [] : [{ on: planned }]
  return {
    node: name,
    plans: [...first, ...plans],
    ...rest,
    ...(done === undefined
      ? {}
      : { done: { on: done, ...(recordedOn === undefined ? {} : { recordedOn }) } }),
  }
}

function faultOf(error: unknown): string {
  if (!(error instanceof ZodError)) return error instanceof Error ? error.message : String(error)
  const [issue] = error.issues
  return issue === undefined ? 'is empty' : `${issue.path.join('.')} ${issue.message}`
}
