import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  createTypesetter,
  objectStream,
  objectText,
  type Paper,
  type PdfFile,
  pageTexts,
  readPdfFile,
} from './index.ts'

const templates = join(import.meta.dirname, '../../../../../content/qingdao/documents')
const typesetter = createTypesetter({ templates, reviewed: new Map([['𠮷', '⿱土口']]) })

function aNotice(changes: Record<string, unknown> = {}): Paper {
  return {
    template: 'notice',
    at: new Date('2026-04-01T02:30:00Z'),
    data: {
      title: '准予设立登记通知书',
      author: '登记机关',
      keywords: [],
      demonstration: '示范数据',
      heading: '准予设立登记通知书',
      number: '第 1 号',
      addressee: '青岛𠮷祥㙍科技有限公司',
      paragraphs: ['经审查，申请材料齐全。'],
      rows: [{ label: '法定代表人', value: '王𬭎' }],
      closing: [],
      date: '2026年4月1日',
      footer: ['本通知书由系统生成。'],
      ...changes,
    },
  }
}

function render(paper: Paper): PdfFile {
  return readPdfFile(typesetter.render(paper))
}

const objects = (file: PdfFile) => [...file.offsets.keys()].map((number) => objectText(file, number))

describe(createTypesetter, () => {
  it('says PDF/A part 2, conformance B, in its metadata and carries a colour profile', () => {
    const file = render(aNotice())
    const metadata = [...file.offsets.keys()].find((number) =>
      objectText(file, number).includes('/Metadata\n'),
    )
    const xmp = objectStream(file, metadata ?? 0).toString()
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(objects(file).some((text) => text.includes('/GTS_PDFA1'))).toBe(true)
  })

  it('embeds every font it uses, with a map back to characters', () => {
    const texts = objects(render(aNotice()))
    const descriptors = texts.filter((text) => text.includes('/Type /FontDescriptor'))
    const composite = texts.filter((text) => text.includes('/Subtype /Type0'))
    expect(descriptors.length).toBeGreaterThan(0)
    expect(descriptors.every((text) => text.includes('/FontFile3'))).toBe(true)
    expect(composite.every((text) => text.includes('/ToUnicode'))).toBe(true)
  })

  it('can be read back, common and rare characters alike', () => {
    const text = pageTexts(render(aNotice())).join('')
    for (const part of ['准予设立登记通知书', '经审查，申请材料齐全。', '王𬭎', '祥㙍科技', '示范数据'])
      expect(text).toContain(part)
  })

  it('draws a character without a glyph from its reviewed parts and explains it', () => {
    const text = pageTexts(render(aNotice())).join('')
    expect(text).toContain('青岛土口祥')
    expect(text).toContain('U+20BB7（⿱土口，由部件拼合）')
  })

  it('frames the code point of a character nobody has reviewed, and never prints an empty box', () => {
    const text = pageTexts(render(aNotice({ addressee: '青岛𠀋公司' }))).join('')
    expect(text).toContain('青岛U+2000B公司')
    expect(text).toContain('U+2000B（字库暂缺，以统一码标示）')
  })

  it('reads no text as markup', () => {
    const value = '#sys.version *粗* $x$ \\ "引"'
    expect(pageTexts(render(aNotice({ paragraphs: [value] }))).join('')).toContain('#sys.version *粗* $x$ \\')
  })

  it('gives the same bytes for the same data and moment, and others for another moment', () => {
    const again = createTypesetter({ templates, reviewed: new Map([['𠮷', '⿱土口']]) })
    expect(again.render(aNotice()).equals(typesetter.render(aNotice()))).toBe(true)
    const later = { ...aNotice(), at: new Date('2026-04-02T02:30:00Z') }
    expect(typesetter.render(later).equals(typesetter.render(aNotice()))).toBe(false)
  })

  it('throws where a template misses its data', () => {
    expect(() => render(aNotice({ footer: undefined }))).toThrow(/template notice does not compile/)
  })
})
