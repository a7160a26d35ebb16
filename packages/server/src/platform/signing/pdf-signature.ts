/**
 * Signs a PDF by an incremental update: the document's own bytes stay as they were, the signature is added behind them.
 *
 * The update keeps what PDF/A-2 asks of a file (ISO 19005-2): a file identifier in the new trailer (6.1.3), a plain
 * cross-reference table with entries of twenty bytes (6.1.4), an invisible field with the print flag and no appearance
 * (6.3), and a signature whose byte range covers everything but itself (6.4.3).
 */

import { createHash } from 'node:crypto'
import { assert } from '@guanjia/core/kernel'
import { numberAfter, objectText, type PdfFile, readPdfFile } from '../documents/index.ts'
import { signDetached } from './cms-signature.ts'
import type { DocumentSeal } from './document-seal.ts'

/** What the signature says besides the bytes. */
export interface SignatureWords {
  /** the authority that signs */
  readonly name: string
  readonly reason: string
  readonly location: string
  readonly at: Date
}

/** bytes kept free for the signature, in hexadecimal twice as many signs */
const room = 4096
const emptyRange = '[0 0000000000 0000000000 0000000000]'

/** The PDF with one signature of the kind ETSI.CAdES.detached. */
export async function signPdf(pdf: Buffer, seal: DocumentSeal, words: SignatureWords): Promise<Buffer> {
  const prepared = withEmptySignature(readPdfFile(pdf), words)
  const { start, end } = prepared.hole
  const range = `[0 ${padded(start)} ${padded(end)} ${padded(prepared.bytes.length - end)}]`
  prepared.bytes.write(range, prepared.rangeAt, 'latin1')
  const signed = Buffer.concat([prepared.bytes.subarray(0, start), prepared.bytes.subarray(end)])
  const signature = await signDetached(signed, seal)
  assert(signature.length <= room, 'the signature fits into the room kept for it')
  prepared.bytes.write(signature.toString('hex'), start + 1, 'latin1')
  return prepared.bytes
}

interface Prepared {
  readonly bytes: Buffer
  readonly rangeAt: number
  /** from the opening to behind the closing angle bracket of the signature */
  readonly hole: { readonly start: number; readonly end: number }
}

function withEmptySignature(file: PdfFile, words: SignatureWords): Prepared {
  const root = numberAfter(file.trailer, 'Root') ?? 0
  const page = firstPage(file, root)
  const signature = file.size
  const field = file.size + 1
  const objects: readonly (readonly [number, string])[] = [
    [page, withEntry(objectText(file, page), 'Annots', `[${field} 0 R]`)],
    [root, withEntry(objectText(file, root), 'AcroForm', `<< /Fields [${field} 0 R] /SigFlags 3 >>`)],
    [signature, signatureDictionary(words)],
    [field, fieldDictionary(signature, page)],
  ]
  const update = writeUpdate(file, objects)
  const signatureAt = update.bytes.indexOf('/Type /Sig ', file.bytes.length, 'latin1')
  const rangeAt = update.bytes.indexOf(emptyRange, signatureAt, 'latin1')
  const start = update.bytes.indexOf('/Contents <', signatureAt, 'latin1') + '/Contents '.length
  return { bytes: update.bytes, rangeAt, hole: { start, end: start + 2 * room + 2 } }
}

function firstPage(file: PdfFile, root: number): number {
  const pages = objectText(file, numberAfter(objectText(file, root), 'Pages') ?? 0)
  return Number(/\/Kids\s*\[\s*(\d+) 0 R/.exec(pages)?.[1])
}

function withEntry(dictionary: string, key: string, value: string): string {
  assert(!new RegExp(`/${key}\\b`).test(dictionary), `the document has no ${key} yet`)
  return dictionary.replace('<<', `<<\n  /${key} ${value}`)
}

function signatureDictionary({ name, reason, location, at }: SignatureWords): string {
  const moment = at.toISOString().replace(/[-:T]|\.\d+Z/g, '')
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/ByteRange ${emptyRange}`,
    `/Contents <${'0'.repeat(2 * room)}>`,
    `/Name ${textString(name)} /Reason ${textString(reason)} /Location ${textString(location)}`,
    `/M (D:${moment}Z) >>`,
  ].join('\n')
}

function fieldDictionary(signature: number, page: number): string {
  return `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /F 132 /Rect [0 0 0 0] /V ${signature} 0 R /P ${page} 0 R >>`
}

/** Appends the objects, their table and a trailer that points back to the old one. */
function writeUpdate(file: PdfFile, objects: readonly (readonly [number, string])[]): { bytes: Buffer } {
  const parts = [file.bytes, Buffer.from('\n')]
  let at = file.bytes.length + 1
  const entries = objects.map(([number, text]) => {
    const object = Buffer.from(`${number} 0 obj\n${text}\nendobj\n`, 'latin1')
    parts.push(object)
    const entry = `${number} 1\n${padded(at)} 00000 n \n`
    at += object.length
    return entry
  })
  const table = `xref\n${entries.join('')}trailer\n${trailerText(file, objects)}\nstartxref\n${at}\n%%EOF\n`
  return { bytes: Buffer.concat([...parts, Buffer.from(table, 'latin1')]) }
}

function trailerText(file: PdfFile, objects: readonly (readonly [number, string])[]): string {
  const size = Math.max(file.size, ...objects.map(([number]) => number + 1))
  const reference = (key: string) => `/${key} ${numberAfter(file.trailer, key)} 0 R`
  const original = /\/ID\s*\[\s*(\([\s\S]*?\)|<[0-9A-Fa-f]*>)/.exec(file.trailer)?.[1]
  assert(original !== undefined, 'an archivable PDF has a file identifier')
  const revision = createHash('sha256').update(file.bytes).digest('hex').slice(0, 32)
  return `<< /Size ${size} ${reference('Root')} ${reference('Info')} /ID [${original} <${revision}>] /Prev ${file.tableAt} >>`
}

function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

function padded(offset: number): string {
  return String(offset).padStart(10, '0')
}
