/**
 * Replies go back to the hotline: after every reply, closing and way elsewhere of one of its work orders, once.
 */

import { object, string } from 'zod'
import type { FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables } from '../store/feedback-tables.ts'
import type { HotlineReply } from './hotline.ts'

const tellJob = 'feedback.tell-hotline'
const told = ['feedback.replied', 'feedback.closed', 'feedback.signposted', 'feedback.merged'] as const
const toTell = object({ issueId: string() })
const mostListed = 500

/** Subscribes to what the hotline waits for; without a hotline the replies are fetched as a file. */
export function tellHotline(ports: FeedbackPorts): void {
  const { outbox, jobs } = ports
  for (const type of told)
    outbox.on(
      type,
      async (event, tx) => {
        if (event.body['source'] !== 'hotline-12345' || ports.hotline === undefined) return
        await jobs.enqueue(tx, tellJob, { issueId: event.subject })
      },
      `feedback.hotline-${type}`,
    )
  jobs.handle(tellJob, async (payload, run) => {
    const { issueId } = toTell.parse(payload)
    const [reply] = await readReplies(ports, issueId)
    if (reply === undefined || ports.hotline === undefined) return
    const { version, toldAt: _toldAt, ...said } = reply
    await ports.hotline.tell(said, `${reply.issue}:${version}`)
    await run.once('told', async (tx) => {
      await feedbackTables(tx)
        .updateTable('hotline_order')
        .set({ told_version: version, told_at: ports.clock.now() })
        .where('issue_id', '=', issueId)
        .execute()
    })
  })
}

/** Every work order as it stands, with its answer where there is one; the last changed first. */
export async function readReplies(
  { database }: FeedbackPorts,
  issueId?: string,
): Promise<readonly (HotlineReply & { readonly version: number; readonly toldAt: string | null })[]> {
  const rows = await feedbackTables(database)
    .selectFrom('hotline_order')
    .innerJoin('issue', 'issue.id', 'hotline_order.issue_id')
    .select([
      'hotline_order.number',
      'hotline_order.told_at',
      'issue.number as issue',
      'issue.state',
      'issue.version',
    ])
    .$if(issueId !== undefined, (query) => query.where('issue.id', '=', issueId ?? ''))
    .orderBy('issue.updated_at', 'desc')
    .limit(mostListed)
    .execute()
  return rows.map(({ number, told_at, issue, state, version }) => ({
    number,
    issue,
    version,
    situation: state.situation,
    outcome: state.reply?.outcome ?? null,
    words: state.reply?.words ?? null,
    repliedOn: state.reply?.on ?? null,
    reopenings: state.reopenings,
    toldAt: told_at?.toISOString() ?? null,
  }))
}
