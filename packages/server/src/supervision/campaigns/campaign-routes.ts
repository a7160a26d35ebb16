/**
 * Campaigns over the wire.
 */

import * as contract from '@guanjia/contract/supervision'
import { accept } from '@guanjia/core/kernel'
import { act, type SupervisionRoom } from '../supervision-ports.ts'
import { concludeCampaign, openCampaign, recordFinding } from './campaign-commands.ts'
import { readCampaigns } from './campaign-tree.ts'
import { findFindingUnit, moveFinding } from './finding-commands.ts'

const turns = { 'finding-unknown': 404, 'finding-out-of-turn': 409 } as const
const running = { 'campaign-unknown': 404, 'campaign-concluded': 409 } as const

/** Answers the routes of campaigns. */
export function implementCampaignRoutes(room: SupervisionRoom): void {
  const { implement, clock } = room
  implement(
    contract.listCampaigns,
    async ({ principal, language }) =>
      accept(await readCampaigns(room, { principal, language, now: clock.now() })),
    {},
  )
  implement(
    contract.openCampaign,
    (input) =>
      act(room, { name: 'supervision.open-campaign', subject: 'campaign', input }, (context) =>
        openCampaign(room, context, input.body),
      ),
    { 'campaign-not-listed': 422, 'period-ends-before-it-begins': 422 },
  )
  implement(
    contract.recordFinding,
    (input) =>
      act(room, { name: 'supervision.record-finding', subject: input.params.id, input }, (context) =>
        recordFinding(room, context, { campaignId: input.params.id, ...input.body }),
      ),
    { ...running, 'unit-unknown': 422, 'due-day-passed': 422 },
  )
  implement(
    contract.concludeCampaign,
    (input) =>
      act(room, { name: 'supervision.conclude-campaign', subject: input.params.id, input }, (context) =>
        concludeCampaign(context, { campaignId: input.params.id, ...input.body }),
      ),
    { ...running, 'findings-not-rectified': 409 },
  )
  implementFindings(room)
}

function implementFindings(room: SupervisionRoom): void {
  const { implement, database } = room
  implement(
    contract.reportFinding,
    (input) =>
      act(room, { name: 'supervision.report-finding', subject: input.params.id, input }, (context) =>
        moveFinding(context, {
          findingId: input.params.id,
          act: { do: 'report' },
          words: input.body.words,
        }),
      ),
    turns,
    ({ params }) => findFindingUnit(database, params.id),
  )
  implement(
    contract.checkFinding,
    (input) =>
      act(room, { name: 'supervision.check-finding', subject: input.params.id, input }, (context) =>
        moveFinding(context, {
          findingId: input.params.id,
          act: { do: 'check', passed: input.body.passed },
          words: input.body.words,
        }),
      ),
    turns,
  )
}
