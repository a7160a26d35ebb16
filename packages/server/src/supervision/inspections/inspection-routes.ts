/**
 * Joint inspections over the wire.
 */

import * as contract from '@guanjia/contract/supervision'
import { may, type Principal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import { act, personOf, type SupervisionRoom } from '../supervision-ports.ts'
import { supervisionTables } from '../supervision-tables.ts'
import { checkItem, recordInspectionFinding, writeNote } from './inspect-commands.ts'
import { findInspectionPeople } from './inspection-store.ts'
import { invitedTwice, invitePartner, withdrawInvitation } from './invitation-commands.ts'
import { openInspection } from './open-inspection.ts'
import { listAllInspections, listInvitationsOf } from './reading/inspection-list.ts'
import { openInspectionPaper } from './reading/inspection-paper.ts'
import { readInspectionPage } from './reading/inspection-view.ts'
import { reportInspection, returnReport, signInspection } from './report-commands.ts'

const running = { 'inspection-unknown': 404, 'inspection-reported': 409, 'inspection-closed': 409 } as const

interface OfInspection {
  readonly params: { readonly id: string }
}

/** Answers the routes of joint inspections. */
export function implementInspectionRoutes(room: SupervisionRoom): void {
  implementReading(room)
  implementOpening(room)
  implementInvitations(room)
  implementInspecting(room)
  implementReport(room)
}

function implementReading(room: SupervisionRoom): void {
  const { implement, clock } = room
  const findPeople = ({ params }: OfInspection) => findInspectionPeople(room, params.id)
  implement(
    contract.listInspections,
    async ({ language }) => accept(await listAllInspections(room, language)),
    {},
  )
  implement(
    contract.readInspection,
    async ({ params, principal, language, correlationId }) => {
      await noteLook(room, { inspectionId: params.id, principal, correlationId })
      return await readInspectionPage(room, params.id, { principal, language, now: clock.now() })
    },
    { 'inspection-unknown': 404, 'calendar-not-published': 409, 'rule-not-in-force': 409 },
    findPeople,
  )
  implement(
    contract.listInvitations,
    async ({ principal, language }) => accept(await listInvitationsOf(room, principal, language)),
    {},
  )
  const render = openInspectionPaper(room)
  implement(contract.printInspection, ({ params }) => render(params.id), {
    'inspection-unknown': 404,
    'inspection-not-signed': 409,
  })
}

interface Look {
  readonly inspectionId: string
  readonly principal: Principal
  readonly correlationId: string
}

/** Every look of a partner stands in the audit trail, and is counted at their invitation. */
async function noteLook(
  room: SupervisionRoom,
  { inspectionId, principal, correlationId }: Look,
): Promise<void> {
  if (may(principal, 'supervision.list-inspections')) return
  const name = 'supervision.look-at-inspection'
  const command = { name, subject: inspectionId, principal, correlationId, legal: false }
  await room.runCommand(command, async (context) => accept(await countLook(context, inspectionId)))
}

async function countLook(context: CommandContext, inspectionId: string) {
  await supervisionTables(context.tx)
    .updateTable('inspection_invitation')
    .set({ looks: sql`looks + 1`, last_look_at: context.now })
    .where('inspection_id', '=', inspectionId)
    .where('person_id', '=', personOf(context))
    .where('ended_at', 'is', null)
    .execute()
  return {}
}

function implementOpening(room: SupervisionRoom): void {
  room.implement(
    contract.openInspection,
    (input) =>
      act(room, { name: 'supervision.open-inspection', subject: 'inspection', input }, (context) =>
        openInspection(room, context, input.body),
      ),
    {
      'period-ends-before-it-begins': 422,
      'period-over-already': 422,
      'scope-empty': 422,
      'supervised-unknown': 422,
      'unit-unknown': 422,
      'park-unknown': 422,
      'member-not-of-supervision': 422,
    },
  )
}

function implementInvitations(room: SupervisionRoom): void {
  const { implement } = room
  implement(
    contract.invitePartner,
    (input) =>
      act(
        room,
        { name: 'supervision.invite-partner', subject: input.params.id, input },
        (context) => invitePartner(room, context, { inspectionId: input.params.id, ...input.body }),
        invitedTwice,
      ),
    {
      ...running,
      'partner-unknown': 422,
      'partner-account-unknown': 422,
      'partner-of-other-organisation': 422,
      'invited-already': 409,
      'invitation-outlasts-inspection': 422,
      'invitation-over-already': 422,
    },
  )
  implement(
    contract.withdrawInvitation,
    (input) =>
      act(room, { name: 'supervision.withdraw-invitation', subject: input.params.id, input }, (context) =>
        withdrawInvitation(room, context, input.params.id),
      ),
    { 'invitation-unknown': 404, 'invitation-ended': 409 },
  )
}

function implementInspecting(room: SupervisionRoom): void {
  const { implement } = room
  const findPeople = ({ params }: OfInspection) => findInspectionPeople(room, params.id)
  implement(
    contract.checkItem,
    (input) =>
      act(room, { name: 'supervision.check-item', subject: input.params.id, input }, (context) =>
        checkItem(context, {
          inspectionId: input.params.id,
          place: Number(input.params.place),
          ...input.body,
        }),
      ),
    { ...running, 'item-unknown': 404 },
    findPeople,
  )
  implement(
    contract.writeInspectionNote,
    (input) =>
      act(room, { name: 'supervision.write-inspection-note', subject: input.params.id, input }, (context) =>
        writeNote(room, context, { inspectionId: input.params.id, words: input.body.words }),
      ),
    running,
    findPeople,
  )
  implement(
    contract.recordInspectionFinding,
    (input) =>
      act(
        room,
        { name: 'supervision.record-inspection-finding', subject: input.params.id, input },
        (context) => recordInspectionFinding(room, context, { inspectionId: input.params.id, ...input.body }),
      ),
    {
      ...running,
      'grade-unknown': 422,
      'territorial-duty-missing': 422,
      'departmental-duty-missing': 422,
      'duty-twice': 422,
      'unit-of-other-list': 422,
      'unit-unknown': 422,
      'source-unknown': 422,
      'due-day-passed': 422,
    },
  )
}

function implementReport(room: SupervisionRoom): void {
  const { implement } = room
  implement(
    contract.reportInspection,
    (input) =>
      act(room, { name: 'supervision.report-inspection', subject: input.params.id, input }, (context) =>
        reportInspection(context, { id: input.params.id, conclusion: input.body.conclusion }),
      ),
    { 'inspection-unknown': 404, 'inspection-closed': 409, 'items-unchecked': 409 },
  )
  implement(
    contract.returnInspectionReport,
    (input) =>
      act(room, { name: 'supervision.return-report', subject: input.params.id, input }, (context) =>
        returnReport(context, { id: input.params.id, ...input.body }),
      ),
    { 'inspection-unknown': 404, 'inspection-not-reported': 409, 'inspection-closed': 409 },
  )
  implement(
    contract.signInspection,
    (input) =>
      act(room, { name: 'supervision.sign-inspection', subject: input.params.id, input }, (context) =>
        signInspection(room, context, { id: input.params.id, ...input.body }),
      ),
    {
      'inspection-unknown': 404,
      'inspection-not-reported': 409,
      'inspection-closed': 409,
      'report-revised-meanwhile': 409,
    },
    ({ params }) => findInspectionPeople(room, params.id),
  )
}
