/**
 * The texts of all codes, read from the zone's `problems` folder: one file a room, each code in two languages.
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { object, record, string } from 'zod'
import { readContentFile } from '../../content-file.ts'
import type { ProblemTexts } from './problem-reply.ts'

const text = object({ title: string().min(1), detail: string().min(1) })
const file = record(string(), object({ 'zh-CN': text, en: text }))

/** Reads the texts; throws where a file has another form or a code stands in two files. */
export function readProblemTexts(contentFolder: string): ProblemTexts {
  const folder = join(contentFolder, 'problems')
  const texts = new Map<string, (typeof file)['_output'][string]>()
  for (const name of readdirSync(folder).toSorted()) {
    const read = file.parse(readContentFile(join(folder, name)))
    for (const [code, both] of Object.entries(read)) {
      if (texts.has(code)) throw new Error(`${name}: the code ${code} stands in another file already`)
      texts.set(code, both)
    }
  }
  return (code, language) => texts.get(code)?.[language]
}
