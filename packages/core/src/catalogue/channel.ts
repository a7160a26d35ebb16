/**
 * Channels: the ways to ask for a service.
 */

import { type Entry, oneOf, textAt, type Wording, wordingAt } from './entry.ts'

/** What kind of way it is. */
export type ChannelKind = 'web' | 'counter' | 'kiosk' | 'telephone' | 'post'

/** A way to ask for a service. */
export interface Channel {
  readonly id: string
  readonly name: Wording
  readonly kind: ChannelKind
}

/** Reads a channel; what is wrong with it is noted in the entry. */
export function readChannel(entry: Entry): Channel {
  return {
    id: textAt(entry, 'id'),
    name: wordingAt(entry, 'name'),
    kind: oneOf(entry, 'kind', ['web', 'counter', 'kiosk', 'telephone', 'post']),
  }
}
