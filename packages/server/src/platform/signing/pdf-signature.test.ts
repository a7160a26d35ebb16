import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createTypesetter, numberAfter, objectText, pageTexts, readPdfFile } from '../documents/index.ts'
import { signDetached } from './cms-signature.ts'
import { checkPdfSignature, openDevelopmentSeal, signPdf } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'seal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = new Date('2026-04-01T02:30:00Z')
const seal = openDevelopmentSeal(folder, at)
const roots = seal.certificates.slice(-1)
const words = { name: '登记机关', reason: '签发', location: '青岛', at }

const pdf = createTypesetter({
  templates: join(import.meta.dirname, '../../../../../content/qingdao/documents'),
  reviewed: new Map(),
}).render({
  template: 'archive',
  at,
  data: {
    title: '归档目录',
    author: '登记机关',
    keywords: [],
    demonstration: null,
    heading: '归档目录',
    rows: [],
    columns: ['序号', '文件', '字节', 'SHA-256'],
    entries: [],
    footer: [],
  },
})
const signed = await signPdf(pdf, seal, words)

/** The encoded members of a DER structure. */
function childrenOf(encoded: Buffer): readonly Buffer[] {
  const [, start] = extent(encoded, 0)
  const members: Buffer[] = []
  for (let from = start; from < encoded.length; ) {
    const [end] = extent(encoded, from)
    members.push(encoded.subarray(from, end))
    from = end
  }
  return members
}

function extent(encoded: Buffer, from: number): readonly [end: number, start: number] {
  const first = encoded[from + 1] ?? 0
  const more = first < 128 ? 0 : first - 128
  const length = more === 0 ? first : encoded.readUIntBE(from + 2, more)
  const start = from + 2 + more
  return [start + length, start]
}

describe(signPdf, () => {
  it('leaves the bytes of the document as they were and adds behind them', () => {
    expect(signed.subarray(0, pdf.length).equals(pdf)).toBe(true)
    expect(pageTexts(readPdfFile(signed))).toEqual(pageTexts(readPdfFile(pdf)))
  })

  it('gives the same bytes for the same document and moment', async () => {
    expect((await signPdf(pdf, openDevelopmentSeal(folder, at), words)).equals(signed)).toBe(true)
  })

  it('names the signer by the issuer and number that stand in the certificate, byte by byte', async () => {
    const cms = await signDetached(pdf, seal)
    const [signer = Buffer.alloc(0)] = seal.certificates
    // tbsCertificate: version, serial number, algorithm, issuer
    const [, serial, , issuer] = childrenOf(childrenOf(signer)[0] ?? signer)
    expect(cms.includes(Buffer.concat([issuer ?? pdf, serial ?? pdf]))).toBe(true)
  })

  it('keeps what PDF/A-2 asks of a file', () => {
    const file = readPdfFile(signed)
    expect(file.trailer).toMatch(/\/ID \[.+ <[0-9a-f]{32}>\]/)
    expect(objectText(file, numberAfter(file.trailer, 'Root') ?? 0)).toContain('/OutputIntents')
    const field = objectText(file, file.size - 1)
    expect(field).toContain('/Rect [0 0 0 0]')
    expect((numberAfter(field, 'F') ?? 0) & 0b100111).toBe(0b100)
    for (const [number, offset] of file.offsets)
      expect(signed.toString('latin1', offset, offset + 20)).toMatch(new RegExp(`^${number} 0 obj\\n`))
    const table = signed.toString('latin1', file.tableAt)
    expect(table.match(/^\d{10} \d{5} n $/gm)).toHaveLength(4)
  })
})

describe(checkPdfSignature, () => {
  it('names the signer of an untouched document', () => {
    expect(checkPdfSignature(signed, roots)).toMatchObject({
      ok: true,
      value: { subject: expect.stringContaining('不具法律效力') },
    })
  })

  it('refuses every document with one flipped bit', () => {
    const holes = { start: signed.lastIndexOf('/Contents <') + 11, length: 8192 }
    for (let at = 0; at < signed.length; at += 41) {
      const inside = at >= holes.start && at < holes.start + holes.length
      const changed = Buffer.from(signed)
      // inside the signature one hexadecimal digit becomes another; everywhere else one bit flips
      changed[at] = inside ? (changed[at] === 0x30 ? 0x31 : 0x30) : (changed[at] ?? 0) ^ 1
      expect([at, checkPdfSignature(changed, roots).ok]).toEqual([at, false])
    }
  })

  it('refuses what was added behind the signature', () => {
    const longer = Buffer.concat([signed, Buffer.from('\n%%EOF\n')])
    expect(checkPdfSignature(longer, roots)).toMatchObject({ code: 'pdf-not-signed' })
  })

  it('refuses an unsigned document and a signer it does not trust', () => {
    expect(checkPdfSignature(pdf, roots)).toMatchObject({ code: 'pdf-not-signed' })
    expect(checkPdfSignature(signed, [])).toMatchObject({ code: 'pdf-signer-not-trusted' })
  })

  it('tells a changed text from a forged signature', () => {
    const changed = Buffer.from(signed)
    changed[40] = (changed[40] ?? 0) ^ 1
    expect(checkPdfSignature(changed, roots)).toMatchObject({ code: 'pdf-changed-after-signing' })
  })
})
