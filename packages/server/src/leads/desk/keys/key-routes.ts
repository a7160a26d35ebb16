/**
 * Keys and hand-overs over the wire.
 */

import * as contract from '@guanjia/contract/leads'
import { accept } from '@guanjia/core/kernel'
import { act, type DeskRoom, personOf } from '../desk-ports.ts'
import { confirmHandOver, proposeHandOver } from './hand-over-commands.ts'
import { draftOf, listHandOvers } from './hand-over-draft.ts'
import { proposeKey, relockKey, retireKey, takeSheet } from './key-commands.ts'
import { listKeys } from './key-list.ts'

/** Answers the routes of keys. */
export function implementKeyRoutes(room: DeskRoom): void {
  const { implement } = room
  implement(contract.listLeadKeys, async (input) => accept(await listKeys(room, personOf(input))), {})
  implement(
    contract.proposeKey,
    (input) =>
      act(room, { name: 'leads.propose-key', subject: input.body.keyId, input }, (context) =>
        proposeKey(room, context, input.body),
      ),
    { 'office-not-yours': 422, 'key-kept': 409, 'key-waits': 409, 'other-office-held': 409 },
  )
  implement(
    contract.relockKey,
    (input) =>
      act(room, { name: 'leads.relock-key', subject: input.params.key, input }, (context) =>
        relockKey(room, context, { keyId: input.params.key, lock: input.body.lock }),
      ),
    { 'key-not-yours': 404 },
  )
  implement(
    contract.takeSheet,
    (input) =>
      act(room, { name: 'leads.take-sheet', subject: input.params.key, input }, (context) =>
        takeSheet(room, context, input.params.key),
      ),
    { 'key-not-there': 404, 'own-key': 409, 'key-not-proposed': 409, 'other-office-held': 409 },
  )
  implement(
    contract.retireKey,
    (input) =>
      act(room, { name: 'leads.retire-key', subject: input.params.key, input }, (context) =>
        retireKey(room, context, input.params.key),
      ),
    { 'key-not-there': 404, 'key-not-current': 409, 'last-key': 409 },
  )
  implementHandOvers(room)
}

function implementHandOvers(room: DeskRoom): void {
  const { implement } = room
  implement(contract.readHandOver, async (input) => await draftOf(room, personOf(input).id, input.query.to), {
    'successor-unknown': 422,
  })
  implement(
    contract.handOver,
    (input) =>
      act(room, { name: 'leads.hand-over', subject: input.body.to, input }, (context) =>
        proposeHandOver(room, context, input.body),
      ),
    {
      'successor-unknown': 422,
      'nothing-to-hand-over': 422,
      'not-yours-to-hand-over': 422,
      'hand-over-incomplete': 409,
    },
  )
  implement(
    contract.listHandOvers,
    async (input) => accept(await listHandOvers(room, personOf(input).id)),
    {},
  )
  implement(
    contract.confirmHandOver,
    (input) =>
      act(room, { name: 'leads.confirm-hand-over', subject: input.params.id, input }, (context) =>
        confirmHandOver(room, context, { id: input.params.id, ...input.body }),
      ),
    { 'hand-over-unknown': 404, 'hand-over-done': 409, 'own-hand-over': 409 },
  )
}
