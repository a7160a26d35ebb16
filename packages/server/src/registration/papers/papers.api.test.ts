import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalDigest, canonicalJson, documentSetDigest } from '@guanjia/core/registration'
import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import { aPdf, handIn, openPapers } from '@guanjia/devkit/test-papers'
import { type Draft, ok, type RegistrationDesk, registrationDesk } from '@guanjia/devkit/test-registration'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageTexts, readPdfFile } from '../../platform/documents/index.ts'
import { registrationTables } from '../registration-tables.ts'

const base = '/api/registration/applications'

let app: TestApp
let desk: RegistrationDesk

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  desk = registrationDesk(app)
})

afterAll(() => app.close())

/** The files of a package, read by its central directory as any other program would. */
function unpack(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    files.set(name, zip.subarray(start, start + size))
    at += 46 + nameLength
  }
  return files
}

function textOf(pdf: Buffer): string {
  return pageTexts(readPdfFile(pdf)).join('\n').replace(/\s/g, '')
}

const olderPledge = '本人承诺所填内容真实（旧版承诺）'

/** Leaves a case as it stands when the zone words its pledge anew after the papers were made. */
async function pledgedBefore({ id }: Draft): Promise<string> {
  const { documents_digest: asked } = await registrationTables(app.database)
    .selectFrom('registration_application')
    .select('documents_digest')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const papers = await registrationTables(app.database)
    .selectFrom('registration_signing_paper')
    .selectAll()
    .where('documents_digest', '=', asked ?? '')
    .orderBy('place')
    .execute()
  const older = papers.map((paper) => {
    if (paper.kind !== 'pledge') return paper
    const content = { ...JSON.parse(paper.canonical), pledge: [olderPledge] }
    return { ...paper, canonical: canonicalJson(content), digest: canonicalDigest(content) }
  })
  const digest = documentSetDigest(older)
  await registrationTables(app.database)
    .insertInto('registration_signing_paper')
    .values(older.map((paper) => ({ ...paper, documents_digest: digest })))
    .execute()
  await app.asSuperuser(`
    update guanjia.registration_application set documents_digest = '${digest}' where id = '${id}';
    update guanjia.registration_signature set documents_digest = '${digest}' where application_id = '${id}'`)
  return digest
}

describe('papers whose pledge the zone has worded anew since', () => {
  it('are in archive and form as they were signed', async () => {
    const draft = await desk.signedDraft()
    await ok(desk.submit(draft))
    const digest = await pledgedBefore(draft)
    const files = unpack((await draft.owner.get(`${base}/${draft.id}/archive.zip`)).bytes)
    expect(files.get('signed/pledge.json')?.toString('utf8')).toContain(olderPledge)
    const form = textOf(files.get('papers/application-form.pdf') ?? Buffer.alloc(0))
    expect(form).toContain(olderPledge)
    expect(form).toContain(digest)
  })

  it('are what a signer reads and signs, and the case stays open until all have signed the new ones', async () => {
    const draft = await desk.aDraft(await desk.someone())
    const { version } = await ok<{ version: number }>(draft.owner.get(`${base}/${draft.id}`))
    const { links } = await ok<{ links: { url: string }[] }>(
      draft.owner.post(`${base}/${draft.id}/signatures`, { version }),
    )
    const documentsDigest = await pledgedBefore(draft)
    const url = `/api/registration/signing/${links[0]?.url.split('/').at(-1)}`
    const shown = await ok<{ documentsDigest: string; documents: { kind: string; content: object }[] }>(
      draft.owner.get(url),
    )
    expect(shown.documentsDigest).toBe(documentsDigest)
    expect(shown.documents.find(({ kind }) => kind === 'pledge')).toMatchObject({
      content: { pledge: [olderPledge] },
    })
    await ok(draft.owner.post(url, { documentsDigest, agreed: true }))
    expect((await desk.submit(draft)).json()).toMatchObject({ status: 409, code: 'checks-waiting' })
    expect(await ok(draft.owner.get(`${base}/${draft.id}`))).toMatchObject({
      stage: 'signing',
      seat: { state: 'reserved' },
    })
    const renew = (voiding: boolean) =>
      draft.owner.post(`${base}/${draft.id}/signatures`, { version, voiding })
    expect((await renew(false)).json()).toMatchObject({ status: 409, code: 'papers-changed-since-signing' })
    expect((await draft.owner.get(url)).json()).toMatchObject({ signedAt: expect.any(String) })
    await ok(renew(true))
    await desk.signed(draft)
    expect(await ok(desk.submit(draft))).toMatchObject({ outcome: 'approved' })
  })
})

