/**
 * Open days over the wire: for everybody, for the organisers, and behind the carrier's link.
 */

import * as contract from '@guanjia/contract/feedback'
import { accept, refuse } from '@guanjia/core/kernel'
import { type SecretLinks, tokenHash } from '../../platform/secret-links.ts'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { actFor, issueProblemStatuses } from '../routes/issue-acts.ts'
import { answerByLink, askCarrier } from './ask-commands.ts'
import { openDayTables } from './open-day-tables.ts'
import { recordQuestion } from './question-command.ts'
import { addSession, openRound } from './round-commands.ts'
import {
  headOf,
  type LoadedQuestion,
  type LoadedRound,
  loadQuestions,
  loadRound,
  publicRound,
  questionShown,
  readRounds,
} from './round-reading.ts'

/** The room with its links. */
export type OpenDayPorts = FeedbackPorts & { readonly links: SecretLinks }

/** Answers the routes of open days. */
export function implementOpenDayRoutes(ports: OpenDayPorts): void {
  const { implement } = ports
  implement(contract.listOpenDays, async () => accept({ rounds: await readRounds(ports) }), {})
  implement(
    contract.readOpenDay,
    async ({ params }) => {
      const loaded = await loadRound(ports, Number(params.round))
      return loaded === undefined ? refuse('open-day-unknown') : accept(publicRound(ports, loaded))
    },
    { 'open-day-unknown': 404 },
  )
  implement(
    contract.readOpenDayDesk,
    async ({ params }) => {
      const loaded = await loadRound(ports, Number(params.round))
      return loaded === undefined ? refuse('open-day-unknown') : accept(deskRound(ports, loaded))
    },
    { 'open-day-unknown': 404 },
  )
  implementOrganising(ports)
  implementRecording(ports)
  implementAnswering(ports)
}

/** A round for its organisers. */
function deskRound(ports: OpenDayPorts, loaded: LoadedRound) {
  const { sessions, visits, questions } = loaded
  return {
    ...headOf(ports, loaded),
    topics: ports.content.topics.map(({ id, name }) => ({ id, name })),
    sessions: sessions.map(({ id, carrier, held_on, phone }) => ({
      id,
      carrier,
      heldOn: held_on,
      hasPhone: phone !== null,
      companies: visits
        .filter((visit) => visit.session_id === id)
        .map(({ company_code, company }) => ({ code: company_code, name: company })),
    })),
    questions: questions.map((question) => ({
      ...questionShown(ports, question),
      company: question.company,
      issue: issueOf(question),
      link: linkOf(ports, question),
    })),
  }
}

function issueOf({ issue_id: id, number, state }: LoadedQuestion) {
  return id === null || number === null || state === null ? null : { id, number, situation: state.situation }
}

function linkOf({ links }: OpenDayPorts, { link_salt, link_until, link_used_at }: LoadedQuestion) {
  if (link_salt === null || link_until === null) return null
  return { url: links.urlOf(link_salt), until: link_until.toISOString(), isUsed: link_used_at !== null }
}

function implementOrganising(ports: OpenDayPorts): void {
  const { implement, runCommand } = ports
  implement(
    contract.openOpenDay,
    ({ principal, correlationId, key, bodyHash, body }) => {
      const command = { name: 'feedback.open-open-day', subject: String(body.round), legal: false }
      return runCommand({ ...command, principal, correlationId, key, bodyHash }, (context) =>
        openRound(ports, context, body),
      )
    },
    { 'open-day-there-already': 409, 'authority-not-listed': 422 },
  )
  implement(
    contract.addOpenDaySession,
    ({ principal, correlationId, key, bodyHash, params, body }) => {
      const id = ports.newId()
      const command = { name: 'feedback.add-open-day-session', subject: id, legal: false }
      return runCommand({ ...command, principal, correlationId, key, bodyHash }, (context) =>
        addSession(context, { id, round: Number(params.round), ...body }),
      )
    },
    { 'open-day-unknown': 404, 'session-there-already': 409, 'company-code-wrong': 422 },
  )
}

function implementRecording(ports: OpenDayPorts): void {
  const { implement, runCommand } = ports
  implement(
    contract.recordOpenDayQuestion,
    (input) => {
      const [id, issueId] = [ports.newId(), ports.newId()]
      const round = Number(input.params.round)
      return actFor(
        ports,
        { name: 'feedback.record-open-day-question', subject: id, sent: input },
        (context) => recordQuestion(ports, context, { id, issueId, round, ...input.body }),
      )
    },
    {
      ...issueProblemStatuses,
      'open-day-unknown': 404,
      'company-not-there': 422,
      'authority-not-listed': 422,
      'topic-not-listed': 422,
      'source-not-open-here': 422,
      'photo-not-kept': 422,
      'words-tell-who-asked': 422,
    },
  )
  implement(
    contract.askCarrier,
    async ({ principal, correlationId, key, bodyHash, params: { id } }) => {
      const command = { name: 'feedback.ask-carrier', subject: id, legal: false }
      const asked = await runCommand({ ...command, principal, correlationId, key, bodyHash }, (context) =>
        askCarrier(ports, context, id),
      )
      if (!asked.ok) return asked
      const { salt, until } = asked.value
      return accept({ url: ports.links.urlOf(salt), until })
    },
    { 'question-unknown': 404, 'question-answered': 409, 'carrier-without-phone': 422 },
  )
}

function implementAnswering(ports: OpenDayPorts): void {
  const { implement } = ports
  implement(contract.readAskedQuestion, ({ params }) => askedShown(ports, params.token), {
    'ask-link-unknown': 404,
    'ask-link-over': 410,
  })
  implement(
    contract.answerAskedQuestion,
    async (input) => {
      const { token } = input.params
      // the subject of the audit entry is no secret
      const subject = tokenHash(token).slice(0, 16)
      const answered = await actFor(
        ports,
        { name: 'feedback.answer-by-link', subject, sent: input },
        (context) => answerByLink(ports, context, { token, ...input.body }),
      )
      return answered.ok ? askedShown(ports, token) : answered
    },
    {
      ...issueProblemStatuses,
      'ask-link-unknown': 404,
      'ask-link-over': 410,
      'ask-link-used': 409,
      'words-tell-who-asked': 422,
    },
  )
}

/** The question behind a link: a link that was answered shows the answer until it expires. */
async function askedShown(ports: OpenDayPorts, token: string) {
  const row = await openDayTables(ports.database)
    .selectFrom('open_day_question')
    .select(['id', 'link_until'])
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst()
  const [question] = row === undefined ? [] : await loadQuestions(ports, undefined, row.id)
  if (row === undefined || question === undefined) return refuse('ask-link-unknown')
  if (row.link_until === null || ports.clock.now() > row.link_until) return refuse('ask-link-over')
  const { topic, words, carrier, askedOn, due, light, answer, answered } = questionShown(ports, question)
  const state = answered === 'not-yet' ? ('open' as const) : ('answered' as const)
  return accept({ round: question.round, carrier, topic, words, askedOn, due, light, state, answer })
}
