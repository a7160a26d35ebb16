/**
 * Stamps for tasks of calculation: signed, for one use within minutes, bound to nobody.
 */

import { createHmac, randomBytes, timingSafeEqual, webcrypto } from 'node:crypto'
import { solvesWork, type WorkTask } from '@guanjia/core/leads'

/** Gives tasks and judges what was done for them. */
export interface Stamps {
  readonly task: () => WorkTask
  /** whether the work was done for a stamp of ours that is in time and was not used before; it is used up then */
  readonly accept: (work: { readonly stamp: string; readonly number: number }) => Promise<boolean>
}

const lifeMs = 10 * 60_000

/** Stamps of this process; a restart makes all earlier ones void. */
export function openStamps({ now, bits }: { now: () => number; bits: () => number }): Stamps {
  const secret = randomBytes(32)
  const used = new Map<string, number>()
  const mac = (text: string) => createHmac('sha256', secret).update(text).digest('base64url')
  const isOurs = (text: string, given: string) => {
    const [own, other] = [Buffer.from(mac(text)), Buffer.from(given)]
    return own.length === other.length && timingSafeEqual(own, other)
  }
  return {
    task: () => {
      const wanted = bits()
      const text = `${now() + lifeMs}.${wanted}.${randomBytes(12).toString('base64url')}`
      return { stamp: `${text}.${mac(text)}`, bits: wanted }
    },
    accept: async ({ stamp, number }) => {
      const at = stamp.lastIndexOf('.')
      const text = stamp.slice(0, at)
      if (at < 0 || !isOurs(text, stamp.slice(at + 1))) return false
      const [until, wanted] = text.split('.').map(Number)
      for (const [known, end] of used) if (end < now()) used.delete(known)
      if (until === undefined || wanted === undefined || until < now() || used.has(text)) return false
      if (!(await solvesWork(webcrypto, { stamp, bits: wanted }, number))) return false
      if (used.has(text)) return false
      used.set(text, until)
      return true
    },
  }
}
