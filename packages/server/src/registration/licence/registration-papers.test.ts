import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LicenceDocument } from '@guanjia/core/registration'
import { afterAll, describe, expect, it } from 'vitest'
import { objectStream, objectText, pageTexts, readPdfFile } from '../../platform/documents/index.ts'
import { checkPdfSignature, openDevelopmentSeal, openKeyFolder } from '../../platform/signing/index.ts'
import { readPaperContent } from './licence-content.ts'
import { issueCredential } from './licence-credential.ts'
import { createRegistrationPapers } from './registration-papers.ts'

const folder = mkdtempSync(join(tmpdir(), 'papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = new Date('2026-04-01T02:30:00Z')
const content = readPaperContent(join(import.meta.dirname, '../../../../../content/qingdao'))
const seal = openDevelopmentSeal(folder, at)
const roots = seal.certificates.slice(-1)
const signing = openKeyFolder(folder)
const ports = { content, seal, origin: 'https://example.gov.cn', demonstration: true }
const papers = createRegistrationPapers(ports)
const frame = {
  authority: '青岛高新技术产业开发区行政审批服务局',
  at,
  day: '2026-04-01',
  demonstration: true,
}

const company: LicenceDocument = {
  number: 'QG26-040017-X',
  unifiedCode: '91370222MACLM5H85T',
  name: '青岛汉唐生物科技有限公司',
  type: '有限责任公司（自然人投资或控股）',
  representative: { role: 'legal-representative', name: '王𬭎㙍' },
  scope:
    '一般项目：技术服务、技术开发；货物进出口。（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）',
  capitalMinor: '500000000',
  composition: null,
  establishedOn: '2026-04-01',
  premises: '山东省青岛市高新区中欧科创园1号楼3层305室A-017工位',
  authority: frame.authority,
  issuedOn: '2026-04-01',
}

async function licenceText(document: LicenceDocument, copy: 'original' | 'duplicate', from = papers) {
  const credential = await issueCredential(signing, document)
  const pdf = await from.licence({ document, credential, issuedAt: at }, copy)
  expect(checkPdfSignature(pdf, roots)).toMatchObject({ ok: true })
  return pageTexts(readPdfFile(pdf))
}

const everyFact = [
  '营业执照',
  company.unifiedCode,
  company.number,
  company.name ?? '',
  company.type,
  '王𬭎㙍',
  company.scope,
  '伍佰万元整',
  '2026年4月1日',
  company.premises,
  company.authority,
]

describe('the licence', () => {
  it.each(['original', 'duplicate'] as const)(
    'is one signed page whose %s can be read back',
    async (copy) => {
      const pages = await licenceText(company, copy)
      expect(pages).toHaveLength(1)
      for (const fact of everyFact) expect(pages[0]).toContain(fact)
      expect(pages[0]).toContain(copy === 'original' ? '正　本' : '副　本')
    },
  )

  it('carries the mark of demonstration data, and none in earnest', async () => {
    expect((await licenceText(company, 'original')).join('')).toContain('示范数据，不具法律效力')
    const earnest = createRegistrationPapers({ ...ports, demonstration: false })
    expect((await licenceText(company, 'original', earnest)).join('')).not.toContain('示范')
  })

  it('stays PDF/A-2b after signing', async () => {
    const credential = await issueCredential(signing, company)
    const pdf = await papers.licence({ document: company, credential, issuedAt: at }, 'original')
    const file = readPdfFile(pdf)
    const metadata = [...file.offsets.keys()].find((number) =>
      objectText(file, number).includes('/Subtype /XML'),
    )
    expect(objectStream(file, metadata ?? 0).toString()).toContain('<pdfaid:part>2</pdfaid:part>')
  })

  it('shows an individual business with operator, composition and place, without capital', async () => {
    const [page] = await licenceText(
      {
        ...company,
        name: null,
        type: '个体工商户',
        representative: { role: 'operator', name: '李四' },
        capitalMinor: null,
        composition: '个人经营',
      },
      'duplicate',
    )
    for (const word of ['经营者', '组成形式', '个人经营', '经营场所']) expect(page).toContain(word)
    for (const word of ['注册资本', '法定代表人', '住所']) expect(page).not.toContain(word)
  })

  it('keeps a very long business scope on its one page, whole', async () => {
    const scope = `一般项目：${'工业互联网数据服务；'.repeat(180)}完。`
    const pages = await licenceText({ ...company, scope }, 'duplicate')
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain(scope)
  })

  it('is the same file every time it is asked for', async () => {
    const issued = { document: company, credential: await issueCredential(signing, company), issuedAt: at }
    const again = await createRegistrationPapers(ports).licence(issued, 'original')
    expect((await papers.licence(issued, 'original')).equals(again)).toBe(true)
  })
})

describe('the notices', () => {
  const facts = {
    name: '青岛汉唐生物科技有限公司',
    matter: '设立登记',
    unifiedCode: company.unifiedCode,
    type: company.type,
    representative: '王𬭎㙍',
    capital: '伍佰万元整',
    establishedOn: '2026年4月1日',
    premises: company.premises,
    licenceNumber: company.number,
    caseNumber: 'QG26-040017-X',
    receivedAt: '2026年4月1日 10:20',
    dueAt: '2026年4月1日 17:00',
    check: 'Q9 注册资本',
    article: '《公司法》第四十七条',
    because: '出资期限超过五年',
    remedy: '把出资日期改到2031年4月1日以前',
  }
  const notice = { number: '（高新）登字〔2026〕第40017号', addressee: facts.name, facts }

  it.each(['approval', 'acceptance', 'refusal'] as const)('say what was decided: %s', async (kind) => {
    const pdf = await papers.notice(kind, notice, frame)
    expect(checkPdfSignature(pdf, roots)).toMatchObject({ ok: true })
    const text = pageTexts(readPdfFile(pdf)).join('')
    const words = content.notices[kind]
    expect(text).toContain(words.heading)
    expect(text).not.toMatch(/[{}]/)
    for (const row of words.rows) expect(text).toContain(facts[row as keyof typeof facts])
  })

  it('break where a fact is missing rather than leave a gap', async () => {
    const { dueAt: _, ...rest } = facts
    expect(() => papers.notice('acceptance', { ...notice, facts: rest }, frame)).toThrow(/dueAt/)
  })
})

describe('articles and archive', () => {
  it('set chapters, clauses, tables and signatures', async () => {
    const pdf = await papers.articles(
      {
        heading: '青岛汉唐生物科技有限公司章程',
        chapters: [
          {
            title: '第一章 总则',
            clauses: [
              { number: '第一条', text: '依照《中华人民共和国公司法》制定本章程。' },
              {
                number: '第二条',
                text: '股东出资如下：',
                rows: [
                  ['股东', '认缴额'],
                  ['王𬭎㙍', '500万元'],
                ],
              },
            ],
          },
        ],
        signatures: [{ name: '王𬭎㙍', signedAt: '2026-04-01 10:18', proof: 'Ed25519 · 7f3a' }],
      },
      frame,
    )
    const text = pageTexts(readPdfFile(pdf)).join('')
    for (const part of ['第一章 总则', '第二条', '认缴额', '王𬭎㙍', '7f3a', '全体股东签名'])
      expect(text).toContain(part)
  })

  it('list every document with its hash', async () => {
    const documents = [{ name: '章程.pdf', bytes: Buffer.from('a') }]
    const pdf = await papers.archive({ caseNumber: 'QG26-040017-X', name: '汉唐', documents }, frame)
    const text = pageTexts(readPdfFile(pdf)).join('')
    expect(text).toContain('ca978112ca1bbdcafac231b39a23dc4d')
    expect(text).toContain('a786eff8147c4e72b9807785afee48bb')
  })
})
