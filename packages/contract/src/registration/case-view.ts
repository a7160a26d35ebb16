/**
 * What is shown of an application: tasks, signers, reasons, booking, licence.
 */

import { checkIds } from '@guanjia/core/registration'
import {
  array,
  boolean,
  enum as choice,
  int,
  iso,
  object,
  type output,
  record,
  string,
  unknown,
  uuid,
} from 'zod'
import { applicationAnswers, day, stage } from './answers.ts'
import { askedPaper, fileLimits } from './handed-in.ts'
import { hostConfirmation } from './hosts.ts'

const nameFinding = object({
  /** the finding as a sentence in the reader's language */
  text: string().optional(),
  rule: string(),
  article: string(),
  mark: string(),
  effect: choice(['refuses', 'proof', 'same', 'similar', 'human']),
  code: string(),
  values: record(string(), string()),
  existing: string().nullable(),
})

const nameVerdict = choice(['available', 'same', 'similar', 'refused'])

/** The judgement on a name. */
export const nameJudgement = {
  verdict: nameVerdict,
  findings: array(nameFinding),
  parts: object({
    region: string().nullable(),
    trade: string().nullable(),
    industry: string().nullable(),
    form: string().nullable(),
  }),
  suggestions: array(string()),
  /** the trade word is taken in its industry: the name cannot be registered (rule C10) */
  barred: boolean(),
  /** a registrar has to look before it can be registered */
  human: boolean(),
}
const seatState = choice(['free', 'held', 'reserved', 'filed', 'used', 'frozen'])
/** The booking of a seat. */
export const booking = object({
  code: string(),
  address: string(),
  state: seatState,
  until: iso.datetime().nullable(),
  version: int(),
  /** the host that must confirm a filing at this seat; null where nobody has to */
  confirmingHost: string().nullable(),
})
/** How far a section is. */
export const taskProgress = object({
  section: string(),
  state: choice(['not-started', 'in-progress', 'done']),
})
/** A field and what is wrong with it. */
export const fieldFault = object({
  section: string(),
  field: string(),
  code: string(),
  article: string().optional(),
  values: record(string(), string()).optional(),
})

const signer = object({
  partyId: string(),
  name: string(),
  duties: array(string()),
  identifiedAt: iso.datetime().nullable(),
  signedAt: iso.datetime().nullable(),
})

/** A reason against, with its remedy. */
export const reason = object({
  code: string(),
  outcome: choice(['wait', 'human', 'reject']),
  text: string(),
  mend: string(),
  /** S sourced, G general knowledge, U to be confirmed */
  mark: choice(['S', 'G', 'U']).optional(),
  /** the condition as the content has it, and the facts that made it hold */
  condition: string().optional(),
  facts: array(object({ name: string(), value: unknown() })).optional(),
  article: string().optional(),
  partyId: string().optional(),
  values: record(string(), string()).optional(),
})
/** A check that did not pass. */
export const failedCheck = object({
  id: string(),
  title: string(),
  article: string(),
  mark: choice(['S', 'G', 'U']).optional(),
  because: array(reason),
})

/** A check with its outcome. */
export const checkResult = failedCheck.extend({
  id: choice(checkIds),
  outcome: choice(['pass', 'wait', 'human', 'reject']),
})

const push = object({
  receiver: string(),
  name: string(),
  /** what the name means, for readers of another language */
  gloss: string().nullable(),
  state: choice(['waiting', 'delivered']),
  attempts: int(),
  deliveredAt: iso.datetime().nullable(),
})

/** The whole application. */
export const application = object({
  id: uuid(),
  number: string(),
  kind: choice(['LLC', 'IND']),
  stage,
  version: int(),
  answers: applicationAnswers,
  tasks: array(taskProgress),
  /** the papers that the answers ask for */
  papers: array(askedPaper),
  fileLimits,
  seat: booking.omit({ version: true }).nullable(),
  /** how the host of the seat stands to it; null where nobody has to confirm */
  hostConfirmation: hostConfirmation.nullable(),
  nameReservedUntil: day.nullable(),
  scopeText: string(),
  /** what the scope means, for readers of another language, entry by entry with `; ` between */
  scopeGloss: string().nullable(),
  /** the entries of the answers with their wording, in the order of the answers */
  scopeEntries: array(
    object({ id: string(), text: string(), gloss: string().nullable(), mark: choice(['S', 'G', 'U']) }),
  ),
  /** division of GB/T 4754 it works in, by its scope or its name; null where neither says */
  division: string().nullable(),
  signers: array(signer),
  /** why a person looks at it, or why it was refused */
  reasons: array(failedCheck),
  dueAt: iso.datetime().nullable(),
  dueBecause: array(string()),
  officer: string().nullable(),
  fullyAuto: boolean().nullable(),
  decidedAt: iso.datetime().nullable(),
  licence: object({ number: string(), unifiedCode: string(), name: string().nullable() }).nullable(),
  pushes: array(push),
  createdAt: iso.datetime(),
  updatedAt: iso.datetime(),
})

/** An application as its owner sees it. */
export type Application = output<typeof application>
/** What the applicant is told of a licence. */
export const licenceResult = object({
  number: string(),
  unifiedCode: string(),
  name: string().nullable(),
  establishedOn: day,
})
