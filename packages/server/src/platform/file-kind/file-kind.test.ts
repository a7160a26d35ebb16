import { describe, expect, it } from 'vitest'
import { fileKindOf } from './file-kind.ts'

/** An archive with one empty file of this name, by hand. */
function archive(name: string): Buffer {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  return Buffer.concat([local, Buffer.from(name), entry, Buffer.from(name), end])
}

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('..IEND....'),
])

describe(fileKindOf, () => {
  it.each([
    ['pdf', Buffer.from('%PDF-1.7\n%%EOF\n')],
    ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 0xff, 0xd9])],
    ['png', png],
    ['ofd', archive('OFD.xml')],
    ['docx', archive('word/document.xml')],
  ])('knows %s by its content', (kind, bytes) => {
    expect(fileKindOf(bytes)).toEqual({ ok: true, value: kind })
  })
  it.each([
    ['file-damaged', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['file-damaged', archive('OFD.xml').subarray(0, 60)],
    ['file-kind-unknown', archive('evil.exe')],
    ['file-kind-unknown', Buffer.from('MZ\u0090 this is a program')],
    ['file-kind-unknown', Buffer.alloc(0)],
  ])('refuses with %s what is cut off or something else', (code, bytes) => {
    expect(fileKindOf(bytes)).toMatchObject({ ok: false, code })
  })
})
