/**
 * What clerks have begun, over the wire.
 */

import * as contract from '@guanjia/contract/counters'
import { accept } from '@guanjia/core/kernel'
import type { CountersPorts } from '../outreach-routes.ts'
import { clerkOf, dayOf } from './clerk.ts'
import { findColleagues, handOverDraft, keepDraft, readDraft, readDrafts } from './draft-commands.ts'
import { tellClerks } from './queue-news.ts'

/** Answers the routes of drafts at the counter. */
export function implementDraftRoutes(ports: CountersPorts): void {
  const { implement, database, clock, runCommand } = ports
  implement(
    contract.readCounterDraft,
    async ({ params, principal }) => accept(await shownDraft(ports, clerkOf(principal), params.subject)),
    {},
  )
  implement(
    contract.saveCounterDraft,
    async ({ params, body, principal }) => {
      const [clerkId, { subject }] = [clerkOf(principal), params]
      await keepDraft(database, { clerkId, subject, ...body }, clock.now())
      return accept(await shownDraft(ports, clerkId, subject))
    },
    {},
  )
  implement(
    contract.listCounterDrafts,
    async ({ principal }) => {
      const clerkId = clerkOf(principal)
      const begun = await readDrafts(database, clerkId)
      return accept({
        drafts: begun.map(({ subject, savedAt, handedBy }) => {
          return { subject, savedAt: savedAt.toISOString(), handedBy }
        }),
        colleagues: await findColleagues(database, clerkId),
      })
    },
    {},
  )
  implement(
    contract.handOverCounterDraft,
    ({ params: { subject }, body: { to, counter }, principal, correlationId, key, bodyHash }) => {
      const command = { name: 'counters.hand-over-draft', subject, principal, correlationId, key, bodyHash }
      const handing = { clerkId: clerkOf(principal), subject, to, counter, day: dayOf(ports) }
      return runCommand({ ...command, legal: false }, async (context) => {
        const handed = await handOverDraft(context, handing)
        if (handed.ok) await tellClerks(ports, context, subject)
        return handed
      })
    },
    {
      'draft-empty': 409,
      'colleague-unknown': 422,
      'colleague-has-begun': 409,
      'colleague-serves': 409,
      'counter-missing': 422,
    },
  )
}

async function shownDraft({ database }: CountersPorts, clerkId: string, subject: string) {
  const draft = await readDraft(database, clerkId, subject)
  return {
    body: draft?.body ?? {},
    savedAt: draft?.savedAt.toISOString() ?? null,
    handedBy: draft?.handedBy ?? null,
  }
}
