/**
 * Legal service of a decision by electronic means (电子送达): when a decision counts as having reached its addressee.
 *
 * A decision is served in the portal only on somebody who has agreed to it beforehand; then the instant at which it arrived
 * in their list of messages is the instant of service, read or not. A text message only points to it and serves nothing.
 *
 * @see 民事诉讼法 第九十条, to which administrative rules on service refer: 以送达信息到达受送达人特定系统的日期为送达日期
 * @see 行政许可法 第四十四条: a decision is issued and served within ten working days
 */

import { localMoment } from '../calendar/index.ts'
import { accept, type Result, refuse } from '../kernel/index.ts'
import type { NoticeChannel } from './notice-template.ts'

/** Why a notice serves nothing. */
export type ServiceRefusal = 'electronic-service-not-agreed' | 'channel-serves-nothing'

/** The service of a decision. */
export interface NoticeService {
  /** epoch milliseconds at which the decision counts as served */
  readonly servedAt: number
  /** the day periods are counted from, YYYY-MM-DD in the zone */
  readonly servedOn: string
  /** sentences for people, in order */
  readonly because: readonly string[]
}

/** A decision on its way. */
export interface ServiceFacts {
  readonly channel: NoticeChannel
  /** whether the addressee agreed to electronic service before */
  readonly agreed: boolean
  /** epoch milliseconds at which it was in the addressee's list of messages */
  readonly arrivedAt: number
  /** minutes that the zone is ahead of UTC */
  readonly utcOffsetMinutes: number
  /** the article that the zone's content names */
  readonly basis: string
}

/**
 * The service of a decision. Refuses where the addressee has not agreed (it is then served at the counter or by post), and
 * for every channel but the portal.
 */
export function serveNotice(facts: ServiceFacts): Result<NoticeService, ServiceRefusal> {
  const { channel, agreed, arrivedAt, utcOffsetMinutes, basis } = facts
  if (channel !== 'in-app') return refuse('channel-serves-nothing', { channel })
  if (!agreed) return refuse('electronic-service-not-agreed')
  const { date, minuteOfDay } = localMoment(arrivedAt, utcOffsetMinutes)
  const pad = (value: number) => String(value).padStart(2, '0')
  const clock = `${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}`
  return accept({
    servedAt: arrivedAt,
    servedOn: date,
    because: [
      '受送达人已同意电子送达',
      `${date} ${clock} 到达本人的消息列表，即为送达，是否打开不影响`,
      `期间自送达的次日起计算（${basis}）`,
    ],
  })
}
