import { describe, expect, it } from 'vitest'
import { tellsPlace } from './photo-place.ts'

/** A JPEG of nothing but its parts; `tags` stand in the first directory of its Exif part. */
function aPhoto(tags: readonly number[], order: 'II' | 'MM' = 'MM'): Buffer {
  const entries = tags.map((tag) => {
    const entry = Buffer.alloc(12)
    if (order === 'II') entry.writeUInt16LE(tag, 0)
    else entry.writeUInt16BE(tag, 0)
    return entry
  })
  const head = Buffer.alloc(10)
  head.write(order, 0, 'latin1')
  if (order === 'II') {
    head.writeUInt32LE(8, 4)
    head.writeUInt16LE(tags.length, 8)
  } else {
    head.writeUInt32BE(8, 4)
    head.writeUInt16BE(tags.length, 8)
  }
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), head, ...entries, Buffer.alloc(4)])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(exif.length + 2)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x4a, 0x46]),
    Buffer.from([0xff, 0xe1]),
    length,
    exif,
    Buffer.from([0xff, 0xda, 0x00, 0x02, 0xff, 0xd9]),
  ])
}

describe(tellsPlace, () => {
  it('finds a position in either order of bytes', () => {
    expect(tellsPlace(aPhoto([0x010f, 0x8825]))).toBe(true)
    expect(tellsPlace(aPhoto([0x8825], 'II'))).toBe(true)
  })
  it('lets a photo pass whose Exif part holds none', () => {
    expect(tellsPlace(aPhoto([0x010f, 0x0132]))).toBe(false)
  })
  it('does not stumble over what is cut off or no photo at all', () => {
    const whole = aPhoto([0x8825])
    for (let length = 0; length < whole.length; length += 1)
      expect(() => tellsPlace(whole.subarray(0, length))).not.toThrow()
    expect(tellsPlace(Buffer.from('%PDF-1.7'))).toBe(false)
  })
})
