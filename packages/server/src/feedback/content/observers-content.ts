/**
 * The observers' rules as the zone wrote them: how many, for how long, of which kinds, with which tasks; and the letter.
 */

import { join } from 'node:path'
import { observerKinds, observerTasks } from '@guanjia/core/feedback'
import { array, enum as choice, int, object, type output, string } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const wording = object({ 'zh-CN': string(), en: string() })
const figure = object({
  value: int().min(1),
  unit: string(),
  source: string().min(1),
  mark: choice(['S', 'G', 'U']),
})

const file = object({
  places: figure,
  term: figure,
  remindBefore: figure,
  signInBefore: figure,
  kinds: array(object({ id: choice(observerKinds), name: wording })).length(observerKinds.length),
  tasks: array(
    object({
      id: choice(observerTasks),
      kind: choice(['appeal', 'suggestion', 'complaint']),
      name: wording,
      hint: wording,
    }),
  ).length(observerTasks.length),
  activities: array(object({ id: string(), name: wording })).min(1),
  paper: object({
    author: string(),
    heading: string(),
    number: string(),
    addressee: string(),
    file: string(),
    demonstration: string(),
    opening: string(),
    rows: object({ kind: string(), organisation: string(), term: string(), tasks: string() }),
    tasks: string(),
    closing: array(string()),
    footer: array(string()),
    signature: object({ reason: string(), location: string() }),
  }),
})

/** Everything the observers ask of the content. */
export type ObserversContent = output<typeof file>

/** Reads `feedback/observers.yaml` of a zone. */
export function readObserversContent(contentFolder: string): ObserversContent {
  return file.parse(readContentFile(join(contentFolder, 'feedback/observers.yaml')))
}
