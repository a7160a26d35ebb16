/**
 * The invented observers, open days and tours of a demonstration, and what becomes of what is said there.
 */

import { join } from 'node:path'
import { array, boolean, int, number, object, type output, record, string, union } from 'zod'
import { readContentFile } from '../../platform/content-file.ts'

const reply = object({
  /** working days after it was said */
  after: int().min(0),
  words: string(),
  satisfied: int().min(1).max(5).optional(),
})

const observersFile = object({
  observers: array(
    object({
      name: string(),
      identityNumber: string(),
      kind: string(),
      organisation: string(),
      daysAgo: int(),
    }),
  ),
  activities: array(
    object({
      daysAgo: int(),
      kind: string(),
      title: string(),
      place: string(),
      hours: int(),
      attended: array(string()),
      minutes: string().optional(),
      raised: object({ observer: string(), topic: string(), words: string() }).optional(),
    }),
  ),
  findings: array(
    object({
      by: string(),
      daysAgo: int(),
      task: string(),
      topic: string(),
      words: string(),
      place: string(),
      reply: reply.optional(),
    }),
  ),
})

const openDaysFile = object({
  round: int(),
  daysAgo: int(),
  hosts: array(string()),
  sessions: array(
    object({
      carrier: string(),
      phone: string(),
      companies: array(object({ code: string(), name: string() })),
    }),
  ),
  questions: array(
    object({
      session: int(),
      company: string(),
      topic: string(),
      words: string(),
      phone: string().optional(),
      answer: object({ authority: string(), words: string() }).optional(),
      reply: reply.optional(),
      askCarrier: boolean().optional(),
    }),
  ),
})

const questionnaireFile = object({
  questionnaire: string(),
  daysAgo: int(),
  /** calendar days from the first to the last */
  runsFor: int(),
  grouping: string(),
  quotas: array(object({ group: string(), places: int() })),
  answers: array(
    object({
      /** by the link of an invited firm; else by the open one, with a group */
      letter: boolean().optional(),
      group: string().optional(),
      answers: record(string(), union([string(), number(), array(string())])),
      phone: string().optional(),
    }),
  ),
})

const toursFile = object({
  tours: array(
    object({
      title: string(),
      from: int(),
      until: int(),
      departments: array(string()),
      stops: array(
        object({
          kind: string(),
          code: string().optional(),
          place: string(),
          host: string(),
          on: int(),
          half: string(),
          goers: array(string()),
          seen: string().optional(),
          dropped: string().optional(),
          heard: array(
            object({
              by: string(),
              topic: string(),
              words: string(),
              answer: string().optional(),
              name: string().optional(),
              phone: string().optional(),
              reply: reply.optional(),
            }),
          ).optional(),
        }),
      ),
    }),
  ),
})

/** What the files tell. */
export interface DemonstrationListening {
  readonly observers: output<typeof observersFile>
  readonly openDays: output<typeof openDaysFile>
  readonly questionnaire: output<typeof questionnaireFile>
  readonly tours: output<typeof toursFile>['tours']
}

/** An answer as the files tell it. */
export type DemonstrationReply = output<typeof reply>

/** Reads `observers.yaml`, `open-days.yaml`, `questionnaire.yaml` and `tours.yaml` of the `demonstration` folder of a zone. */
export function readDemonstrationListening(contentFolder: string): DemonstrationListening {
  const read = (name: string): unknown => readContentFile(join(contentFolder, 'demonstration', name))
  return {
    observers: observersFile.parse(read('observers.yaml')),
    openDays: openDaysFile.parse(read('open-days.yaml')),
    questionnaire: questionnaireFile.parse(read('questionnaire.yaml')),
    tours: toursFile.parse(read('tours.yaml')).tours,
  }
}
