import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { aPdf, handIn, keepDocument, openPapers } from '@guanjia/devkit/test-papers'
import { type Draft, ok, type RegistrationDesk, registrationDesk } from '@guanjia/devkit/test-registration'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const base = '/api/registration/applications'
const queue = '/api/registration/queue'
const ownArticles = { articles: { model: false, term: { years: null } } }
const approval = { outcome: 'approved', reason: '自拟章程已逐页审查' }

let app: TestApp
let desk: RegistrationDesk

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
  desk = registrationDesk(app)
})

afterAll(() => app.close())

interface Paper {
  readonly paper: string
  readonly need: string
  readonly files: readonly { readonly digest: string }[]
}

interface View {
  readonly stage: string
  readonly version: number
  readonly papers: readonly Paper[]
}

function read({ id, owner }: Draft): Promise<View> {
  return ok<View>(owner.get(`${base}/${id}`))
}

async function askedIn(draft: Draft): Promise<readonly string[]> {
  return (await read(draft)).papers.map(({ paper }) => paper)
}

async function digestsIn(draft: Draft): Promise<readonly string[]> {
  return (await read(draft)).papers.flatMap(({ files }) => files.map(({ digest }) => digest))
}

async function aDraft(changed: object = {}): Promise<Draft> {
  return desk.aDraft(await desk.someone(), changed)
}

async function withOwnArticles(words: string): Promise<Draft> {
  const draft = await aDraft(ownArticles)
  await handIn(draft.owner, { id: draft.id, paper: 'own-articles' }, aPdf(words))
  return draft
}

async function referred(words: string): Promise<Draft> {
  const draft = await desk.signed(await withOwnArticles(words))
  expect(await ok(desk.submit(draft))).toMatchObject({ outcome: 'with-officer', reasons: [{ id: 'Q12' }] })
  return draft
}

function offer(draft: Draft, paper: string, document: string) {
  return draft.owner.post(`${base}/${draft.id}/papers`, { paper, document })
}

function decide(registrar: Browser, { id }: Draft, ruling: object) {
  return registrar.post(`${queue}/${id}/decision`, ruling)
}

describe('the papers that may be asked for', () => {
  it('are listed for everybody, each with its article and how sure that is', async () => {
    const { papers } = await ok<{ papers: { paper: string; mark: string }[] }>(
      app.stranger.get('/api/registration/papers'),
    )
    expect(papers).toContainEqual(
      expect.objectContaining({ paper: 'own-articles', article: '公司法 46', mark: 'S' }),
    )
    expect(papers.filter(({ mark }) => mark === 'G').map(({ paper }) => paper)).toEqual([
      'contribution-proof',
      'investor-qualification',
      'merger-decision',
    ])
  })
})

describe('the papers asked for', () => {
  it('are none where everything follows the model', async () => {
    expect(await askedIn(await aDraft())).toEqual([])
  })

  it.each([
    ['own-articles', ownArticles],
    [
      'address-owned',
      { seat: undefined, premises: { address: '山东省青岛市高新区河东路100号301', right: 'owned' } },
    ],
    [
      'address-rented',
      { seat: undefined, premises: { address: '山东省青岛市高新区河东路100号301', right: 'rented' } },
    ],
    ['prior-permit', { scope: { entryIds: ['i65-01', 'f51-09'] } }],
    ['contribution-proof', { shareholders: [{ partyId: 'p1', percent: '100', form: 'goods' }] }],
    ['investor-qualification', { special: ['foreign-invested'] }],
    ['merger-decision', { special: ['merger-or-division'] }],
  ])('follow from the answers: %s', async (paper, changed) => {
    expect(await askedIn(await aDraft(changed))).toEqual([paper])
  })

  it('hold signing back while one that is required is missing, and not for one that is optional', async () => {
    const draft = await aDraft({
      ...ownArticles,
      shareholders: [{ partyId: 'p1', percent: '100', form: 'goods' }],
    })
    const { version } = await read(draft)
    const request = () => draft.owner.post(`${base}/${draft.id}/signatures`, { version })
    expect((await request()).json()).toMatchObject({ status: 422, code: 'answers-incomplete' })
    const { faults } = await ok<{ faults: object[] }>(draft.owner.post(`${base}/${draft.id}/check`))
    expect(faults).toMatchObject([
      { section: 'articles', field: 'papers.own-articles', code: 'paper-missing' },
    ])
    await handIn(draft.owner, { id: draft.id, paper: 'own-articles' })
    await desk.signed(draft)
    expect((await read(draft)).stage).toBe('signing')
  })
})

