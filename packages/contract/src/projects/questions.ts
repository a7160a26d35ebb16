/**
 * The questions about a project on the wire: a page a question, each with what its answers say.
 */

import {
  array,
  boolean,
  enum as choice,
  int,
  iso,
  object,
  record,
  string,
  union,
  uuid,
  number as zodNumber,
} from 'zod'
import { defineRoute } from '../route.ts'

const projectId = object({ id: uuid() })
const mark = choice(['S', 'G', 'U'])
const unit = choice(['working-days', 'natural-days'])
const factValue = union([boolean(), zodNumber(), string(), array(string())]).nullable()
const facts = record(string().max(60), factValue)

const option = object({
  id: string(),
  name: string(),
  hint: string().nullable(),
  chosen: boolean(),
  /** what to keep when it is chosen */
  sets: facts,
})

const field = object({
  /** the attribute, or one of the values of the attribute that the question picks from */
  id: string(),
  attribute: string(),
  name: string(),
  hint: string().nullable(),
  unit: string().nullable(),
  /** whether it is ticked, or the number; null = not answered, or not known */
  value: union([boolean(), zodNumber()]).nullable(),
})

const question = object({
  id: string(),
  /** short, for the list of answers */
  name: string(),
  question: string(),
  hint: string().nullable(),
  form: choice(['choice', 'ticks', 'numbers']),
  /** the first plan is drawn without it */
  later: boolean(),
  /** `unsure`: answered with "not known", at least in part; `derived`: answered only to overrule what follows */
  state: choice(['open', 'answered', 'unsure', 'derived']),
  options: array(option),
  fields: array(field),
  /** the attribute whose value is the list of what is ticked; null where each tick is an attribute */
  picks: string().nullable(),
  all: string().nullable(),
  none: object({ value: string().nullable(), name: string() }).nullable(),
  /** everything it asks for: each of them null is "not known" */
  attributes: array(string()),
  /** the answer in words; null where there is none */
  answer: string().nullable(),
  /** the steward who answered for the company, until it has confirmed that; null where it answered itself */
  filledBy: string().nullable(),
  /** the rule an answer follows from; null where it does not */
  because: object({ basis: string(), mark }).nullable(),
})

/** The questions that matter to a project as it is known, in the order in which they are put. */
export const readQuestions = defineRoute({
  id: 'projects.read-questions',
  method: 'GET',
  path: '/api/projects/:id/questions',
  action: 'project.read',
  summary: 'The questions that matter to a project as far as it is known, and how far each is',
  params: projectId,
  problems: ['catalogue-unpublished'],
  response: object({
    project: object({ name: string(), number: string() }),
    questions: array(question),
    /** services that are needed, and that may be */
    services: object({ certain: int(), open: int() }),
    savedAt: iso.datetime().nullable(),
    /** what an answer is kept over */
    answersVersion: int(),
    /** whether the reader may confirm what a steward filled in */
    mayConfirm: boolean(),
    /** the first day of the plan; null where there is none yet */
    start: iso.date().nullable(),
  }),
})

/** The company takes what its steward filled in as its own word. */
export const confirmFacts = defineRoute({
  id: 'projects.confirm-facts',
  method: 'POST',
  path: '/api/projects/:id/facts/confirmation',
  action: 'project.confirm',
  summary:
    'Confirms every answer that a steward filled in for the company, as far as the company has seen it',
  params: projectId,
  body: object({ answersVersion: int().min(1) }),
  response: object({ confirmed: int() }),
  problems: ['project-ended', 'answers-changed-meanwhile', 'nothing-to-confirm'],
  idempotent: true,
})

const effect = object({ id: string(), name: string(), days: int(), unit })

/** Answers are kept; what they change is said at once. */
export const saveFacts = defineRoute({
  id: 'projects.save-facts',
  method: 'PATCH',
  path: '/api/projects/:id/facts',
  action: 'project.edit',
  summary:
    'Keeps answers, by the name of the attribute; null = not known. Says which services they decide about; overwrites no answer that the sender has not seen',
  params: projectId,
  body: object({ answersVersion: int().min(1), facts }),
  response: object({
    /** certain now, and not before */
    added: array(effect),
    /** not needed any more, or certain not to be */
    removed: array(effect),
    /** planned because the answer is not known */
    unsure: array(effect),
    /** what follows by rule, and did not before */
    derived: array(object({ id: string(), name: string(), value: string(), basis: string(), mark })),
    /** how many services are needed or may be, and how many are certain */
    services: int(),
    certain: int(),
    savedAt: iso.datetime(),
    answersVersion: int(),
  }),
  problems: [
    'project-ended',
    'answers-changed-meanwhile',
    'catalogue-unpublished',
    'facts-not-readable',
    'attribute-unknown',
    'value-wrong',
  ],
  idempotent: true,
})
