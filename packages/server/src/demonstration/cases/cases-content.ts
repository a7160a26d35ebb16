/**
 * The cases of a demonstration: each as its opening and the acts of everybody who has a part in it, by working days before
 * the day the demonstration stands at.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { array, int, object, type output, record, string, unknown } from 'zod'

const onDay = int().min(1).max(60)
const facts = record(string(), unknown())

const act = object({
  on: onDay,
  /** log-in of whoever does it */
  by: string(),
  /** last part of the address of the route */
  post: string(),
  body: record(string(), unknown()).default({}),
})

/** What the applicant does not bring. */
const missing = array(string()).default([])

const caseScript = object({
  service: string(),
  owner: string(),
  facts: facts.default({}),
  /** received at the counter, or prepared by the applicant on the screen */
  receive: object({ on: onDay, by: string(), missing }).optional(),
  prepare: object({ on: onDay, missing }).optional(),
  acts: array(act),
}).refine(({ receive, prepare }) => (receive === undefined) !== (prepare === undefined))

const file = object({ cases: array(caseScript) })

/** The life of one case. */
export type CaseScript = output<typeof caseScript>

/** Reads `demonstration/cases.yaml` of a zone. */
export function readCaseScripts(contentFolder: string): readonly CaseScript[] {
  const text = readFileSync(join(contentFolder, 'demonstration/cases.yaml'), 'utf8')
  return file.parse(parse(text, { merge: true })).cases
}