/** The house after its zone has worded model articles, pledge and an entry of the scope anew. */
async function wordedAnew(): Promise<TestApp> {
  const content = join(await mkdtemp(join(tmpdir(), 'guanjia-content-')), 'qingdao')
  await cp(join(import.meta.dirname, '../../../../../content/qingdao'), content, { recursive: true })
  const change = async (file: string, from: string, to: string) => {
    const path = join(content, 'registration', file)
    const before = await readFile(path, 'utf8')
    expect(before).toContain(from)
    await writeFile(path, before.replaceAll(from, to))
  }
  await change('services.yaml', '为规范公司的组织和行为', '为规范公司的治理')
  await change('services.yaml', '在签署前已阅读全部文书', '签名前已读完全部文书')
  await change('scope-entries.yaml', 'text: 软件开发', 'text: 软件研制')
  return testApp({ now: app.clock.now().toISOString(), beside: app, env: { GUANJIA_CONTENT: content } })
}

describe('papers signed before the zone worded articles, pledge and scope anew', () => {
  it('are what a registrar approves by hand, in form, articles, archive and licence', async () => {
    const draft = await desk.signedDraft({ special: ['group'] })
    expect(await ok(desk.submit(draft))).toMatchObject({ outcome: 'with-officer' })
    const form = await draft.owner.get(`${base}/${draft.id}/application-form.pdf`)
    await using later = await wordedAnew()
    const registrar = await registrationDesk(later).claimed(draft)
    const { checks } = await ok<{ checks: { id: string; outcome: string }[] }>(
      registrar.get(`/api/registration/queue/${draft.id}`),
    )
    expect(checks).toContainEqual(expect.objectContaining({ id: 'Q16', outcome: 'pass' }))
    const decision = { outcome: 'approved', reason: '集团登记材料齐全' }
    await ok(registrar.post(`/api/registration/queue/${draft.id}/decision`, decision))
    const owner = await later.signIn(draft.owner)
    const files = unpack((await owner.get(`${base}/${draft.id}/archive.zip`)).bytes)
    const paper = (name: string) => files.get(`papers/${name}.pdf`) ?? Buffer.alloc(0)
    expect(textOf(paper('application-form'))).toBe(textOf(form.bytes))
    for (const name of ['application-form', 'licence']) {
      expect(textOf(paper(name))).toContain('软件开发')
      expect(textOf(paper(name))).not.toContain('软件研制')
    }
    expect(textOf(paper('articles'))).toContain('为规范公司的组织和行为')
    expect(textOf(paper('application-form'))).not.toContain('签名前已读完全部文书')
  })

  it('are read by the applicant while a registrar looks at the case, and by nobody before they are handed in', async () => {
    const draft = await desk.signedDraft({ special: ['group'] })
    const url = `${base}/${draft.id}/application-form.pdf`
    expect((await draft.owner.get(url)).json()).toMatchObject({ status: 404, code: 'paper-not-issued' })
    await ok(desk.submit(draft))
    expect(textOf((await draft.owner.get(url)).bytes)).toContain('林海宁')
  })
})

