/**
 * The hotline 12345 as this house sees it: it is told of replies, and nothing else is asked of it.
 */

import { postJson, type ServiceAddress } from '../../platform/messages/post-json.ts'

/** A reply as the hotline reads it. */
export interface HotlineReply {
  /** number of the work order */
  readonly number: string
  readonly issue: string
  readonly situation: string
  readonly outcome: string | null
  readonly words: string | null
  readonly repliedOn: string | null
  readonly reopenings: number
}

/** The hotline. */
export interface Hotline {
  /** throws where it was not taken, so that the job tries again; `key` makes a second telling the same one */
  readonly tell: (reply: HotlineReply, key: string) => Promise<void>
}

/** The hotline behind an address. */
export function hotlineService(address: Omit<ServiceAddress, 'name'>): Hotline {
  const service = { ...address, name: 'the hotline' }
  return {
    tell: async (reply, key) => {
      await postJson(service, { version: '1', replies: [reply] }, key)
    },
  }
}

/** A hotline that takes every reply; what it was told stands in the register beside the work order. */
export const simulatedHotline: Hotline = { tell: async () => undefined }
