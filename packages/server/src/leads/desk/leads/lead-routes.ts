/**
 * The desk over the wire.
 */

import * as contract from '@guanjia/contract/leads'
import { accept } from '@guanjia/core/kernel'
import { act, authoritiesOf, type DeskRoom, personOf } from '../desk-ports.ts'
import { handlersFor } from '../store/key-store.ts'
import { findLead } from '../store/lead-store.ts'
import { beginLead } from './beginning-command.ts'
import { handleLead } from './handling-commands.ts'
import { deskList } from './lead-list.ts'
import { openedLead, recordOpening } from './lead-opening.ts'
import { keepMessage } from './message-command.ts'

const uncounted = { 'calendar-not-published': 503 } as const
const telling = { 'nobody-to-tell': 422, 'told-before': 409, 'result-not-there': 409 } as const

/** Whom a lead must be kept from, for routes that act on one. */
export function findReported({ leads }: Pick<DeskRoom, 'leads'>) {
  return async ({ params }: { readonly params: { readonly id: string } }) => {
    const lead = await findLead(leads, params.id)
    return lead && { reportedAuthority: lead.row.about }
  }
}

/** Answers the routes of the desk. */
export function implementLeadRoutes(room: DeskRoom): void {
  implementLists(room)
  implementOpenings(room)
  implementActs(room)
}

function implementLists(room: DeskRoom): void {
  const { implement, clock, content, leads } = room
  const named = (list: readonly { readonly id: string; readonly 'zh-CN': string }[]) =>
    list.map((one) => ({ id: one.id, name: one['zh-CN'] }))
  const entries = (record: Readonly<Record<string, { readonly 'zh-CN': string }>>) =>
    Object.entries(record).map(([id, words]) => ({ id, name: words['zh-CN'] }))
  implement(contract.listLeads, (input) => deskList(room, personOf(input), clock.now()), uncounted)
  implement(
    contract.readLeadChoices,
    async () =>
      accept({
        purposes: entries(content.purposes),
        dispositions: entries(content.dispositions),
        findings: entries(content.findings),
        types: named(content.types.list),
        areTypesUnconfirmed: content.types.mark === 'U',
        fields: named(content.fields.list),
        areFieldsUnconfirmed: content.fields.mark === 'U',
        departments: authoritiesOf(room).map(({ id, name }) => ({ id, name: name['zh-CN'] })),
      }),
    {},
  )
  implement(
    contract.listReaders,
    async ({ query }) => accept({ readers: await handlersFor(leads, query.about) }),
    {},
  )
}

function implementOpenings(room: DeskRoom): void {
  const { implement, clock } = room
  implement(
    contract.openLead,
    async (input) => {
      const { params, body } = input
      const how = { name: 'leads.open', subject: params.id, input }
      const recorded = await act(room, how, (context) =>
        recordOpening(room, context, { leadId: params.id, ...body }),
      )
      if (!recorded.ok) return recorded
      return openedLead(room, { leadId: params.id, viewer: personOf(input).id, now: clock.now() })
    },
    { ...uncounted, 'purpose-unknown': 422, 'no-key-of-yours': 409 },
    findReported(room),
  )
  implement(
    contract.beginLead,
    (input) =>
      act(room, { name: 'leads.begin', subject: input.body.id, input }, (context) =>
        beginLead(room, context, input.body),
      ),
    {
      'suggestion-not-open': 409,
      'lead-not-there': 422,
      'origin-incomplete': 422,
      'authority-not-listed': 422,
      'own-authority': 422,
      'sealed-to-others': 409,
      'lead-kept': 409,
    },
  )
}

function implementActs(room: DeskRoom): void {
  const { implement } = room
  implement(
    contract.actOnLead,
    (input) =>
      act(room, { name: `leads.${input.body.type}`, subject: input.params.id, input }, (context) =>
        handleLead(room, context, { leadId: input.params.id, command: input.body }),
      ),
    {
      ...uncounted,
      ...telling,
      'lead-over': 409,
      'disposition-waits': 409,
      'nothing-proposed': 409,
      'own-proposal': 409,
      'lead-not-coded': 409,
      'finding-missing': 422,
      'finding-too-early': 422,
      'not-transferred': 409,
      'code-unknown': 422,
      'lead-changed': 409,
    },
    findReported(room),
  )
  implement(
    contract.answerReporter,
    (input) =>
      act(room, { name: 'leads.answer', subject: input.params.id, input }, (context) =>
        keepMessage(room, context, { leadId: input.params.id, ...input.body }),
      ),
    {
      ...telling,
      'sealed-to-others': 409,
      'nobody-to-answer': 409,
      'message-kept': 409,
      'lead-changed': 409,
    },
    findReported(room),
  )
}
