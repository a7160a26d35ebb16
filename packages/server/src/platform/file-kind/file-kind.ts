/**
 * What a file is, by its content and not by its name.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'

/** The kinds that are taken from people. */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'ofd' | 'docx'

/** Why a file is not taken. */
export type FileFault = 'file-kind-unknown' | 'file-damaged'

/** How each kind begins, and what has to stand near its end. */
const marks: readonly (readonly [FileKind, Buffer, Buffer])[] = [
  ['pdf', Buffer.from('%PDF-'), Buffer.from('%%EOF')],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff]), Buffer.from([0xff, 0xd9])],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('IEND')],
]

const zipStart = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const zipEnd = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const tailBytes = 2048

/**
 * The kind of a file. A file that begins like one of the kinds and does not end like it was cut off on the way:
 * `file-damaged`. Archives are known by what lies in them: OFD has `OFD.xml`, a docx its `word/document.xml`.
 */
export function fileKindOf(bytes: Buffer): Result<FileKind, FileFault> {
  const tail = bytes.subarray(Math.max(0, bytes.length - tailBytes))
  for (const [kind, start, end] of marks)
    if (startsWith(bytes, start)) return tail.includes(end) ? accept(kind) : refuse('file-damaged', { kind })
  if (!startsWith(bytes, zipStart)) return refuse('file-kind-unknown')
  if (!bytes.subarray(Math.max(0, bytes.length - 65_557)).includes(zipEnd)) return refuse('file-damaged')
  const names = zipNames(bytes)
  if (names.includes('OFD.xml')) return accept('ofd')
  return names.includes('word/document.xml') ? accept('docx') : refuse('file-kind-unknown')
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start)
}

const directoryEntry = Buffer.from([0x50, 0x4b, 0x01, 0x02])

/** The names in the central directory of an archive, as APPNOTE.TXT lays it out. */
function zipNames(bytes: Buffer): readonly string[] {
  const names: string[] = []
  for (let at = bytes.indexOf(directoryEntry); at >= 0 && at + 46 <= bytes.length; ) {
    const length = bytes.readUInt16LE(at + 28)
    names.push(bytes.toString('utf8', at + 46, at + 46 + length))
    at = bytes.indexOf(directoryEntry, at + 46 + length)
  }
  return names
}
