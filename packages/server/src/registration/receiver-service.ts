/**
 * An authority that is told of a new company over the wire, and answers with its receipt.
 */

import { iso, object, string } from 'zod'
import { postJson, type ServiceAddress } from '../platform/messages/post-json.ts'
import type { PushReceiver } from './push-receivers.ts'

const receipt = object({ number: string().min(1).max(200), receivedAt: iso.datetime() })

/** A receiver behind an address; the id of a push travels along, so that a push repeated is the same one. */
export function receiverService(
  { id, name }: { readonly id: string; readonly name: string },
  address: Pick<ServiceAddress, 'url' | 'token'>,
): PushReceiver {
  const service = { ...address, name: `the receiver ${id}` }
  return { id, name, push: async (entity) => receipt.parse(await postJson(service, entity, entity.id)) }
}
