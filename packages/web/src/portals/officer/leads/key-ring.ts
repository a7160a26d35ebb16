/**
 * Private keys that were unlocked on this page: in memory alone, gone when the page is left or after a quarter of an hour.
 */

import { type LockedKey, type Opener, unlockKey } from '@guanjia/core/leads'
import { useSyncExternalStore } from 'react'

/** A key with its lock, as its holder is given it. */
export type OwnKey = Pick<LockedKey, 'keyId' | 'publicKey' | 'lock'>

const lockAfterMs = 15 * 60_000

let ring: readonly Opener[] = []
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function keep(next: readonly Opener[]): void {
  ring = next
  clearTimeout(timer)
  if (next.length > 0) timer = setTimeout(lockRing, lockAfterMs)
  for (const listener of listeners) listener()
}

/** Forgets every private key. */
export function lockRing(): void {
  keep([])
}

/** Opens every key that the passphrase fits, beside those that are open already; how many it fits. */
export async function unlockRing(keys: readonly OwnKey[], phrase: string): Promise<number> {
  const opened: Opener[] = []
  for (const key of keys) {
    const unlocked = await unlockKey(crypto, key, phrase)
    if (unlocked.ok) opened.push(unlocked.value)
  }
  const others = ring.filter(({ keyId }) => !opened.some((one) => one.keyId === keyId))
  if (opened.length > 0) keep([...others, ...opened])
  return opened.length
}

const none: readonly Opener[] = []

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The keys that are open now. */
export function useKeyRing(): readonly Opener[] {
  return useSyncExternalStore(
    listen,
    () => ring,
    () => none,
  )
}

/** The keys that are open now, for work that is already under way. */
export function openKeys(): readonly Opener[] {
  return ring
}
