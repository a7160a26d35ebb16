import { describe, expect, it } from 'vitest'
import { plainPicture } from './plain-picture.ts'

function jpegPart(marker: number, body: string): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), length, Buffer.from(body, 'latin1')])
}

const drawn = Buffer.concat([jpegPart(0xda, 'scan'), Buffer.from([1, 2, 3, 0xff, 0xd9])])
const jpeg = (...parts: readonly Buffer[]) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts, drawn])

function pngChunk(name: string, body: string): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, Buffer.from(body, 'latin1'), Buffer.alloc(4)])
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const png = (...chunks: readonly Buffer[]) => Buffer.concat([signature, ...chunks, pngChunk('IEND', '')])

describe(plainPicture, () => {
  it('takes place, device and comments out of a JPEG and leaves what draws it', () => {
    const jfif = jpegPart(0xe0, 'JFIF')
    const tables = jpegPart(0xdb, 'tables')
    const noted = jpeg(
      jfif,
      jpegPart(0xe1, 'Exif GPS'),
      jpegPart(0xed, 'IPTC'),
      tables,
      jpegPart(0xfe, '林海宁'),
    )
    expect(plainPicture(noted)).toEqual({ kind: 'jpeg', bytes: jpeg(jfif, tables) })
  })
  it('drops what was hung on behind the picture', () => {
    expect(plainPicture(Buffer.concat([jpeg(), Buffer.from('secret')]))?.bytes).toEqual(jpeg())
  })
  it('takes texts and positions out of a PNG', () => {
    const noted = png(
      pngChunk('IHDR', 'head'),
      pngChunk('eXIf', 'GPS'),
      pngChunk('tEXt', 'Author'),
      pngChunk('IDAT', 'data'),
    )
    expect(plainPicture(noted)).toEqual({
      kind: 'png',
      bytes: png(pngChunk('IHDR', 'head'), pngChunk('IDAT', 'data')),
    })
  })
  it('knows what is no picture, and what was cut off', () => {
    expect(plainPicture(Buffer.from('%PDF-1.7'))).toBeUndefined()
    const whole = jpeg(jpegPart(0xe1, 'Exif'))
    for (let length = 0; length < whole.length; length += 1)
      expect(plainPicture(whole.subarray(0, length))).toBeUndefined()
  })
})
