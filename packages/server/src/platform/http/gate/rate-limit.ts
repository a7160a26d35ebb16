/**
 * A bucket of requests for each sender that refills evenly. A request that is refused takes nothing out of it.
 */

/** Asks whether a sender may send one more now. */
export type RateLimit = (sender: string, nowMilliseconds: number) => boolean

interface Bucket {
  readonly left: number
  readonly at: number
}

const mostSenders = 50_000

/**
 * A limit for each sender.
 *
 * @param perMinute - requests a minute, also the most at once; 0 lets everything through
 */
export function rateLimit(perMinute: number): RateLimit {
  const buckets = new Map<string, Bucket>()
  return (sender, now) => {
    if (perMinute === 0) return true
    const bucket = buckets.get(sender) ?? { left: perMinute, at: now }
    const left = Math.min(perMinute, bucket.left + ((now - bucket.at) * perMinute) / 60_000)
    // the sender seen longest ago is forgotten first
    buckets.delete(sender)
    if (buckets.size >= mostSenders) for (const oldest of buckets.keys()) if (buckets.delete(oldest)) break
    buckets.set(sender, { left: left >= 1 ? left - 1 : left, at: now })
    return left >= 1
  }
}
