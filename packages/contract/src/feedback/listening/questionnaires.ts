/**
 * Questionnaires on the wire: the desk that opens rounds and reads what they come to, and the page behind a link.
 */

import { array, boolean, enum as choice, int, iso, number, object, record, string, union, uuid } from 'zod'
import { defineRoute } from '../../route.ts'
import { issueKind, issueProblems, wording } from '../issue-parts.ts'

const listed = object({ id: string(), name: wording })

const question = object({
  id: string(),
  kind: choice(['scale', 'choice', 'several', 'text']),
  name: wording,
  hint: wording.nullable(),
  /** what 1 and 5 of a scale mean */
  ends: object({ low: wording, high: wording }).nullable(),
  options: array(listed),
})

const group = object({
  ...listed.shape,
  places: int(),
  answered: int(),
  /** firms of the register in this group */
  listed: int(),
  invited: int(),
})

const roundHead = {
  id: uuid(),
  /** 第 n 期 */
  number: int(),
  name: wording,
  from: iso.date(),
  until: iso.date(),
  state: choice(['running', 'over']),
  places: int(),
  answered: int(),
  invited: int(),
  /** of these, how many answered */
  responded: int(),
}

/** The desk. */
export const listQuestionnaires = defineRoute({
  id: 'feedback.list-questionnaires',
  method: 'GET',
  path: '/api/questionnaires',
  action: 'feedback.organise',
  summary:
    'The questionnaires of the zone, the ways to part firms into groups, and the rounds, the latest first',
  response: object({
    questionnaires: array(object({ ...listed.shape, questions: int() })),
    groupings: array(object({ ...listed.shape, groups: array(listed) })),
    /** how many firms are invited for each place */
    invitedForEachPlace: int(),
    isOpenLinkAllowed: boolean(),
    rounds: array(object(roundHead)),
  }),
})

/** Opens a round. */
export const openQuestionnaire = defineRoute({
  id: 'feedback.open-questionnaire',
  method: 'POST',
  path: '/api/questionnaires',
  action: 'feedback.organise',
  summary:
    'Opens a round that begins today: draws firms of the register by a recorded seed and invites them; each gets a link of its own that is good once',
  body: object({
    questionnaire: string().max(60),
    until: iso.date(),
    grouping: string().max(60),
    quotas: array(object({ group: string().max(60), places: int().min(1).max(2000) }))
      .min(1)
      .max(20),
    hasOpenLink: boolean(),
  }),
  response: object({ id: uuid(), number: int(), invited: int() }),
  success: 201,
  problems: [
    'questionnaire-unknown',
    'group-not-listed',
    'round-days-wrong',
    'open-link-not-allowed',
    'nobody-to-invite',
  ],
  idempotent: true,
})

const params = object({ id: uuid() })

/** One round. */
export const readQuestionnaireRound = defineRoute({
  id: 'feedback.read-questionnaire-round',
  method: 'GET',
  path: '/api/questionnaires/:id',
  action: 'feedback.organise',
  summary:
    'A round on the desk: places, response, medians and shares by question, and what was written; figures of fewer than three answers are hidden',
  params,
  response: object({
    ...roundHead,
    grouping: wording,
    groups: array(group),
    draw: object({ seed: string(), listed: int(), digest: string() }),
    bySms: int(),
    byLetter: int(),
    remindsOn: iso.date(),
    remindedAt: iso.datetime().nullable(),
    /** who asked to be answered is in the register of issues */
    toRegister: int(),
    openLink: object({ url: string(), svg: string(), answered: int() }).nullable(),
    questions: array(question),
    results: array(
      object({
        question: string(),
        answered: int(),
        median: number().nullable(),
        counts: array(object({ answer: string(), count: int().nullable() })),
      }),
    ),
    texts: array(
      object({
        id: uuid(),
        question: string(),
        words: string(),
        issue: object({ id: uuid(), number: string() }).nullable(),
      }),
    ),
    topics: array(listed),
  }),
  problems: ['round-unknown'],
})

/** Letters. */
export const readQuestionnaireLetters = defineRoute({
  id: 'feedback.read-questionnaire-letters',
  method: 'GET',
  path: '/api/questionnaires/:id/letters',
  action: 'feedback.organise',
  summary: 'Firms that left no number, each with its link and code to be handed over on paper',
  params,
  response: object({
    number: int(),
    name: wording,
    until: iso.date(),
    letters: array(object({ company: string(), url: string(), svg: string() })),
  }),
  problems: ['round-unknown'],
})

/** Words become an issue. */
export const raiseFromQuestionnaire = defineRoute({
  id: 'feedback.raise-from-questionnaire',
  method: 'POST',
  path: '/api/questionnaires/texts/:id/issue',
  action: 'feedback.organise',
  summary:
    'Turns what somebody wrote into an issue of the register, with the questionnaire as its one source',
  params,
  body: object({ kind: issueKind, topic: string().max(40) }),
  response: object({ id: uuid(), number: string() }),
  success: 201,
  problems: [
    ...issueProblems,
    'text-unknown',
    'text-in-register-already',
    'topic-not-listed',
    'source-not-open-here',
    'photo-not-kept',
  ],
  idempotent: true,
})

const token = object({ token: string().max(40) })

/** The page behind a link. */
export const readSurvey = defineRoute({
  id: 'feedback.read-survey',
  method: 'GET',
  path: '/api/survey/:token',
  action: 'feedback.answer-by-link',
  summary: 'The questionnaire behind a link, and whether it can still be answered',
  params: token,
  response: object({
    state: choice(['open', 'answered', 'full', 'over']),
    number: int(),
    name: wording,
    lead: wording,
    until: iso.date(),
    /** what is asked first behind the open link; the group of an invited firm is known */
    grouping: object({
      name: wording,
      groups: array(object({ ...listed.shape, isFull: boolean() })),
    }).nullable(),
    questions: array(question),
    mostCharacters: int(),
  }),
  problems: ['survey-unknown'],
})

/** Answers. */
export const answerSurvey = defineRoute({
  id: 'feedback.answer-survey',
  method: 'POST',
  path: '/api/survey/:token',
  action: 'feedback.answer-by-link',
  summary:
    'Answers a questionnaire without a name. Who asks to be answered leaves a number: the words become an issue, and only the ticks are counted here',
  params: token,
  body: object({
    group: string().max(60).optional(),
    answers: record(string().max(60), union([string().max(4000), array(string().max(60)).max(40)])),
    /** wants an answer to what was written */
    reply: object({
      phone: string()
        .trim()
        .regex(/^\+?[\d -]{7,20}$/),
    }).optional(),
  }),
  response: object({ issue: string().nullable() }),
  success: 201,
  problems: [
    ...issueProblems,
    'survey-unknown',
    'survey-not-open',
    'survey-answered-already',
    'survey-group-full',
    'group-not-listed',
    'answer-missing',
    'answer-not-offered',
    'answer-too-long',
    'words-missing-for-reply',
    'topic-not-listed',
    'source-not-open-here',
    'photo-not-kept',
  ],
  idempotent: true,
})
