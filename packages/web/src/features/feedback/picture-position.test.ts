import { describe, expect, it } from 'vitest'
import { picturePosition } from './picture-position.ts'

type Fraction = readonly [number, number]

interface Notes {
  readonly latitude: readonly Fraction[]
  readonly longitude: readonly Fraction[]
  readonly south?: boolean
}

/** A JPEG without a picture: start, EXIF with a folder of positions, scan. Offsets count from the byte order. */
function photo({ latitude, longitude, south = false }: Notes, isLittle: boolean): ArrayBuffer {
  const tiff = new DataView(new ArrayBuffer(128))
  const folder = 26
  tiff.setUint16(0, isLittle ? 0x4949 : 0x4d4d)
  tiff.setUint16(2, 42, isLittle)
  tiff.setUint32(4, 8, isLittle)
  tiff.setUint16(8, 1, isLittle)
  const entry = (at: number, tag: number, value: number) => {
    tiff.setUint16(at, tag, isLittle)
    tiff.setUint32(at + 8, value, isLittle)
  }
  entry(10, 0x8825, folder)
  tiff.setUint16(folder, 4, isLittle)
  const letter = (at: number, tag: number, sign: string) => {
    entry(at, tag, 0)
    tiff.setUint8(at + 8, sign.charCodeAt(0))
  }
  letter(folder + 2, 1, south ? 'S' : 'N')
  entry(folder + 14, 2, 80)
  letter(folder + 26, 3, 'E')
  entry(folder + 38, 4, 104)
  for (const [place, [over, under]] of [...latitude, ...longitude].entries()) {
    tiff.setUint32(80 + place * 8, over, isLittle)
    tiff.setUint32(84 + place * 8, under, isLittle)
  }
  const file = new DataView(new ArrayBuffer(12 + tiff.byteLength + 4))
  file.setUint32(0, 0xffd8ffe1)
  file.setUint16(4, 8 + tiff.byteLength)
  file.setUint32(6, 0x45786966)
  new Uint8Array(file.buffer).set(new Uint8Array(tiff.buffer), 12)
  file.setUint32(12 + tiff.byteLength, 0xffda0000)
  return file.buffer
}

/** The hall: 36°15′36″ north, 120°17′24″ east. */
const hall: Notes = {
  latitude: [
    [36, 1],
    [15, 1],
    [3600, 100],
  ],
  longitude: [
    [120, 1],
    [17, 1],
    [2400, 100],
  ],
}

describe(picturePosition, () => {
  it.each([true, false])(
    'reads degrees, minutes and seconds in either byte order (little: %s)',
    (isLittle) => {
      const { latitude, longitude } = picturePosition(photo(hall, isLittle)) ?? {}
      expect(latitude).toBeCloseTo(36.26, 6)
      expect(longitude).toBeCloseTo(120.29, 6)
    },
  )

  it('knows south from north', () => {
    expect(picturePosition(photo({ ...hall, south: true }, true))?.latitude).toBeCloseTo(-36.26, 6)
  })

  it('says nothing of a photo without a position, of another kind of file, and of notes that end too early', () => {
    const nothing = photo({ ...hall, latitude: hall.latitude.map(([over]) => [over, 0] as const) }, true)
    const whole = photo(hall, true)
    const torn = whole.slice(0, 100)
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).buffer
    expect([nothing, torn, png, new ArrayBuffer(0)].map(picturePosition)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
