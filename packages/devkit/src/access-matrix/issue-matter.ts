/**
 * An issue and a task of the register for the matrix, written past the API: whose they are decides, not how far they came.
 */

import { randomUUID } from 'node:crypto'
import { plainDate } from '@guanjia/core/calendar'
import { exampleRule, type IssueEvent, replayIssue } from '@guanjia/core/feedback'
import type { Client } from 'pg'

/** Both of them. */
export async function writeRegister(
  client: Client,
  people: { readonly ownerId: string; readonly proposerId: string },
): Promise<{ readonly issueId: string; readonly improvementId: string }> {
  return { issueId: await writeIssue(client, people), improvementId: await writeImprovement(client) }
}

/** An answer of the proposer waits for a signature at housing; the approval service assists. */
async function writeIssue(
  client: Client,
  { ownerId, proposerId }: { readonly ownerId: string; readonly proposerId: string },
): Promise<string> {
  const id = randomUUID()
  const when = { on: plainDate('2026-03-02'), at: '2026-03-02T01:00:00.000Z' }
  const events: readonly IssueEvent[] = [
    {
      ...when,
      by: ownerId,
      type: 'filed',
      kind: 'appeal',
      source: 'cannot-be-done',
      topic: 'procedure',
      noticedAt: when.at,
      isReachable: true,
      rule: exampleRule,
    },
    {
      ...when,
      by: 'dispatcher',
      type: 'dispatched',
      lead: 'housing',
      assisting: ['approval-service'],
      isComplex: false,
      isDesignated: false,
    },
    {
      ...when,
      by: proposerId,
      type: 'reply-proposed',
      outcome: 'cannot-be-done',
      words: '不能',
      evidence: [],
    },
  ]
  await client.query(
    `insert into issue (id, number, version, kind, source, topic, words, asker_id, situation, state, authorities,
       proposed_by, bigrams, filed_at, updated_at)
     values ($1, 'SY26-000001-0', 3, 'appeal', 'cannot-be-done', 'procedure', '试验', $2, 'awaiting-sign-off', $3,
       '{housing,approval-service}', $4, '{}', now(), now())`,
    [id, ownerId, JSON.stringify(replayIssue(events)), proposerId],
  )
  return id
}

/** A procedure at housing that is to be changed. */
async function writeImprovement(client: Client): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into improvement_task (id, topic, lead, issues, raised_on) values ($1, 'procedure', 'housing', '{}', now())`,
    [id],
  )
  return id
}
