/**
 * Cases of the matrix with their evidence and orders, and the project with its steward.
 */

import { randomUUID } from 'node:crypto'
import { plainDate } from '@guanjia/core/calendar'
import { type CaseEvent, replayCase } from '@guanjia/core/cases'
import type { Client } from 'pg'
import type { Caller } from './callers.ts'

let written = 0

/** A case in the review, with a question to an authority that does not work on it. */
export async function writeCase(
  client: Client,
  { ownerId, proposerId }: { readonly ownerId: string; readonly proposerId: string },
): Promise<string> {
  const id = randomUUID()
  written += 1
  const dated = { on: plainDate('2026-03-02'), by: ownerId }
  const limit = { value: 5, unit: 'working-days', source: 'matrix', mark: 'G' } as const
  const opened: CaseEvent = {
    type: 'opened',
    ...dated,
    applicant: ownerId,
    awaits: [],
    service: {
      id: 'M307',
      name: { 'zh-CN': '试验事项', en: 'Matrix' },
      catalogueVersion: 'matrix',
      authorities: ['housing', 'approval-service'],
      oneTimeNotice: limit,
      committed: limit,
      statutory: limit,
      extensionAtMost: 10,
      delivery: limit,
      correction: limit,
      requirements: [],
      specialProcedures: [],
      promises: [],
      jointReview: false,
    },
  }
  const events: readonly CaseEvent[] = [
    opened,
    { ...dated, type: 'received', channel: 'online', papers: [] },
    { ...dated, type: 'accepted', ground: 'complete', from: dated.on, follow: [] },
    { ...dated, type: 'review-begun', authorities: opened.service.authorities },
    {
      ...dated,
      type: 'consultation-opened',
      consultation: 'asked',
      asked: 'emergency',
      question: '?',
      due: dated.on,
    },
  ]
  await client.query(
    `insert into case_file (id, number, version, service, service_name, applicant_id, channel, authorities, situation,
       status, state, court, revocation_proposed_by, light, calendar_version, looked_at_on, opened_at, updated_at)
     values ($1, $2, 5, 'M307', '{}', $3, 'online', '{housing,approval-service}', 'in-review', 3, $4, 'authority', $5, 'off',
       'matrix', '2026-03-02', now(), now())`,
    [id, `MATRIX${written}`, ownerId, JSON.stringify(replayCase(events)), proposerId],
  )
  return id
}

/** A file that is being sent. */
export async function writeUpload(client: Client, ownerId: string): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into evidence_upload (id, owner_id, name, size, started_at) values ($1, $2, '材料.pdf', 100, now())`,
    [id, ownerId],
  )
  return id
}

/** A document that is attached to a case. */
export async function writeDocument(client: Client, ownerId: string, caseId: string): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into evidence_document (id, owner_id, type, title, created_at) values ($1, $2, 'form', '材料', now())`,
    [id, ownerId],
  )
  await client.query(
    `insert into evidence_version (document_id, version, file, kind, size, name, uploaded_by, uploaded_at)
     values ($1, 1, $3, 'pdf', 1, '材料.pdf', $2, now())`,
    [id, ownerId, '0'.repeat(64)],
  )
  await client.query(
    `insert into case_evidence (case_id, requirement, document_id, version, attached_by, attached_at)
     values ($1, 'form', $2, 1, $3, now())`,
    [caseId, id, ownerId],
  )
  return id
}

/** An order to approve. */
export async function writeApproval(client: Client, officerId: string, caseId: string): Promise<string> {
  const id = randomUUID()
  const cases = JSON.stringify([{ id: caseId, version: 1, number: 'matrix' }])
  await client.query(
    `insert into approval_order (id, officer_id, officer, service, cases, reasons, basis, ordered_at, runs_at)
     values ($1, $2, '{"roles":["reviewer"],"authorities":["housing"]}', 'M307', $3, '符合', '依据', now(), now())`,
    [id, officerId, cases],
  )
  return id
}

/** A project with its primary steward. */
export async function writeProject(client: Client, idOf: (caller: Caller) => string): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into project (id, number, name, kind, owner_id, facts, state, created_at, steward_due_at)
     values ($1, 'XM26-9999', '试验项目', 'medical', $2, '{}', 'active', now(), now())`,
    [id, idOf('owner')],
  )
  await client.query(
    `insert into stewardship (id, project_id, steward_id, duty, from_at, reason)
     values ($1, $2, $3, 'primary', now(), 'matrix')`,
    [randomUUID(), id, idOf('steward')],
  )
  return id
}
