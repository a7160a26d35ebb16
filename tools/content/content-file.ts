/**
 * The YAML files of a zone, each with the lines its values stand on.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'

/** One thing that is wrong with the content. */
export interface Finding {
  /** relative to where the check was started from */
  readonly file: string
  /** 1 = the first line */
  readonly line: number
  readonly code: string
  readonly sentence: string
}

/** Where a value stands: keys and indexes from the top of a file down. */
export type ValuePath = readonly (string | number)[]

/** A file that was read. */
export interface ContentFile {
  readonly file: string
  /** the path below the zone, such as `rules/fire.yaml` */
  readonly place: string
  readonly value: unknown
  readonly lineOf: (path: ValuePath) => number
}

/** A finding at a value of a file. */
export function findingAt(file: ContentFile, path: ValuePath, code: string, sentence: string): Finding {
  return { file: file.file, line: file.lineOf(path), code, sentence }
}

/** Reads every YAML file below a zone's folder; what is not YAML becomes findings. */
export function readZone(
  folder: string,
  home: string,
): { files: readonly ContentFile[]; findings: Finding[] } {
  const findings: Finding[] = []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((place) => place.endsWith('.yaml'))
    .toSorted()
    .flatMap((place) => {
      const file = relative(home, join(folder, place))
      const lines = new LineCounter()
      const document = parseDocument(readFileSync(join(folder, place), 'utf8'), { lineCounter: lines })
      const problems = [...document.errors, ...document.warnings]
      for (const problem of problems) {
        const { line } = lines.linePos(problem.pos[0])
        const [sentence = ''] = problem.message.split('\n')
        findings.push({ file, line, code: 'yaml-not-readable', sentence })
      }
      if (problems.length > 0) return []
      const lineOf = (path: ValuePath) => lineIn(document, lines, path)
      return [{ file, place: place.replaceAll('\\', '/'), value: document.toJS() as unknown, lineOf }]
    })
  return { files, findings }
}

/** The line of a value; of the nearest value around it where there is none. */
function lineIn(document: Document, lines: LineCounter, path: ValuePath): number {
  for (let length = path.length; length >= 0; length--) {
    const found = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(found) && found.range) return Math.max(1, lines.linePos(found.range[0]).line)
  }
  return 1
}

/** Whether a value is a record of named values. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
