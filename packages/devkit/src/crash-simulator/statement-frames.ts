/**
 * The messages of a PostgreSQL connection as they come from a client, found in the stream of its bytes.
 *
 * The first message of a connection has no type; every later one is a byte of type and a length that counts itself.
 */

const execute = 0x45
const simpleQuery = 0x51

/** A whole message. */
export interface Frame {
  readonly bytes: Buffer
  /** whether the server does something when it gets it */
  readonly isStatement: boolean
}

/** Cuts a stream into messages; what is not whole yet waits for the rest. */
export function frameReader(): (chunk: Buffer) => readonly Frame[] {
  let waiting = Buffer.alloc(0)
  let isFirst = true
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk])
    const frames: Frame[] = []
    for (;;) {
      const typeLength = isFirst ? 0 : 1
      if (waiting.length < typeLength + 4) return frames
      const length = typeLength + waiting.readInt32BE(typeLength)
      if (waiting.length < length) return frames
      const bytes = waiting.subarray(0, length)
      const type = isFirst ? 0 : (bytes[0] ?? 0)
      frames.push({ bytes, isStatement: type === execute || type === simpleQuery })
      waiting = waiting.subarray(length)
      isFirst = false
    }
  }
}

/** What makes a server commit what it has, whatever its client was about to do. */
export function commitFrames(): Buffer {
  const text = Buffer.from('commit\0')
  const query = Buffer.alloc(5)
  query[0] = simpleQuery
  query.writeInt32BE(4 + text.length, 1)
  const sync = Buffer.from([0x53, 0, 0, 0, 4])
  const terminate = Buffer.from([0x58, 0, 0, 0, 4])
  return Buffer.concat([sync, query, text, terminate])
}
