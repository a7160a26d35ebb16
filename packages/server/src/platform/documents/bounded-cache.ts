/**
 * Keeps the values used last, up to a number of bytes; what was not asked for longest goes first.
 */

/** A cache of byte strings. */
export interface BoundedCache {
  readonly find: (key: string) => Buffer | undefined
  readonly keep: (key: string, value: Buffer) => void
  /** bytes held now */
  readonly size: () => number
}

/** An empty cache that never holds more than `mostBytes`. */
export function createBoundedCache(mostBytes: number): BoundedCache {
  const values = new Map<string, Buffer>()
  let bytes = 0
  const forget = (key: string) => {
    bytes -= values.get(key)?.length ?? 0
    values.delete(key)
  }
  return {
    find(key) {
      const value = values.get(key)
      if (value === undefined) return undefined
      values.delete(key)
      values.set(key, value)
      return value
    },
    keep(key, value) {
      forget(key)
      if (value.length > mostBytes) return
      values.set(key, value)
      bytes += value.length
      for (const oldest of values.keys()) {
        if (bytes <= mostBytes) break
        forget(oldest)
      }
    },
    size: () => bytes,
  }
}
