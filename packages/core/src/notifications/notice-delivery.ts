/**
 * The life of one notice on one channel: queued or deferred, then sent; or failed and tried again, in the end given up and
 * shown to the operators. A notice has one key, so that whatever starts it twice sends it once.
 */

import type { NoticeChannel } from './notice-template.ts'

/** Where a notice stands on its channel. */
export type NoticeState = 'queued' | 'deferred' | 'sent' | 'failed' | 'given-up'

/** How often and how late a notice is tried again; figures of content. */
export interface RetryRule {
  /** minutes to wait after the first failure, after the second and so on; after the last one follows the end */
  readonly waitMinutes: readonly number[]
}

/** What follows from a try that failed. */
export interface AfterFailure {
  readonly state: Extract<NoticeState, 'failed' | 'given-up'>
  /** failures so far, this one included */
  readonly attempts: number
  /** epoch milliseconds of the next try; undefined where it was given up */
  readonly nextAt: number | undefined
}

const minute = 60_000

/**
 * What follows from a failed try.
 *
 * @param attempts - failures before this one, 0 or more
 * @param now - epoch milliseconds
 */
export function afterFailure(rule: RetryRule, attempts: number, now: number): AfterFailure {
  const wait = rule.waitMinutes[attempts]
  if (wait === undefined) return { state: 'given-up', attempts: attempts + 1, nextAt: undefined }
  return { state: 'failed', attempts: attempts + 1, nextAt: now + wait * minute }
}

/** What one notice is about, to whom and how. */
export interface NoticeOccasion {
  /** number of the event in the outbox */
  readonly eventId: number
  readonly templateId: string
  /** id of the person, or a digest of the number of a contact */
  readonly recipient: string
  readonly channel: NoticeChannel
}

/** The key of a notice: equal for the same event, words, recipient and channel, and for nothing else. */
export function noticeKey({ eventId, templateId, recipient, channel }: NoticeOccasion): string {
  return `${eventId}/${templateId}/${channel}/${recipient}`
}