describe('a file', () => {
  it('lies in the applicant’s library under the name of the paper it was handed in for', async () => {
    const draft = await withOwnArticles('在库里叫什么')
    const { documents } = await ok<{ documents: object[] }>(draft.owner.get('/api/evidence'))
    expect(documents).toMatchObject([
      { typeName: { 'zh-CN': '自拟的公司章程', en: 'Articles of association of your own' } },
    ])
  })

  it('is refused where it is not asked for, not of a format that is taken, or not one’s own', async () => {
    const draft = await aDraft(ownArticles)
    const pdf = await keepDocument(draft.owner, aPdf('章程'))
    expect((await offer(draft, 'prior-permit', pdf)).json()).toMatchObject({ code: 'paper-not-asked' })
    const docx = Buffer.concat([
      Buffer.from('504b0304', 'hex'),
      Buffer.alloc(26),
      Buffer.from('504b0102', 'hex'),
      Buffer.alloc(24),
      Buffer.from([17, 0]),
      Buffer.alloc(16),
      Buffer.from('word/document.xml'),
      Buffer.from('504b0506', 'hex'),
      Buffer.alloc(18),
    ])
    const word = await keepDocument(draft.owner, { name: '章程.docx', bytes: docx })
    expect((await offer(draft, 'own-articles', word)).json()).toMatchObject({
      code: 'paper-format-not-taken',
    })
    const other = await desk.someone()
    const foreign = await keepDocument(other, aPdf('别人的'))
    expect((await offer(draft, 'own-articles', foreign)).json()).toMatchObject({ code: 'document-unknown' })
    expect(await digestsIn(draft)).toEqual([])
  })

  it('voids the signatures when it is swapped, and everybody signs the new one', async () => {
    const draft = await desk.signed(await withOwnArticles('第一稿'))
    const [first = ''] = await digestsIn(draft)
    await ok(draft.owner.send({ method: 'DELETE', url: `${base}/${draft.id}/papers/own-articles/${first}` }))
    expect((await read(draft)).stage).toBe('draft')
    expect((await desk.submit(draft)).json()).toMatchObject({ code: 'application-not-in-signing' })
    await handIn(draft.owner, { id: draft.id, paper: 'own-articles' }, aPdf('第二稿'))
    const { version } = await read(draft)
    const { links } = await ok<{ links: { url: string }[] }>(
      draft.owner.post(`${base}/${draft.id}/signatures`, { version }),
    )
    const token = links[0]?.url.split('/').at(-1) ?? ''
    const { documents } = await ok<{ documents: { kind: string; content: unknown }[] }>(
      draft.owner.get(`/api/registration/signing/${token}`),
    )
    const [second] = await digestsIn(draft)
    expect(second).not.toBe(first)
    expect(documents.find(({ kind }) => kind === 'papers')?.content).toMatchObject({
      papers: [{ paper: 'own-articles', digest: second }],
    })
  })

  it('cannot be added or taken away once the case is with a registrar', async () => {
    const draft = await referred('已提交')
    const [digest = ''] = await digestsIn(draft)
    const late = await keepDocument(draft.owner, aPdf('迟到'))
    expect((await offer(draft, 'own-articles', late)).json()).toMatchObject({ code: 'application-not-open' })
    const url = `${base}/${draft.id}/papers/own-articles/${digest}`
    expect((await draft.owner.send({ method: 'DELETE', url })).json()).toMatchObject({
      code: 'application-not-open',
    })
  })

  it('is read whole by its owner and the registrar, and by nobody else', async () => {
    const draft = await referred('只给该看的人看')
    const [digest = ''] = await digestsIn(draft)
    const url = `${base}/${draft.id}/files/${digest}`
    const registrar = await app.signIn({ name: '王敏', roles: ['registrar'] })
    for (const reader of [draft.owner, registrar]) {
      const answer = await reader.get(url)
      expect(answer.headers['content-type']).toBe('application/pdf')
      expect(answer.bytes.toString('utf8')).toContain('只给该看的人看')
    }
    expect((await (await desk.someone()).get(url)).status).toBe(404)
    expect((await draft.owner.get(`${base}/${draft.id}/files/${'0'.repeat(64)}`)).json()).toMatchObject({
      code: 'paper-file-unknown',
    })
  })
})

describe('a registrar', () => {
  it('approves only after having opened every file; what another has opened does not count', async () => {
    const draft = await referred('要看过才准')
    const registrar = await desk.claimed(draft)
    expect((await decide(registrar, draft, approval)).json()).toMatchObject({
      status: 409,
      code: 'papers-unread',
    })
    const colleague = await app.signIn({ name: '张立', roles: ['registrar'] })
    await openPapers(colleague, draft.id)
    expect((await decide(registrar, draft, approval)).json()).toMatchObject({ code: 'papers-unread' })
    await openPapers(registrar, draft.id)
    const [digest] = await digestsIn(draft)
    expect(await ok(registrar.get(`${queue}/${draft.id}`))).toMatchObject({ opened: [digest] })
    expect(await ok(decide(registrar, draft, approval))).toMatchObject({ outcome: 'approved' })
  })

  it('refuses without having opened them: a refusal rests on its own ground', async () => {
    const draft = await referred('可以不看就不准')
    const registrar = await desk.claimed(draft)
    const refusal = {
      outcome: 'refused',
      reason: '住所不能联系',
      check: 'Q6',
      article: '市场主体登记管理条例 11',
      mend: '改选其他工位',
    }
    expect(await ok(decide(registrar, draft, refusal))).toMatchObject({ outcome: 'refused' })
  })

  it('marks no file that the case does not hold', async () => {
    const draft = await referred('没有的文件')
    const registrar = await desk.claimed(draft)
    expect(
      (await registrar.post(`${queue}/${draft.id}/files/${'0'.repeat(64)}/reading`)).json(),
    ).toMatchObject({ status: 404, code: 'paper-file-unknown' })
  })
})
