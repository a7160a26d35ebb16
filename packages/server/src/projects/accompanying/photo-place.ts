/**
 * Whether a photo tells where it was taken: cameras write the position into the Exif part of a JPEG.
 */

const exifHead = Buffer.from('Exif\0\0', 'latin1')
const positionTag = 0x8825
const entryBytes = 12
const applicationOne = 0xe1
const startOfScan = 0xda

/** Whether the Exif part of a JPEG points to a position; a file of another kind tells none. */
export function tellsPlace(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return false
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]
    if (marker === startOfScan) return false
    const length = bytes.readUInt16BE(at + 2)
    const part = bytes.subarray(at + 4, at + 2 + length)
    if (marker === applicationOne && part.subarray(0, exifHead.length).equals(exifHead))
      if (pointsToPosition(part.subarray(exifHead.length))) return true
    at += 2 + length
  }
  return false
}

/** Reads the first directory of the TIFF structure that Exif is written in. */
function pointsToPosition(tiff: Buffer): boolean {
  if (tiff.length < 8) return false
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return false
  const entries = Math.min(short(directory), Math.floor((tiff.length - directory - 2) / entryBytes))
  return Array.from({ length: entries }, (_, index) => short(directory + 2 + index * entryBytes)).includes(
    positionTag,
  )
}
