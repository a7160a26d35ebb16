/**
 * A package of files in one: a ZIP without compression, so that every file lies in it byte for byte. The same files and
 * moment give the same bytes.
 *
 * @see PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16
 */

import { crc32 } from 'node:zlib'

/** A file of the package. */
export interface PackedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const version = 20
/** bit 11: names are UTF-8 */
const utf8Names = 0x0800

/** The package; `at` is the moment that every file of it carries, in UTC. */
export function zipArchive(files: readonly PackedFile[], at: Date): Buffer {
  const [time, date] = dosMoment(at)
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const nameBytes = Buffer.from(name, 'utf8')
    const facts = Buffer.alloc(22)
    facts.writeUInt16LE(utf8Names, 0)
    facts.writeUInt16LE(time, 4)
    facts.writeUInt16LE(date, 6)
    facts.writeUInt32LE(crc32(bytes), 8)
    facts.writeUInt32LE(bytes.length, 12)
    facts.writeUInt32LE(bytes.length, 16)
    facts.writeUInt16LE(nameBytes.length, 20)
    const head = Buffer.alloc(6)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(version, 4)
    const local = Buffer.concat([head, facts, Buffer.alloc(2), nameBytes, bytes])
    entries.push(centralEntry(facts, nameBytes, offset))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(entries)
  return Buffer.concat([...locals, central, endRecord(files.length, central.length, offset)])
}

function centralEntry(facts: Buffer, name: Buffer, offset: number): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(version, 4)
  head.writeUInt16LE(version, 6)
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(offset, 12)
  return Buffer.concat([head, facts, tail, name])
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

/** Time and date as MS-DOS counts them: two seconds a step, from 1980. */
function dosMoment(at: Date): readonly [time: number, date: number] {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  return [time, date]
}
