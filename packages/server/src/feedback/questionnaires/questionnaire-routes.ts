/**
 * Questionnaires over the wire: the desk, and the page behind a link.
 */

import * as contract from '@guanjia/contract/feedback'
import { anonymous } from '@guanjia/core/access'
import { accept, refuse } from '@guanjia/core/kernel'
import { actFor, issueProblemStatuses, type Sent } from '../routes/issue-acts.ts'
import { type SurveyAnswer, takeAnswers } from './answer-command.ts'
import type { QuestionnairePorts } from './questionnaire-ports.ts'
import { raiseText } from './raising-command.ts'
import { openQuestionnaireRound } from './round-command.ts'
import { readLetters, readQuestionnaires, readRound } from './round-reading.ts'
import { readSurvey } from './survey-reading.ts'

const filingStatuses = {
  ...issueProblemStatuses,
  'topic-not-listed': 422,
  'source-not-open-here': 422,
  'photo-not-kept': 422,
} as const

/** Answers the routes of questionnaires. */
export function implementQuestionnaireRoutes(ports: QuestionnairePorts): void {
  implementDesk(ports)
  implementSurvey(ports)
}

function implementDesk(ports: QuestionnairePorts): void {
  const { implement } = ports
  implement(contract.listQuestionnaires, async () => accept(await readQuestionnaires(ports)), {})
  implement(
    contract.openQuestionnaire,
    (input) => {
      const id = ports.newId()
      return actFor(ports, { name: 'feedback.open-questionnaire', subject: id, sent: input }, (context) =>
        openQuestionnaireRound(ports, context, { id, ...input.body }),
      )
    },
    {
      'questionnaire-unknown': 422,
      'group-not-listed': 422,
      'round-days-wrong': 422,
      'open-link-not-allowed': 422,
      'nobody-to-invite': 409,
    },
  )
  implement(
    contract.readQuestionnaireRound,
    async ({ params }) => {
      const round = await readRound(ports, params.id)
      return round === undefined ? refuse('round-unknown') : accept(round)
    },
    { 'round-unknown': 404 },
  )
  implement(
    contract.readQuestionnaireLetters,
    async ({ params }) => {
      const letters = await readLetters(ports, params.id)
      return letters === undefined ? refuse('round-unknown') : accept(letters)
    },
    { 'round-unknown': 404 },
  )
  implement(
    contract.raiseFromQuestionnaire,
    (input) => {
      const raising = { textId: input.params.id, issueId: ports.newId(), ...input.body }
      const act = { name: 'feedback.raise-from-questionnaire', subject: raising.issueId, sent: input }
      return actFor(ports, act, (context) => raiseText(ports, context, raising))
    },
    { ...filingStatuses, 'text-unknown': 404, 'text-in-register-already': 409 },
  )
}

function implementSurvey(ports: QuestionnairePorts): void {
  const { implement } = ports
  implement(
    contract.readSurvey,
    async ({ params }) => {
      const survey = await readSurvey(ports, params.token)
      return survey === undefined ? refuse('survey-unknown') : accept(survey)
    },
    { 'survey-unknown': 404 },
  )
  implement(
    contract.answerSurvey,
    (input) => answerFor(ports, input, { token: input.params.token, ...input.body }),
    {
      ...filingStatuses,
      'survey-unknown': 404,
      'survey-not-open': 410,
      'survey-answered-already': 409,
      'survey-group-full': 409,
      'group-not-listed': 422,
      'answer-missing': 422,
      'answer-not-offered': 422,
      'answer-too-long': 422,
      'words-missing-for-reply': 422,
    },
  )
}

/**
 * Takes answers for a request; it is an act of law only where an issue follows from it. Neither the link nor a hash of what
 * was answered is written down beside the hour: together they would tell which firm said what.
 */
export function answerFor(
  ports: QuestionnairePorts,
  { correlationId, key }: Pick<Sent, 'correlationId' | 'key'>,
  answer: SurveyAnswer,
) {
  const legal = answer.reply !== undefined
  const who = { principal: anonymous, correlationId, key }
  return ports.runCommand({ name: 'feedback.answer-survey', subject: 'survey', ...who, legal }, (context) =>
    takeAnswers(ports, context, answer),
  )
}
