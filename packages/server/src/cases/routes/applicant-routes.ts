/**
 * Routes of those who ask for something.
 */

import * as contract from '@guanjia/contract/cases'
import { openCorrection } from '@guanjia/core/cases'
import { accept, refuse } from '@guanjia/core/kernel'
import { readOwnCases } from '../case-lists.ts'
import type { CasesPorts } from '../cases-ports.ts'
import { attachedPapers } from '../evidence/case-evidence.ts'
import { createCase } from '../open-command.ts'
import { promiseConditions } from '../promise-conditions.ts'
import { type CaseRow, casesTables } from '../store/cases-tables.ts'
import { act, actOnCase, findCaseResource, idOf } from './case-acts.ts'
import { caseProblemStatuses } from './case-problems.ts'

/** Answers every route of the applicant's side. */
export function implementApplicantRoutes(ports: CasesPorts): void {
  implementDraftRoutes(ports)
  implementIntakeRoutes(ports)
  implementPromiseRoutes(ports)
}

function implementDraftRoutes(ports: CasesPorts): void {
  const { implement } = ports
  implement(
    contract.openCase,
    (input) => {
      const id = ports.newId()
      const { service, project: projectId, facts } = input.body
      const opening = { id, service, applicantId: idOf(input.principal), projectId, facts }
      return act(ports, { name: 'cases.open', id, input, legal: false }, (context) =>
        createCase(ports, context, opening),
      ) as never
    },
    { 'service-unknown': 404 },
  )
  implement(
    contract.saveCaseAnswers,
    ({ params: { id }, body, ...sent }) =>
      act(ports, { name: 'cases.save-answers', id, input: sent, legal: false }, async ({ tx, now }) => {
        const { answersVersion, answers } = body
        const tables = casesTables(tx)
        const saved = await tables
          .updateTable('case_file')
          .set({
            answers: JSON.stringify(answers) as unknown as CaseRow['answers'],
            answers_version: answersVersion + 1,
            updated_at: now,
          })
          .where('id', '=', id)
          .where('situation', '=', 'draft')
          .where('answers_version', '=', answersVersion)
          .returning('answers_version')
          .executeTakeFirst()
        if (saved !== undefined)
          return accept({ answersVersion: saved.answers_version, savedAt: now.toISOString() })
        const { situation } = await tables
          .selectFrom('case_file')
          .select('situation')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        return refuse(situation === 'draft' ? 'answers-changed-meanwhile' : 'case-received-already')
      }),
    { 'case-received-already': 409, 'answers-changed-meanwhile': 409 },
    findCaseResource(ports),
  )
  implement(
    contract.listOwnCases,
    async ({ principal }) => accept({ cases: await readOwnCases(ports, idOf(principal)) }),
    {},
  )
}

function implementIntakeRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.submitCase,
    (input) =>
      actOnCase(ports, 'cases.submit', input, async ({ id }, { tx }) => ({
        type: 'receive',
        channel: 'online',
        papers: await attachedPapers(tx, id),
      })),
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.answerCorrection,
    (input) =>
      actOnCase(ports, 'cases.answer-correction', input, async (row, { tx }) => ({
        type: 'answer-correction',
        papers: await attachedPapers(tx, row.id, await askedAt(ports, row)),
      })),
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.supplyPaper,
    (input) =>
      actOnCase(ports, 'cases.supply-paper', input, async ({ id }, { tx }) => {
        const { requirement } = input.body
        const attached = await attachedPapers(tx, id)
        // what is not attached is not supplied, whatever is said
        return { type: 'supply-paper', requirement: attached.includes(requirement) ? requirement : '' }
      }),
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.withdrawCase,
    (input) => actOnCase(ports, 'cases.withdraw', input, () => ({ type: 'withdraw' })),
    caseProblemStatuses,
    owned,
  )
}

function implementPromiseRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const owned = findCaseResource(ports)
  implement(
    contract.signPromise,
    (input) =>
      actOnCase(ports, 'cases.sign-promise', input, async (row) => {
        const { promise } = input.body
        return { type: 'sign-promise', promise, ...(await promiseConditions(ports, row, promise)) }
      }),
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.takeBackPromise,
    (input) =>
      actOnCase(ports, 'cases.take-back-promise', input, () => ({
        type: 'take-back-promise',
        promise: input.body.promise,
      })),
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.makeUpDuty,
    (input) =>
      actOnCase(ports, 'cases.make-up-duty', input, async (row, { tx }) => {
        const promise = row.state.promises.find(({ id }) => id === input.body.duty)
        const attached = await attachedPapers(tx, row.id)
        const isWhole = (promise?.replaces ?? []).every((id) => attached.includes(id))
        return { type: 'make-up-duty', duty: input.body.duty, isProven: isWhole }
      }),
    caseProblemStatuses,
    owned,
  )
}

/** The moment from which attached evidence answers the correction that is open. */
async function askedAt({ database }: CasesPorts, row: CaseRow): Promise<Date> {
  const correction = openCorrection(row.state)
  const event = await casesTables(database)
    .selectFrom('case_event')
    .select('at')
    .where('case_id', '=', row.id)
    .where('type', '=', 'correction-requested')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return correction === undefined ? new Date(0) : (event?.at ?? new Date(0))
}
