/**
 * Commitments over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import { accept, refuse } from '@guanjia/core/kernel'
import { letterDigest } from '@guanjia/core/projects'
import { answer } from '../../platform/http/answer.ts'
import { todayOf } from '../plans/plan-source.ts'
import { act, findPeople } from '../project-acts.ts'
import { type LettersRoom, signCommitments, withdrawCommitment } from './commitment-commands.ts'
import { findPledging } from './commitment-terms.ts'
import { viewCommitments } from './commitment-view.ts'
import { letterFor } from './letter-document.ts'
import { openLetterPaper } from './letter-paper.ts'

const letterProblems = {
  'plan-not-made': 404,
  'commitment-unknown': 422,
  'commitment-not-applicable': 422,
  'commitment-signed-already': 409,
  'too-many-commitments': 422,
  'calendar-not-published': 503,
} as const

const planProblems = {
  'project-ended': 409,
  'catalogue-unpublished': 503,
  'nothing-known-of-the-project': 422,
} as const

/** Answers the routes of commitments. */
export function implementCommitmentRoutes(room: LettersRoom): void {
  implementReading(room)
  implementSigning(room)
}

function implementReading(room: LettersRoom): void {
  const { implement, database, clock } = room
  const concerned = findPeople(room)
  const render = openLetterPaper(room)
  implement(
    contract.listCommitments,
    ({ params, language }) => viewCommitments(room, { projectId: params.id, language }),
    { 'plan-not-made': 404, 'calendar-not-published': 503 },
    concerned,
  )
  implement(
    contract.readLetterDraft,
    async ({ params, query, principal }) => {
      const now = clock.now()
      const project = await findPledging(room, database, { projectId: params.id, now })
      if (!project.ok) return project
      const signer = principal.kind === 'person' ? principal.name : ''
      const commitments = query.commitments.split(',').filter(Boolean)
      const letter = letterFor(room, project.value, { commitments, signer, on: todayOf(room, now) })
      if (!letter.ok) return letter
      return accept({ document: letter.value, digest: letterDigest(letter.value) })
    },
    letterProblems,
    concerned,
  )
  implement(
    contract.readLetter,
    async ({ params }) => {
      const paper = await render(params.id, params.letter)
      if (paper === undefined) return refuse('letter-unknown')
      const name = encodeURIComponent(`${paper.name}.pdf`)
      return accept(
        answer(paper.bytes, { headers: { 'content-disposition': `inline; filename*=UTF-8''${name}` } }),
      )
    },
    { 'letter-unknown': 404 },
    concerned,
  )
}

function implementSigning(room: LettersRoom): void {
  const { implement } = room
  const concerned = findPeople(room)
  implement(
    contract.signCommitments,
    (input) =>
      act(
        room,
        { name: 'projects.sign-commitments', subject: input.params.id, input, legal: true },
        (context) => signCommitments(room, context, { projectId: input.params.id, ...input.body }),
      ),
    {
      ...letterProblems,
      ...planProblems,
      'document-changed': 409,
      'identity-not-verified': 403,
      'commitment-excluded': 403,
      'commitment-condition-open': 409,
      'approval-issued-already': 409,
    },
    concerned,
  )
  implement(
    contract.withdrawCommitment,
    (input) =>
      act(
        room,
        { name: 'projects.withdraw-commitment', subject: input.params.id, input, legal: true },
        (context) => withdrawCommitment(room, context, { projectId: input.params.id, ...input.body }),
      ),
    {
      ...planProblems,
      'calendar-not-published': 503,
      'commitment-not-signed': 409,
      'approval-issued-already': 409,
    },
    concerned,
  )
}
