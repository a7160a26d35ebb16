/**
 * The exchange over the wire.
 */

import * as contract from '@guanjia/contract/supervision'
import { accept } from '@guanjia/core/kernel'
import { act, type SupervisionRoom } from '../supervision-ports.ts'
import { importPackage, takeReceipt } from './import-commands.ts'
import { discardPackage, draftPackage, findPackagePeople, releasePackage } from './package-commands.ts'
import {
  confirmPartnerKey,
  enterPartnerKey,
  findKeyPeople,
  keyEnteredTwice,
  retirePartnerKey,
} from './partner-keys.ts'
import { readExchangeDesk } from './reading/exchange-view.ts'
import { packageDownload, readImportPage, readPackagePage, receiptDownload } from './reading/package-view.ts'

const doubts = {
  'exchange-file-malformed': 422,
  'package-not-for-us': 422,
  'exchange-key-unknown': 422,
  'exchange-signature-wrong': 422,
} as const

/** Answers the routes of the exchange. */
export function implementExchangeRoutes(room: SupervisionRoom): void {
  implementReading(room)
  implementSending(room)
  implementReceiving(room)
  implementKeys(room)
}

function implementReading(room: SupervisionRoom): void {
  const { implement, clock } = room
  const readerOf = <T extends object>(caller: T) => ({ ...caller, now: clock.now() })
  implement(
    contract.readExchange,
    async (caller) => accept(await readExchangeDesk(room, readerOf(caller))),
    {},
  )
  implement(contract.readPackage, (input) => readPackagePage(room, input.params.id, readerOf(input)), {
    'package-unknown': 404,
  })
  implement(contract.downloadPackage, ({ params }) => packageDownload(room, params.id), {
    'package-unknown': 404,
    'package-not-released': 409,
  })
  implement(contract.readImport, (input) => readImportPage(room, input.params.id, readerOf(input)), {
    'import-unknown': 404,
  })
  implement(contract.downloadReceipt, ({ params }) => receiptDownload(room, params.id), {
    'import-unknown': 404,
  })
}

function implementSending(room: SupervisionRoom): void {
  const { implement } = room
  implement(
    contract.draftPackage,
    (input) =>
      act(room, { name: 'supervision.draft-package', subject: input.body.agreement, input }, (context) =>
        draftPackage(room, context, input.body.agreement),
      ),
    {
      'agreement-unknown': 422,
      'agreement-not-in-force': 409,
      'agreement-sends-nothing': 422,
      'nothing-to-send': 409,
      'records-too-many': 409,
      'calendar-not-published': 409,
      'rule-not-in-force': 409,
      'field-not-allowed': 422,
      'field-malformed': 422,
    },
  )
  implement(
    contract.releasePackage,
    (input) =>
      act(room, { name: 'supervision.release-package', subject: input.params.id, input }, (context) =>
        releasePackage(room, context, input.params.id),
      ),
    {
      'package-unknown': 404,
      'package-not-drafted': 409,
      'agreement-unknown': 422,
      'agreement-not-in-force': 409,
      'field-not-allowed': 422,
      'field-malformed': 422,
    },
    ({ params }) => findPackagePeople(room, params.id),
  )
  implement(
    contract.discardPackage,
    (input) =>
      act(room, { name: 'supervision.discard-package', subject: input.params.id, input }, (context) =>
        discardPackage(context, input.params.id),
      ),
    { 'package-unknown': 404, 'package-not-drafted': 409 },
  )
}

function implementReceiving(room: SupervisionRoom): void {
  const { implement } = room
  implement(
    contract.importPackage,
    (input) =>
      act(room, { name: 'supervision.import-package', subject: 'exchange', input }, (context) =>
        importPackage(room, context, input.body.file),
      ),
    {
      ...doubts,
      'package-altered': 422,
      'agreement-unknown': 422,
      'agreement-not-in-force': 409,
      'sequence-gap': 409,
      'sequence-replayed': 409,
      'field-not-allowed': 422,
      'field-malformed': 422,
    },
  )
  implement(
    contract.takeReceipt,
    (input) =>
      act(room, { name: 'supervision.take-receipt', subject: 'exchange', input }, (context) =>
        takeReceipt(room, context, input.body.file),
      ),
    { ...doubts, 'receipt-of-nothing': 422, 'receipt-differs': 422 },
  )
}

function implementKeys(room: SupervisionRoom): void {
  const { implement } = room
  implement(
    contract.enterPartnerKey,
    (input) =>
      act(
        room,
        { name: 'supervision.enter-partner-key', subject: input.body.partner, input },
        (context) => enterPartnerKey(room, context, input.body),
        keyEnteredTwice,
      ),
    { 'partner-unknown': 422, 'partner-key-malformed': 422, 'partner-key-known': 409 },
  )
  implement(
    contract.confirmPartnerKey,
    (input) =>
      act(room, { name: 'supervision.confirm-partner-key', subject: input.params.id, input }, (context) =>
        confirmPartnerKey(context, { id: input.params.id, ending: input.body.ending }),
      ),
    { 'partner-key-unknown': 404, 'partner-key-settled': 409, 'fingerprint-differs': 422 },
    ({ params }) => findKeyPeople(room, params.id),
  )
  implement(
    contract.retirePartnerKey,
    (input) =>
      act(room, { name: 'supervision.retire-partner-key', subject: input.params.id, input }, (context) =>
        retirePartnerKey(context, input.params.id),
      ),
    { 'partner-key-unknown': 404, 'partner-key-settled': 409 },
  )
}
