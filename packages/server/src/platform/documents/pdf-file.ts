/**
 * Reads the skeleton of a PDF as typst writes it: numbered objects found through plain cross-reference tables.
 *
 * Not a general reader: object streams and cross-reference streams (which PDF/A-2 would allow) are refused loudly.
 */

import { inflateSync } from 'node:zlib'
import { assert } from '@guanjia/core/kernel'

/** A PDF and where its parts are. */
export interface PdfFile {
  readonly bytes: Buffer
  /** dictionary of the newest trailer */
  readonly trailer: string
  /** offset of the newest cross-reference table */
  readonly tableAt: number
  /** one more than the highest object number */
  readonly size: number
  /** offset of each object, newest version */
  readonly offsets: ReadonlyMap<number, number>
}

/** Finds the objects of a PDF. */
export function readPdfFile(bytes: Buffer): PdfFile {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 64))
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN)
  assert(Number.isInteger(tableAt), 'a PDF ends with the place of its cross-reference table')
  const offsets = new Map<number, number>()
  let newest: string | undefined
  for (let at: number | undefined = tableAt; at !== undefined; ) {
    const section = readSection(bytes, at)
    newest ??= section.trailer
    for (const [number, offset] of section.entries) if (!offsets.has(number)) offsets.set(number, offset)
    at = numberAfter(section.trailer, 'Prev')
  }
  const trailer = newest ?? ''
  return { bytes, trailer, tableAt, size: numberAfter(trailer, 'Size') ?? 0, offsets }
}

interface Section {
  readonly trailer: string
  readonly entries: readonly (readonly [number, number])[]
}

function readSection(bytes: Buffer, at: number): Section {
  const end = bytes.indexOf('startxref', at, 'latin1')
  const text = bytes.toString('latin1', at, end)
  const split = text.indexOf('trailer')
  assert(text.startsWith('xref') && split > 0, 'the cross-reference table is a plain one')
  const entries: [number, number][] = []
  let number = 0
  for (const line of text.slice(4, split).split(/\r?\n/)) {
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(line)
    const head = /^(\d+) \d+\s*$/.exec(line)
    if (entry !== null) {
      if (entry[2] === 'n') entries.push([number, Number(entry[1])])
      number += 1
    } else if (head !== null) number = Number(head[1])
  }
  return { trailer: text.slice(split + 'trailer'.length), entries }
}

/** The number that follows a key in a dictionary. */
export function numberAfter(dictionary: string, key: string): number | undefined {
  const found = new RegExp(`/${key}\\s+(\\d+)`).exec(dictionary)
  return found === null ? undefined : Number(found[1])
}

/** The dictionary or array of an object, as text, without its stream. */
export function objectText(file: PdfFile, number: number): string {
  const at = file.offsets.get(number)
  assert(at !== undefined, `object ${number} exists`)
  const end = file.bytes.indexOf('endobj', at, 'latin1')
  const text = file.bytes.toString('latin1', at, end)
  const stream = text.indexOf('\nstream')
  return text.slice(text.indexOf('obj') + 3, stream < 0 ? undefined : stream).trim()
}

/** The bytes of an object's stream, unpacked where they were packed. */
export function objectStream(file: PdfFile, number: number): Buffer {
  const dictionary = objectText(file, number)
  const start = file.bytes.indexOf('stream', file.offsets.get(number), 'latin1') + 'stream'.length
  const first = file.bytes[start] === 0x0d ? start + 2 : start + 1
  const packed = file.bytes.subarray(first, first + (numberAfter(dictionary, 'Length') ?? 0))
  return dictionary.includes('/FlateDecode') ? inflateSync(packed) : packed
}