describe('the papers of a case', () => {
  it('of an approved company are the signed articles and an archive whose list hashes every file', async () => {
    const draft = await desk.signedDraft()
    await ok(desk.submit(draft))
    const articles = await draft.owner.get(`${base}/${draft.id}/articles.pdf`)
    expect(articles.status).toBe(200)
    expect(textOf(articles.bytes)).toContain('林海宁')
    const archive = await draft.owner.get(`${base}/${draft.id}/archive.zip`)
    expect(archive.status).toBe(200)
    const files = unpack(archive.bytes)
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'archive-list.pdf',
        'signed/application-form.json',
        'papers/application-form.pdf',
        'papers/articles.pdf',
        'papers/licence.pdf',
      ]),
    )
    const form = files.get('papers/application-form.pdf') ?? Buffer.alloc(0)
    expect(textOf(form)).toContain('市场主体设立登记申请书')
    expect(textOf(form)).toContain('林海宁')
    expect(form.toString('latin1')).toContain('pdfaid:part>2<')
    const list = textOf(files.get('archive-list.pdf') ?? Buffer.alloc(0))
    for (const [name, bytes] of files)
      if (name !== 'archive-list.pdf')
        expect(list).toContain(createHash('sha256').update(bytes).digest('hex'))
    expect(files.get('archive-list.pdf')?.toString('latin1')).toContain('pdfaid:part>2<')
    expect((await draft.owner.get(`${base}/${draft.id}/refusal.pdf`)).status).toBe(404)
  })

  it('hold what was handed in byte for byte, under the digest that everybody signed', async () => {
    const owner = await desk.someone()
    const draft = await desk.aDraft(owner, { articles: { model: false, term: { years: 20 } } })
    const articles = aPdf('自拟章程第一稿')
    await handIn(owner, { id: draft.id, paper: 'own-articles' }, articles)
    await desk.signed(draft)
    await ok(desk.submit(draft))
    const registrar = await desk.claimed(draft)
    await openPapers(registrar, draft.id)
    await ok(
      registrar.post(`/api/registration/queue/${draft.id}/decision`, {
        outcome: 'approved',
        reason: '自拟章程已审查',
      }),
    )
    const files = unpack((await owner.get(`${base}/${draft.id}/archive.zip`)).bytes)
    expect(files.get('handed-in/1-own-articles.pdf')).toEqual(articles.bytes)
    const digest = createHash('sha256').update(articles.bytes).digest('hex')
    expect(files.get('signed/papers.json')?.toString('utf8')).toContain(digest)
    expect(textOf(files.get('papers/application-form.pdf') ?? Buffer.alloc(0))).toContain(digest)
  })

  it('of a case with a registrar is the notice of acceptance, and of a refused one the notice with its reasons', async () => {
    const draft = await desk.signedDraft({ special: ['group'] })
    await ok(desk.submit(draft))
    const acceptance = await draft.owner.get(`${base}/${draft.id}/acceptance.pdf`)
    expect(textOf(acceptance.bytes)).toContain('受理通知书')
    const registrar = await desk.claimed(draft)
    await ok(
      registrar.post(`/api/registration/queue/${draft.id}/decision`, {
        outcome: 'refused',
        reason: '集团母公司注册资本不符合要求',
        check: 'Q14',
        article: '企业名称登记管理规定 14',
        mend: '去掉集团字样后重新申请',
      }),
    )
    const refusal = textOf((await draft.owner.get(`${base}/${draft.id}/refusal.pdf`)).bytes)
    expect(refusal).toContain('不予登记通知书')
    expect(refusal).toContain('集团母公司注册资本不符合要求')
    expect(refusal).toContain('去掉集团字样后重新申请')
  })

  it('are as many duplicates as were asked for, each with its own number, and no more', async () => {
    const draft = await desk.signedDraft({ duplicates: 3 })
    const { licence } = await ok<{ licence: { number: string } }>(desk.submit(draft))
    const url = `/api/licences/${licence.number}/duplicate.pdf`
    for (const place of [1, 3])
      expect(textOf((await draft.owner.get(`${url}?place=${place}`)).bytes)).toContain(`3-${place}`)
    expect((await draft.owner.get(`${url}?place=4`)).json()).toMatchObject({
      status: 404,
      code: 'duplicate-unknown',
    })
  })
})
