/**
 * QR codes as vector drawings, one square unit a module, with the quiet zone of four modules the standard asks for.
 */

import { create } from 'qrcode'

/** ISO/IEC 18004: four modules of white around the code. */
const quietZone = 4

/** A drawn code. */
export interface QrCode {
  readonly svg: string
  /** modules a side, without the quiet zone */
  readonly modules: number
}

/** Draws the code of a text. Correction level M: 15 % of it may be dirty or worn. */
export function drawQrCode(text: string): QrCode {
  // one segment of bytes: links with credentials gain nothing from mixed modes, and looking for them takes longest
  const segments = [{ data: Buffer.from(text), mode: 'byte' as const }]
  const { modules } = create(segments, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * quietZone
  const rows = Array.from({ length: modules.size }, (_, row) => rowPath(modules, row))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${rows.join('')}"/></svg>`
  return { svg, modules: modules.size }
}

interface Modules {
  readonly size: number
  readonly data: Uint8Array
}

/** Dark neighbours of a row are drawn as one bar. */
function rowPath({ size, data }: Modules, row: number): string {
  let path = ''
  for (let column = 0; column < size; column += 1) {
    const first = column
    while (column < size && data[row * size + column] === 1) column += 1
    if (column > first) {
      const width = column - first
      path += `M${first + quietZone} ${row + quietZone}h${width}v1h-${width}z`
    }
  }
  return path
}
