/**
 * The script of the work of supervision in a demonstration: who sends what on which day.
 */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { array, int, object, type output, record, string, unknown } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const step = object({
  /** natural days from the day the demonstration stands at */
  on: int().max(0),
  who: string(),
  /** address under `/api/supervision`, with the ids of earlier steps in braces; something is sent there, or opened */
  post: string().exactOptional(),
  get: string().exactOptional(),
  /** what the id that comes back is called in later steps */
  as: string().exactOptional(),
  /**
   * `{ days: n }` stands for a day, n natural days from today; `{ idOf: name }` for the id of an earlier step,
   * `{ momentOf: n }` for a moment of that day, `{ personOf: name }` for the person behind a log-in,
   * `{ answerOf: name.field.n }` for the last n signs of what an earlier step was answered with (all of it without n),
   * `{ keyOf: partner }` for a partner's public key,
   * `{ signedBy: partner, as: package, says: … }` for a file that the partner signed
   */
  body: record(string(), unknown()).exactOptional(),
})
  .strict()
  .refine(({ post, get }) => (post === undefined) !== (get === undefined), {
    message: 'a step sends or opens something',
  })

const file = object({ steps: array(step) }).strict()

/** One request of the script. */
export type SupervisionStep = output<typeof step>

/** Reads `demonstration/supervision.yaml` of a zone; nothing where it has none. */
export function readSupervisionScript(contentFolder: string): readonly SupervisionStep[] {
  const path = join(contentFolder, 'demonstration/supervision.yaml')
  return existsSync(path) ? file.parse(readContentFile(path)).steps : []
}
