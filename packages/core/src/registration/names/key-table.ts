/**
 * Postings of a compiled index: from a 32-bit key to the ids that carry it, in typed arrays.
 *
 * Method: a *base* in buckets by the upper bits of the key (sizes counted first, then filled), each entry a 16-bit check, a
 * 16-bit label and a 32-bit id; and a small *tail* of chained entries for what was added since. When the tail has grown to a
 * sixteenth of the base, both are written into a new base. Two keys may meet: a hit is a suspicion, to be verified.
 */

/** One run of entries of one key; `visit` gets id and label. */
export type Visit = (id: number, label: number) => void

/** Postings by key. */
export interface KeyTable {
  readonly add: (key: number, label: number, id: number) => void
  readonly visit: (key: number, visit: Visit) => void
  /** writes the tail into the base and drops the ids that are gone; time grows with the whole table */
  readonly settle: () => void
  /** whether the tail has grown so long that settling pays */
  readonly isFull: () => boolean
  /** bytes of all arrays */
  readonly bytes: () => number
}

interface Base {
  readonly bits: number
  readonly starts: Uint32Array
  readonly checks: Uint16Array
  readonly labels: Uint16Array
  readonly ids: Uint32Array
}

interface Tail {
  heads: Int32Array
  next: Int32Array
  keys: Uint32Array
  labels: Uint16Array
  ids: Uint32Array
  length: number
}

type EachEntry = (take: (key: number, label: number, id: number) => void) => void

const fewestBits = 16
const entriesPerBucket = 4

function buildBase(each: EachEntry, count: number): Base {
  let bits = fewestBits
  while (bits < 28 && 2 ** bits * entriesPerBucket < count) bits++
  const shift = 32 - bits
  const starts = new Uint32Array(2 ** bits + 1)
  each((key) => {
    const bucket = (key >>> shift) + 1
    starts[bucket] = (starts[bucket] ?? 0) + 1
  })
  for (let bucket = 1; bucket < starts.length; bucket++)
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0)
  const filled = starts.slice()
  const total = starts[starts.length - 1] ?? 0
  const base = {
    bits,
    starts,
    checks: new Uint16Array(total),
    labels: new Uint16Array(total),
    ids: new Uint32Array(total),
  }
  each((key, label, id) => {
    const bucket = key >>> shift
    const at = filled[bucket] ?? 0
    filled[bucket] = at + 1
    base.checks[at] = key
    base.labels[at] = label
    base.ids[at] = id
  })
  return base
}

/** The upper bits come from the bucket, the lower ones from the check; with 16 bits or more of the former nothing is lost. */
function eachOfBase(base: Base, take: (key: number, label: number, id: number) => void): void {
  const shift = 32 - base.bits
  const low = 2 ** shift - 1
  for (let bucket = 0; bucket + 1 < base.starts.length; bucket++) {
    const end = base.starts[bucket + 1] ?? 0
    for (let at = base.starts[bucket] ?? 0; at < end; at++)
      take(
        ((bucket << shift) | ((base.checks[at] ?? 0) & low)) >>> 0,
        base.labels[at] ?? 0,
        base.ids[at] ?? 0,
      )
  }
}

const smallestTail = 2 ** 12

function emptyTail(size = smallestTail): Tail {
  return {
    heads: new Int32Array(size).fill(-1),
    next: new Int32Array(size),
    keys: new Uint32Array(size),
    labels: new Uint16Array(size),
    ids: new Uint32Array(size),
    length: 0,
  }
}

function addToTail(tail: Tail, key: number, label: number, id: number): void {
  const at = tail.length++
  const chain = key & (tail.heads.length - 1)
  tail.next[at] = tail.heads[chain] ?? -1
  tail.heads[chain] = at
  tail.keys[at] = key
  tail.labels[at] = label
  tail.ids[at] = id
}

function grownTail(tail: Tail): Tail {
  const grown = emptyTail(tail.ids.length * 2)
  for (let at = 0; at < tail.length; at++)
    addToTail(grown, tail.keys[at] ?? 0, tail.labels[at] ?? 0, tail.ids[at] ?? 0)
  return grown
}

function visitTail(tail: Tail, key: number, visit: Visit): void {
  for (let at = tail.heads[key & (tail.heads.length - 1)] ?? -1; at >= 0; at = tail.next[at] ?? -1)
    if (tail.keys[at] === key) visit(tail.ids[at] ?? 0, tail.labels[at] ?? 0)
}

function visitBase(base: Base, key: number, visit: Visit): void {
  const bucket = key >>> (32 - base.bits)
  const check = key & 0xffff
  const end = base.starts[bucket + 1] ?? 0
  for (let at = base.starts[bucket] ?? 0; at < end; at++)
    if (base.checks[at] === check) visit(base.ids[at] ?? 0, base.labels[at] ?? 0)
}

const tailShare = 16

function merged(base: Base, tail: Tail, isGone: (id: number) => boolean): Base {
  return buildBase((take) => {
    const keep = (key: number, label: number, id: number) => {
      if (!isGone(id)) take(key, label, id)
    }
    eachOfBase(base, keep)
    for (let at = 0; at < tail.length; at++) keep(tail.keys[at] ?? 0, tail.labels[at] ?? 0, tail.ids[at] ?? 0)
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
  const settle = () => {
    base = merged(base, tail, isGone)
    tail = emptyTail()
  }
  return {
    add: (key, label, id) => {
      if (tail.length === tail.ids.length) tail = grownTail(tail)
      addToTail(tail, key, label, id)
    },
    visit: (key, visit) => {
      visitBase(base, key, visit)
      visitTail(tail, key, visit)
    },
    settle,
    isFull: () => tail.length >= smallestTail && tail.length * tailShare > base.ids.length,
    bytes: () => base.starts.byteLength + base.ids.length * 8 + tail.ids.length * 18,
  }
}
