/**
 * Where a photo was taken, read from what the camera wrote beside it (EXIF 2.3, JPEG alone). It is read on the device and
 * goes nowhere unless whoever took the photo wants it to; the photo itself is sent without.
 */

/** A position in degrees. */
export interface PicturePosition {
  readonly latitude: number
  readonly longitude: number
}

const jpegStart = 0xffd8
const exifPart = 0xffe1
const startOfScan = 0xffda
const exifName = 0x45786966
const gpsPointer = 0x8825
const tags = { latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 } as const
const entryBytes = 12

/** The position, or undefined where none was written or what was written cannot be read. */
export function picturePosition(file: ArrayBuffer): PicturePosition | undefined {
  try {
    const exif = exifIn(new DataView(file))
    return exif === undefined ? undefined : positionIn(exif)
  } catch (error) {
    // a part that points behind its own end
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The part that holds the notes, from its byte order on. */
function exifIn(view: DataView): DataView | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== jpegStart) return undefined
  for (let at = 2; at + 4 <= view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at)
    if (marker === startOfScan) return undefined
    if (marker === exifPart && view.getUint32(at + 4) === exifName)
      return new DataView(view.buffer, view.byteOffset + at + 10, view.getUint16(at + 2) - 8)
  }
  return undefined
}

interface Notes {
  readonly view: DataView
  readonly isLittle: boolean
}

function positionIn(view: DataView): PicturePosition | undefined {
  const notes: Notes = { view, isLittle: view.getUint16(0) === 0x4949 }
  const gps = entryOf(notes, view.getUint32(4, notes.isLittle), gpsPointer)
  if (gps === undefined) return undefined
  const folder = view.getUint32(gps + 8, notes.isLittle)
  const latitude = degreesOf(notes, folder, tags.latitude)
  const longitude = degreesOf(notes, folder, tags.longitude)
  if (latitude === undefined || longitude === undefined) return undefined
  const isSouth = letterOf(notes, folder, tags.latitudeRef) === 'S'
  const isWest = letterOf(notes, folder, tags.longitudeRef) === 'W'
  return { latitude: isSouth ? -latitude : latitude, longitude: isWest ? -longitude : longitude }
}

/** Where the entry of a tag begins. */
function entryOf({ view, isLittle }: Notes, folder: number, tag: number): number | undefined {
  const count = view.getUint16(folder, isLittle)
  for (let place = 0; place < count; place += 1) {
    const at = folder + 2 + place * entryBytes
    if (view.getUint16(at, isLittle) === tag) return at
  }
  return undefined
}

/** Three fractions: degrees, minutes, seconds. */
function degreesOf(notes: Notes, folder: number, tag: number): number | undefined {
  const entry = entryOf(notes, folder, tag)
  if (entry === undefined) return undefined
  const { view, isLittle } = notes
  const at = view.getUint32(entry + 8, isLittle)
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = [0, 8, 16].map(
    (offset) => view.getUint32(at + offset, isLittle) / view.getUint32(at + offset + 4, isLittle),
  )
  const value = degrees + minutes / 60 + seconds / 3600
  return Number.isFinite(value) ? value : undefined
}

function letterOf(notes: Notes, folder: number, tag: number): string {
  const entry = entryOf(notes, folder, tag)
  return entry === undefined ? '' : String.fromCharCode(notes.view.getUint8(entry + 8))
}
