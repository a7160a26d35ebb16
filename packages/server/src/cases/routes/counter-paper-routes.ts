/**
 * What somebody brings to the counter, and what they ask for there.
 */

import { join } from 'node:path'
import * as contract from '@guanjia/contract/cases'
import { proofsOfDuty } from '@guanjia/core/cases'
import { accept } from '@guanjia/core/kernel'
import type { CasesPorts } from '../cases-ports.ts'
import { attachTo } from '../evidence/attachment-commands.ts'
import { proofsAttached } from '../evidence/case-evidence.ts'
import { keepUpload } from '../evidence/evidence-commands.ts'
import { type UploadFolder, uploadFolder } from '../evidence/upload-folder.ts'
import { readPhrases } from '../phrases-content.ts'
import { casesTables } from '../store/cases-tables.ts'
import { act, actOnCase, findCaseAtCounter, idOf } from './case-acts.ts'
import { caseProblemStatuses } from './case-problems.ts'

/** Answers the routes of papers at the counter, and gives the wordings that go with them. */
export function implementCounterPaperRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const phrases = readPhrases(ports.contentFolder)
  implement(contract.listPhrases, async () => accept({ phrases }), {})
  implementCapture(ports, uploadFolder(join(ports.dataFolder, 'uploads')))
  implement(
    contract.answerCorrectionAtCounter,
    (input) =>
      actOnCase(ports, 'cases.answer-correction-at-counter', input, () => ({
        type: 'answer-correction',
        papers: input.body.papers,
      })),
    caseProblemStatuses,
    findCaseAtCounter(ports),
  )
  implementVisitRoutes(ports)
}

/** What is asked of a case that was accepted or decided already. */
function implementVisitRoutes(ports: CasesPorts): void {
  const { implement } = ports
  const brought = findCaseAtCounter(ports)
  implement(
    contract.supplyPaperAtCounter,
    (input) =>
      actOnCase(ports, 'cases.supply-paper-at-counter', input, () => ({
        type: 'supply-paper',
        requirement: input.body.requirement,
      })),
    caseProblemStatuses,
    brought,
  )
  implement(
    contract.makeUpDutyAtCounter,
    (input) =>
      actOnCase(ports, 'cases.make-up-duty-at-counter', input, async ({ id, state }, { tx }) => {
        const { duty, papers } = input.body
        const attached = await proofsAttached(tx, { caseId: id, duty, proofs: proofsOfDuty(state, duty) })
        return { type: 'make-up-duty', duty, attached: [...attached, ...papers] }
      }),
    caseProblemStatuses,
    brought,
  )
  implement(
    contract.withdrawAtCounter,
    (input) => actOnCase(ports, 'cases.withdraw-at-counter', input, () => ({ type: 'withdraw' })),
    caseProblemStatuses,
    brought,
  )
}

/** What a clerk captures becomes the applicant's document: it is theirs, whoever held it under the camera. */
function implementCapture(ports: CasesPorts, folder: UploadFolder): void {
  ports.implement(
    contract.captureEvidence,
    async (input) => {
      const { id: caseId } = input.params
      const { upload, requirement, title } = input.body
      const personId = idOf(input.principal)
      const captured = await act(
        ports,
        { name: 'cases.capture-evidence', id: caseId, input, legal: false },
        async (context) => {
          const { applicant_id: ownerId } = await casesTables(context.tx)
            .selectFrom('case_file')
            .select('applicant_id')
            .where('id', '=', caseId)
            .executeTakeFirstOrThrow()
          const owner = { id: ownerId, organisations: [] }
          const keeping = { upload, type: requirement, title, owner, uploadedBy: personId }
          const kept = await keepUpload(ports, { context, folder }, keeping)
          if (!kept.ok) return kept
          const document = kept.value.id
          const attached = await attachTo(ports, context, {
            caseId,
            requirement,
            document,
            owner,
            by: personId,
          })
          return attached.ok ? accept({ ...attached.value, kind: kept.value.kind }) : attached
        },
      )
      if (captured.ok) await folder.remove(upload)
      return captured
    },
    {
      'upload-unknown': 404,
      'upload-unfinished': 409,
      'file-kind-unknown': 422,
      'file-damaged': 422,
      'organisation-not-own': 403,
      'document-unknown': 404,
      'document-expired': 422,
      'gap-not-of-service': 422,
      'case-ended': 409,
    },
    findCaseAtCounter(ports),
  )
}
