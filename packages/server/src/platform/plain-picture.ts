/**
 * A picture without what the camera wrote into it: place, time, device and owner stand in parts of a file that no eye
 * sees. They are taken out before anything is kept.
 */

const jpegStart = 0xffd8
const startOfScan = 0xda
const comment = 0xfe
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** what a PNG needs to be drawn */
const drawnChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT'])

/** A picture as it is kept. */
export interface PlainPicture {
  readonly kind: 'jpeg' | 'png'
  readonly bytes: Buffer
}

/** The picture without its notes; undefined where the bytes are no whole picture. */
export function plainPicture(bytes: Buffer): PlainPicture | undefined {
  if (bytes.length > 4 && bytes.readUInt16BE(0) === jpegStart) return plainJpeg(bytes)
  return bytes.subarray(0, pngStart.length).equals(pngStart) ? plainPng(bytes) : undefined
}

/** Application parts 1 to 13 and 15 and comments go; 0 (JFIF) and 14 (colours) are needed to draw. */
function isNote(marker: number): boolean {
  return (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === comment
}

function plainJpeg(bytes: Buffer): PlainPicture | undefined {
  const parts: Buffer[] = [bytes.subarray(0, 2)]
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker === startOfScan) {
      const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]))
      return end < at
        ? undefined
        : { kind: 'jpeg', bytes: Buffer.concat([...parts, bytes.subarray(at, end + 2)]) }
    }
    const next = at + 2 + bytes.readUInt16BE(at + 2)
    if (!isNote(marker)) parts.push(bytes.subarray(at, next))
    at = next
  }
  return undefined
}

function plainPng(bytes: Buffer): PlainPicture | undefined {
  const parts: Buffer[] = [pngStart]
  for (let at = pngStart.length; at + 12 <= bytes.length; ) {
    const name = bytes.toString('latin1', at + 4, at + 8)
    const next = at + 12 + bytes.readUInt32BE(at)
    if (next > bytes.length) return undefined
    if (drawnChunks.has(name)) parts.push(bytes.subarray(at, next))
    if (name === 'IEND') return { kind: 'png', bytes: Buffer.concat(parts) }
    at = next
  }
  return undefined
}
