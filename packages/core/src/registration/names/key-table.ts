/**
 * Postings of a compiled index: from a 28-bit key to the ids that carry it, in typed arrays, eight bytes an entry.
 *
 * Method: a *base* in buckets by the upper bits of the key (sizes counted first, then filled), each entry a 32-bit id and a
 * *mark*: the lower 12 bits of the key and a 20-bit tag that the caller reads; and a small *tail* of chained entries for
 * what was added since. When the tail has grown to a sixteenth of the base, both are written into a new base. Two keys may
 * meet: a hit is a suspicion, to be verified.
 */

/** Bits of a key. */
export const keyBits = 28
/** Bits of a tag. */
export const tagBits = 20

const lowBits = 32 - tagBits
const lowMask = 2 ** lowBits - 1
const tagMask = 2 ** tagBits - 1
const fewestBits = keyBits - lowBits
const mostBits = 24
const entriesPerBucket = 4

/** Called with id and tag of each entry of a key until it answers false. */
export type Visit = (id: number, tag: number) => boolean

/** Postings by key. */
export interface KeyTable {
  readonly add: (key: number, tag: number, id: number) => void
  readonly visit: (key: number, visit: Visit) => void
  /** writes the tail into the base and drops the ids that are gone; time grows with the whole table */
  readonly settle: () => void
  /** whether the tail has grown so long that settling pays */
  readonly isFull: () => boolean
  /** bytes of all arrays */
  readonly bytes: () => number
}

interface Base {
  /** how far a key is shifted to give its bucket */
  readonly shift: number
  readonly starts: Uint32Array
  readonly marks: Uint32Array
  readonly ids: Uint32Array
}

interface Tail {
  readonly heads: Int32Array
  readonly next: Int32Array
  readonly keys: Uint32Array
  readonly tags: Uint32Array
  readonly ids: Uint32Array
  length: number
}

type TakeEntry = (key: number, tag: number, id: number) => void

function bucketBits(count: number): number {
  let bits = fewestBits
  while (bits < mostBits && 2 ** bits * entriesPerBucket < count) bits++
  return bits
}

function buildBase(each: (take: TakeEntry) => void, count: number): Base {
  const bits = bucketBits(count)
  const shift = keyBits - bits
  const starts = new Uint32Array(2 ** bits + 1)
  each((key) => {
    const bucket = (key >>> shift) + 1
    starts[bucket] = (starts[bucket] ?? 0) + 1
  })
  for (let bucket = 1; bucket < starts.length; bucket++)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
  const filled = starts.slice()
  const total = starts.at(-1) ?? 0
  const base = { shift, starts, marks: new Uint32Array(total), ids: new Uint32Array(total) }
  each((key, tag, id) => {
    const bucket = key >>> shift
    const at = filled[bucket] ?? 0
    filled[bucket] = at + 1
    base.marks[at] = ((key & lowMask) << tagBits) | tag
    base.ids[at] = id
  })
  return base
}

/** The upper bits come from the bucket, the lower ones from the mark: together they are the whole key. */
function eachOfBase({ shift, starts, marks, ids }: Base, take: TakeEntry): void {
  for (let bucket = 0; bucket + 1 < starts.length; bucket++) {
    const end = starts[bucket + 1] ?? 0
    for (let at = starts[bucket] ?? 0; at < end; at++) {
      const mark = marks[at] ?? 0
      take((bucket << shift) | (mark >>> tagBits), mark & tagMask, ids[at] ?? 0)
    }
  }
}

const smallestTail = 2 ** 12

function emptyTail(size = smallestTail): Tail {
  return {
    heads: new Int32Array(size).fill(-1),
    next: new Int32Array(size),
    keys: new Uint32Array(size),
    tags: new Uint32Array(size),
    ids: new Uint32Array(size),
    length: 0,
  }
}

function addToTail(tail: Tail, key: number, tag: number, id: number): void {
  const at = tail.length++
  const chain = key & (tail.heads.length - 1)
  tail.next[at] = tail.heads[chain] ?? -1
  tail.heads[chain] = at
  tail.keys[at] = key
  tail.tags[at] = tag
  tail.ids[at] = id
}

function eachOfTail(tail: Tail, take: TakeEntry): void {
  for (let at = 0; at < tail.length; at++) take(tail.keys[at] ?? 0, tail.tags[at] ?? 0, tail.ids[at] ?? 0)
}

function grownTail(tail: Tail): Tail {
  const grown = emptyTail(tail.ids.length * 2)
  eachOfTail(tail, (key, tag, id) => addToTail(grown, key, tag, id))
  return grown
}

function visitTail(tail: Tail, key: number, visit: Visit): void {
  for (let at = tail.heads[key & (tail.heads.length - 1)] ?? -1; at >= 0; at = tail.next[at] ?? -1)
    if (tail.keys[at] === key && !visit(tail.ids[at] ?? 0, tail.tags[at] ?? 0)) return
}

/** Whether the visitor wants more. */
function visitBase({ shift, starts, marks, ids }: Base, key: number, visit: Visit): boolean {
  const bucket = key >>> shift
  const low = key & lowMask
  const end = starts[bucket + 1] ?? 0
  for (let at = starts[bucket] ?? 0; at < end; at++) {
    const mark = marks[at] ?? 0
    if (mark >>> tagBits === low && !visit(ids[at] ?? 0, mark & tagMask)) return false
  }
  return true
}

const tailShare = 16

function merged(base: Base, tail: Tail, isGone: (id: number) => boolean): Base {
  return buildBase((take) => {
    const keep: TakeEntry = (key, tag, id) => {
      if (!isGone(id)) take(key, tag, id)
    }
    eachOfBase(base, keep)
    eachOfTail(tail, keep)
  }, base.ids.length + tail.length)
}

/**
 * An empty table.
 *
 * @param isGone - whether an id has been taken out; its entries disappear at the next settling
 */
export function createKeyTable(isGone: (id: number) => boolean): KeyTable {
  let base = buildBase(() => {}, 0)
  let tail = emptyTail()
  return {
    add: (key, tag, id) => {
      if (tail.length === tail.ids.length) tail = grownTail(tail)
      addToTail(tail, key, tag, id)
    },
    visit: (key, visit) => {
      if (visitBase(base, key, visit)) visitTail(tail, key, visit)
    },
    settle: () => {
      base = merged(base, tail, isGone)
      tail = emptyTail()
    },
    isFull: () => tail.length >= smallestTail && tail.length * tailShare > base.ids.length,
    bytes: () => base.starts.byteLength + base.ids.length * 8 + tail.ids.length * 20,
  }
}
