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
      const text = stamp.slice(0, Math.max(0, stamp.lastIndexOf('.')))
      const [until = 0, bits = Infinity] = text.split('.').map(Number)
      for (const [known, end] of used) if (end < now()) used.delete(known)
      if (!isOurs(text, stamp.slice(text.length + 1)) || until < now()) return false
      const isSolved = await solvesWork(webcrypto, { stamp, bits }, number)
      // asked last, with nothing to wait for before it is noted
      if (!isSolved || used.has(text)) return false
      used.set(text, until)
      return true
    },
  }
}
