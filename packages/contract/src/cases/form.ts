/**
 * What is asked on the screen: before a case is opened, and in place of papers while it is a draft.
 */

import { array, boolean, enum as choice, int, object, record, string } from 'zod'
import { defineRoute } from '../route.ts'
import { caseParams, partId } from './case-parts.ts'

const wording = record(string(), string())
const mark = choice(['S', 'G', 'U'])
const choices = array(object({ value: string(), name: wording }))

/** A question before a case is opened. */
export const factQuestion = object({
  id: string(),
  question: wording,
  hint: wording.nullable(),
  type: choice(['boolean', 'number', 'choice', 'choices']),
  unit: wording.nullable(),
  choices,
})

/** A question of the form of a case. */
export const formQuestion = object({
  id: string(),
  label: wording,
  hint: wording.nullable(),
  kind: choice(['line', 'lines', 'number', 'choice']),
  unit: wording.nullable(),
  choices,
  optional: boolean(),
  onlyIf: object({ question: string(), is: string() }).nullable(),
  form: object({ pattern: string(), fault: wording }).nullable(),
  source: string(),
  mark,
})

/** What has to be known before a case is opened. */
export const readOpening = defineRoute({
  id: 'cases.read-opening',
  method: 'GET',
  path: '/api/services/:id/opening',
  action: 'catalogue.read',
  summary: 'Whether a service can be applied for online, and the facts that decide which papers it asks for',
  params: object({ id: partId }),
  response: object({
    service: object({ id: string(), name: wording }),
    online: boolean(),
    questions: array(factQuestion),
  }),
  problems: ['service-unknown'],
})

/** What a case asks on the screen. */
export const readCaseForm = defineRoute({
  id: 'cases.read-form',
  method: 'GET',
  path: '/api/cases/:id/form',
  action: 'case.read',
  summary: 'The questions of a case, those in place of a paper under its requirement, and what is answered',
  params: caseParams,
  response: object({
    sections: array(
      object({
        /** null: asked of every case */
        requirement: string().nullable(),
        name: wording.nullable(),
        questions: array(formQuestion),
        answered: boolean(),
        /** saved since the correction that runs was asked for */
        renewed: boolean(),
      }),
    ),
    answersVersion: int(),
    /** facts given when the case was opened; they decided which papers it asks for and stay as they are */
    facts: array(object({ id: string(), name: wording, value: wording })),
  }),
})
