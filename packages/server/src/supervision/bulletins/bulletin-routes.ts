/**
 * Bulletins over the wire.
 */

import * as contract from '@guanjia/contract/supervision'
import { accept } from '@guanjia/core/kernel'
import { act, type SupervisionRoom } from '../supervision-ports.ts'
import {
  approveBulletin,
  draftBulletin,
  findBulletinAuthor,
  publishBulletin,
  reviseBulletin,
} from './bulletin-commands.ts'
import { listBulletinsFor } from './bulletin-list.ts'

const bars = {
  'bulletin-unknown': 404,
  'bulletin-revised-meanwhile': 409,
  'bulletin-published': 409,
  'identifying-words-left': 422,
  'author-approves-not': 403,
  'approved-before': 409,
  'approvals-missing': 409,
} as const

/** Answers the routes of bulletins. */
export function implementBulletinRoutes(room: SupervisionRoom): void {
  const { implement, database } = room
  implement(
    contract.listBulletins,
    async ({ principal }) => accept({ bulletins: await listBulletinsFor(room, principal) }),
    {},
  )
  implement(
    contract.draftBulletin,
    (input) =>
      act(room, { name: 'supervision.draft-bulletin', subject: 'bulletin', input }, (context) =>
        draftBulletin(room, context, input.body),
      ),
    {},
  )
  implement(
    contract.reviseBulletin,
    (input) =>
      act(room, { name: 'supervision.revise-bulletin', subject: input.params.id, input }, (context) =>
        reviseBulletin(room, context, { id: input.params.id, ...input.body }),
      ),
    { 'bulletin-unknown': 404, 'bulletin-published': 409, 'bulletin-rewritten-meanwhile': 409 },
  )
  implement(
    contract.approveBulletin,
    (input) =>
      act(room, { name: 'supervision.approve-bulletin', subject: input.params.id, input }, (context) =>
        approveBulletin(room, context, { id: input.params.id, ...input.body }),
      ),
    bars,
    ({ params }) => findBulletinAuthor(database, params.id),
  )
  implement(
    contract.publishBulletin,
    (input) =>
      act(room, { name: 'supervision.publish-bulletin', subject: input.params.id, input }, (context) =>
        publishBulletin(room, context, input.params.id),
      ),
    bars,
  )
}
