/**
 * Routes of those who ask for something.
 */

import * as contract from '@guanjia/contract/cases'
import { announcedPapers, proofsOfDuty } from '@guanjia/core/cases'
import { accept, refuse } from '@guanjia/core/kernel'
import { readOwnCases } from '../case-lists.ts'
import type { CasesPorts } from '../cases-ports.ts'
import { correctionAskedAt } from '../evidence/attachment-commands.ts'
import { attachedPapers, proofsAttached } from '../evidence/case-evidence.ts'
import { isSavedSinceAsked, papersAnswered } from '../forms/case-form.ts'
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
            answers_saved_at: now,
            updated_at: now,
          })
          .where('id', '=', id)
          .where('situation', 'in', ['draft', 'correcting'])
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
        const isOpen = situation === 'draft' || situation === 'correcting'
        return refuse(isOpen ? 'answers-changed-meanwhile' : 'case-received-already')
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
      actOnCase(ports, 'cases.submit', input, async (row, { tx }) => {
        const papers = [...papersAnswered(ports, row), ...(await attachedPapers(tx, row.id))]
        const later = announcedPapers(row.answers).filter((id) => !papers.includes(id))
        return { type: 'receive', channel: 'online', papers: [...new Set(papers)], later }
      }),
    caseProblemStatuses,
    owned,
  )
  implement(
    contract.answerCorrection,
    (input) =>
      actOnCase(ports, 'cases.answer-correction', input, async (row, { tx }) => {
        const since = await correctionAskedAt(tx, row.id)
        const isSavedAnew = await isSavedSinceAsked({ database: tx }, row)
        const answered = isSavedAnew ? papersAnswered(ports, row) : []
        return {
          type: 'answer-correction',
          papers: [...answered, ...(await attachedPapers(tx, row.id, since))],
        }
      }),
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
      actOnCase(ports, 'cases.make-up-duty', input, async ({ id, state }, { tx }) => {
        const { duty } = input.body
        const attached = await proofsAttached(tx, { caseId: id, duty, proofs: proofsOfDuty(state, duty) })
        return { type: 'make-up-duty', duty, attached }
      }),
    caseProblemStatuses,
    owned,
  )
}
