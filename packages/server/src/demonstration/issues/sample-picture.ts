/**
 * A picture for a demonstration: a sheet of squared paper with a frame, so that nobody takes it for a photo of something.
 */

import { crc32, deflateSync } from 'node:zlib'

const width = 480
const height = 320
const square = 24
const frame = 12

const paper = [0xfa, 0xf8, 0xf3] as const
const line = [0xd9, 0xe2, 0xe8] as const
const ink = [0x12, 0x30, 0x4a] as const

function colourAt(x: number, y: number): readonly [number, number, number] {
  const edge = Math.min(x, y, width - 1 - x, height - 1 - y)
  if (edge === frame || edge === frame + 1) return ink
  return x % square === 0 || y % square === 0 ? line : paper
}

function chunk(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([head, named, check])
}

/** The picture, a PNG as Base64. */
export function samplePicture(): string {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // eight bits a colour, three colours
  head.set([8, 2], 8)
  const rows = Array.from({ length: height }, (_row, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (_column, x) => colourAt(x, y)).flat()]),
  )
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([signature, ...parts]).toString('base64')
}
