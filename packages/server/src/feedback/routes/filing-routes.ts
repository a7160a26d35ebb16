/**
 * Saying something, over the wire.
 */

import * as contract from '@guanjia/contract/feedback'
import type { RouteInput } from '@guanjia/contract/route'
import { accept, refuse } from '@guanjia/core/kernel'
import { answer } from '../../platform/http/answer.ts'
import { countMisconduct, type Filing, fileIssue } from '../commands/filing-command.ts'
import { authoritiesOf, type FeedbackPorts } from '../feedback-ports.ts'
import { readDocument } from '../photos/document-store.ts'
import { keepPhoto, readPhoto } from '../photos/photo-store.ts'
import { actFor, findIssueResource, issueProblemStatuses, type Sent } from './issue-acts.ts'

type Said = RouteInput<typeof contract.recordIssue>['body']

const filingStatuses = {
  ...issueProblemStatuses,
  'topic-not-listed': 422,
  'source-not-open-here': 422,
  'phone-needed': 422,
  'photo-not-kept': 422,
} as const

/** Answers the routes of filing. */
export function implementFilingRoutes(ports: FeedbackPorts): void {
  const { implement, content } = ports
  const choices = choicesOf(ports)
  implement(contract.readVoiceChoices, async () => accept(choices), {})
  implement(contract.keepVoicePhoto, ({ body }) => keepPhoto(ports, body.bytes), {
    'photo-not-a-picture': 422,
  })
  implement(
    contract.fileIssue,
    async (input) => {
      const { body, principal } = input
      const askerId = principal.kind === 'person' ? principal.id : null
      if (askerId === null && body.phone === undefined && body.kind !== 'misconduct')
        return refuse('phone-needed')
      const source = body.source ?? content.sources.find(({ intake }) => intake.includes('public'))?.id ?? ''
      return file(ports, input, { ...body, source, intake: 'public', askerId, recordedBy: null })
    },
    filingStatuses,
  )
  implement(
    contract.recordIssue,
    async (input) => {
      const recordedBy = input.principal.kind === 'person' ? input.principal.id : null
      return file(ports, input, { ...input.body, intake: 'staff', askerId: null, recordedBy })
    },
    filingStatuses,
  )
  implement(
    contract.readVoicePhoto,
    async ({ params }) => {
      const photo = await readPhoto(ports, { issueId: params.id, id: params.photo })
      if (photo === undefined) return refuse('photo-not-kept')
      return accept(answer(photo.bytes, { headers: { 'content-type': `image/${photo.kind}` } }))
    },
    { 'photo-not-kept': 404 },
    findIssueResource(ports),
  )
  implement(
    contract.readIssueDocument,
    async ({ params }) => {
      const found = await readDocument(ports, { issueId: params.id, id: params.document })
      if (found === undefined) return refuse('document-not-kept')
      const { name, bytes } = found
      // never shown in a page of ours: what strangers send is saved, and opened by whoever wants to
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
      return accept(answer(bytes, { headers: { 'content-disposition': disposition } }))
    },
    { 'document-not-kept': 404 },
    findIssueResource(ports),
  )
}

/** A report of misconduct is counted without a key and without a hash of what was said. */
async function file(ports: FeedbackPorts, sent: Sent, said: Said & Omit<Filing, 'id' | keyof Said>) {
  const id = ports.newId()
  if (said.kind !== 'misconduct')
    return actFor(ports, { name: 'feedback.file', subject: id, sent }, (context) =>
      fileIssue(ports, context, { ...said, id }),
    )
  const { content, runCommand } = ports
  if (!content.sources.some((source) => source.id === said.source)) return refuse('source-not-open-here')
  const { principal, correlationId } = sent
  const command = {
    name: 'feedback.show-the-way',
    subject: said.source,
    principal,
    correlationId,
    legal: false,
  }
  await runCommand(command, (context) => countMisconduct(ports, context, said.source))
  return refuse('misconduct-belongs-elsewhere')
}

function choicesOf(ports: FeedbackPorts) {
  const { content } = ports
  const kinds = (['appeal', 'suggestion', 'complaint'] as const).map((id) => {
    const { hint, ...name } = content.kinds[id]
    return { id, name, hint }
  })
  return {
    kinds,
    topics: content.topics,
    sources: content.sources.map(({ rule: _rule, ...source }) => source),
    groups: Object.entries(content.groups).map(([id, name]) => ({ id, name })),
    signposts: content.grounds,
    misconduct: content.misconduct,
    misconductUrl: ports.intakeOrigin ?? null,
    mailbox: ports.mailbox?.mailbox.address ?? null,
    authorities: authoritiesOf(ports),
    photos: content.photosAtMost,
  }
}
