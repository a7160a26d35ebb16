/**
 * The files of the zone's content as values. One text is read as YAML once in a process, however many rooms and houses ask for
 * it: a demonstration opens two houses, a run of the tests hundreds.
 */

import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const values = new Map<string, unknown>()

/** What a YAML file says; everybody is given the same value, which nobody can change. Throws where it cannot be read. */
export function readContentFile(path: string): unknown {
  const text = readFileSync(path, 'utf8')
  if (!values.has(text)) values.set(text, frozen(parse(text)))
  return values.get(text)
}

function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part)
    Object.freeze(value)
  }
  return value
}
