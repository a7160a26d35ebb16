import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { drawQrCode } from './qr-code.ts'

/** The bars of the drawing, painted back into modules; the quiet zone is cut off. */
function painted(svg: string, modules: number): readonly string[] {
  const rows = Array.from({ length: modules + 8 }, () => Array<string>(modules + 8).fill(' '))
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let step = 0; step < Number(width); step += 1) rows[Number(y)]?.splice(Number(x) + step, 1, '#')
  expect(rows.slice(0, 4).concat(rows.slice(-4)).flat().join('').trim()).toBe('')
  return rows.slice(4, -4).map((row) => row.slice(4, -4).join(''))
}

describe(drawQrCode, () => {
  it.each(['https://example.gov.cn/verify/QG26-040017-X#abc', 'x'.repeat(400), '执照'])(
    'draws every module of "%s" and nothing in the quiet zone',
    (text) => {
      const { svg, modules } = drawQrCode(text)
      const { data, size } = create([{ data: Buffer.from(text), mode: 'byte' }], {
        errorCorrectionLevel: 'M',
      }).modules
      const expected = Array.from({ length: size }, (_, row) =>
        Array.from({ length: size }, (_, column) => (data[row * size + column] === 1 ? '#' : ' ')).join(''),
      )
      expect(painted(svg, modules)).toEqual(expected)
    },
  )
})
