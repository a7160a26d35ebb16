import { webcrypto as crypto, randomUUID } from 'node:crypto'
import {
  type Identity,
  keyIdOf,
  type Opener,
  openEnvelope,
  openSplit,
  parseReport,
  type Report,
  sealEnvelope,
  unlockKey,
  unwrapKey,
  wrapKey,
} from '@guanjia/core/leads'
import { type FiledLead, fileLead } from '@guanjia/devkit/filed-lead'
import { type HandOverDraft, keyInForce, phrase, proposeKey, sealedOver } from '@guanjia/devkit/lead-keys'
import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const canary = '金丝雀七三五'
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'))
const textOf = (plain: Uint8Array | undefined) => Buffer.from(plain ?? []).toString('utf8')

let app: TestApp
let one: Browser
let two: Browser
let reported: Browser
let keeper: Browser
const openers = new Map<Browser, Opener>()

/** Makes a key and lets somebody else take its sheet. */
async function keyFor(who: Browser, office: 'handler' | 'keeper', witness: Browser): Promise<Opener> {
  const opener = await keyInForce(who, office, witness)
  openers.set(who, opener)
  return opener
}

beforeAll(async () => {
  app = await testApp({ now: '2026-03-02T01:00:00Z' })
  one = await app.signIn({ name: '纪一', roles: ['lead-handler'] })
  two = await app.signIn({ name: '纪二', roles: ['lead-handler'] })
  reported = await app.signIn({ name: '纪三', roles: ['lead-handler'], authorities: ['housing'] })
  keeper = await app.signIn({ name: '保管', roles: ['lead-keeper'] })
  for (const who of [one, two, reported]) await keyFor(who, 'handler', keeper)
  await keyFor(keeper, 'keeper', one)
})
afterAll(() => app.close())

/** Files a report about the housing authority, as the intake does. */
function file(over: Partial<Report> = {}, identity?: Identity): Promise<FiledLead> {
  const report = { text: canary, when: '', where: '', who: '', isRetaliation: false, files: [], ...over }
  const day = app.clock.now().toISOString().slice(0, 10)
  return fileLead({ url: app.adminUrl, day, report, identity })
}

const purpose = { purpose: 'assess', reference: '研判 2026-01' }

interface Opened {
  readonly envelopes: readonly {
    readonly id: string
    readonly part: string
    readonly content: string
    readonly wraps: readonly { readonly keyId: string; readonly sealed: string }[]
  }[]
  readonly reporter: { readonly keyId: string; readonly publicKey: string } | null
  readonly readers: readonly { readonly keyId: string; readonly publicKey: string }[]
  readonly openings: readonly { readonly by: string; readonly purpose: string }[]
}

async function open(who: Browser, id: string): Promise<Opened> {
  const answer = await who.post(`/api/leads/${id}/opening`, purpose)
  expect(answer.status).toBe(200)
  return answer.json() as Opened
}

function openerOf(who: Browser): Opener {
  const opener = openers.get(who)
  if (opener === undefined) throw new Error('nobody made a key')
  return opener
}

async function read(who: Browser, leadId: string): Promise<string> {
  const { envelopes } = await open(who, leadId)
  const [content] = envelopes
  if (content === undefined) throw new Error('there is no report')
  return textOf(await openEnvelope(crypto, { leadId, part: 'content' }, content, openerOf(who)))
}

const act = (who: Browser, id: string, body: object) => who.post(`/api/leads/${id}/acts`, body)
const coding = { types: ['type-2'], field: 'approval', department: 'housing' }

describe('a key', () => {
  it('opens in its holder’s browser with the passphrase, and its lock is given to nobody else', async () => {
    const keys = (await one.get('/api/leads/keys')).json() as { own: never[]; others: object[] }
    const [own] = keys.own
    if (own === undefined) throw new Error('there is no key')
    const unlocked = await unlockKey(crypto, own, phrase)
    expect(unlocked.ok && unlocked.value.privateKey).toEqual(openerOf(one).privateKey)
    expect(keys.others.length).toBe(3)
    for (const other of keys.others) expect(Object.keys(other)).not.toContain('lock')
  })

  it('is sealed to only once somebody else has its sheet', async () => {
    const newcomer = await app.signIn({ name: '纪四', roles: ['lead-handler'] })
    const { keyId } = (await proposeKey(newcomer, 'handler')).opener
    const readers = async () => (await one.get('/api/leads/readers?about=water')).text
    expect(await readers()).not.toContain(keyId)
    expect((await newcomer.post(`/api/leads/keys/${keyId}/sheet`)).json()).toMatchObject({ code: 'own-key' })
    await keeper.post(`/api/leads/keys/${keyId}/sheet`)
    expect(await readers()).toContain(keyId)
    expect((await keeper.post(`/api/leads/keys/${keyId}/retirement`)).status).toBe(200)
    expect(await readers()).not.toContain(keyId)
  })

  it('is refused to whoever has one of the other office, so that a name takes two people', async () => {
    const twice = await app.signIn({ name: '兼任', roles: ['lead-handler', 'lead-keeper'] })
    const { opener } = await proposeKey(twice, 'keeper')
    const refused = await proposeKey(twice, 'handler')
    expect(refused.answer.json()).toMatchObject({ status: 409, code: 'other-office-held' })
    await keeper.post(`/api/leads/keys/${opener.keyId}/sheet`)
    expect((await one.post(`/api/leads/keys/${opener.keyId}/retirement`)).status).toBe(404)
    await keeper.post(`/api/leads/keys/${opener.keyId}/retirement`)
    expect((await proposeKey(twice, 'handler')).answer.status).toBe(201)
  })

  it('gives way to the next one of its holder and still opens what was sealed to it', async () => {
    const { id } = await file()
    const before = openerOf(two)
    await keyFor(two, 'handler', keeper)
    openers.set(two, before)
    expect(parseReport(await read(two, id))).toMatchObject({ value: { text: canary } })
  })
})

describe('a lead', () => {
  it('is read by its handlers, for a purpose, and every reading is known', async () => {
    const { id } = await file()
    expect(parseReport(await read(one, id))).toMatchObject({ value: { text: canary } })
    const { openings } = await open(two, id)
    expect(openings.map(({ by }) => by).toSorted()).toEqual(['纪一', '纪二'])
    expect(
      (await one.post(`/api/leads/${id}/opening`, { ...purpose, purpose: 'curiosity' })).json(),
    ).toMatchObject({
      code: 'purpose-unknown',
    })
    await app.settle()
    const leaves = (await app.stranger.get('/api/ledger/leaves?from=0')).text
    expect(leaves).toContain('leads.opened')
    expect(leaves).not.toContain(canary)
    expect(leaves).not.toContain(one.personId)
  })

  it('is not there for a handler of the reported authority, nor for anybody who is no handler', async () => {
    const { id } = await file()
    const list = (await reported.get('/api/leads')).json() as { leads: { id: string }[] }
    expect(list.leads.map((lead) => lead.id)).not.toContain(id)
    const bodyOf = async (who: Browser, of: string) => {
      const answer = await who.post(`/api/leads/${of}/opening`, purpose)
      const { correlationId: _, ...body } = answer.json() as { correlationId: string }
      return { status: answer.status, body }
    }
    const nothing = await bodyOf(one, randomUUID())
    expect(nothing.status).toBe(404)
    const operator = await app.signIn({ roles: ['operator', 'auditor', 'supervisor-lead', 'security-admin'] })
    expect(await bodyOf(operator, id)).toEqual(nothing)
    expect(await bodyOf(reported, id)).toEqual(nothing)
    expect(await bodyOf(keeper, id)).toEqual(nothing)
    expect((await operator.get('/api/leads')).status).toBe(404)
  })

  it('is kept apart from the house: its role reaches no table of leads, and no table holds a word', async () => {
    await file({ text: `${canary}的全部经过` })
    await expect(app.asSuperuser('set role guanjia_app; select * from leads.lead')).rejects.toThrow(
      'permission',
    )
    await expect(app.asSuperuser('set role guanjia_reader; select * from leads.wrap')).rejects.toThrow(
      'permission',
    )
    const found = "select * from leads.envelope where position(convert_to('金丝雀', 'UTF8') in content) > 0"
    await app.asSuperuser(`do $$ begin if exists (${found}) then raise 'a word is readable'; end if; end $$`)
  })

  it('is disposed of by two handlers, within a month that the calendar counts', async () => {
    const { id } = await file()
    const wait = { type: 'propose', disposition: 'verification', finding: null }
    expect((await act(one, id, wait)).json()).toMatchObject({ code: 'lead-not-coded' })
    expect(
      (await act(one, id, { type: 'code', coding: { ...coding, field: 'weather' } })).json(),
    ).toMatchObject({
      code: 'code-unknown',
    })
    expect((await act(one, id, { type: 'code', coding })).json()).toMatchObject({
      clocks: [{ kind: 'opinion', due: '2026-04-02', light: 'green', isUnconfirmed: false }],
    })
    expect((await act(one, id, wait)).json()).toMatchObject({ situation: 'proposed', clocks: [] })
    expect((await act(one, id, { type: 'confirm' })).json()).toMatchObject({ code: 'own-proposal' })
    expect((await act(two, id, { type: 'confirm' })).json()).toMatchObject({
      situation: 'verification',
      clocks: [{ kind: 'verification', isUnconfirmed: true }],
    })
  })
})

async function answer(who: Browser, { id }: FiledLead, words: string, tells: string | null = null) {
  const { reporter, readers } = await open(who, id)
  if (reporter === null) throw new Error('there is nobody to answer')
  const message = randomUUID()
  const place = { leadId: id, part: `message/${message}` } as const
  const sealed = await sealEnvelope(crypto, place, bytes(words), [...readers, reporter])
  return {
    place,
    sealed,
    send: (body = sealed) => who.post(`/api/leads/${id}/messages`, { id: message, ...body, tells }),
  }
}

describe('an answer', () => {
  it('is read by the reporter and by the other handlers, and by nobody else', async () => {
    const filed = await file()
    const { send, place, sealed } = await answer(one, filed, '已收到，正在研判。')
    const fewer = { ...sealed, wraps: sealed.wraps.slice(1) }
    expect((await send(fewer)).json()).toMatchObject({ code: 'sealed-to-others' })
    expect((await send()).status).toBe(200)
    const { privateKey, publicKey } = filed.reporter
    const opener = {
      keyId: await keyIdOf(crypto, publicKey),
      publicKey: Buffer.from(publicKey).toString('base64'),
      privateKey,
    }
    expect(textOf(await openEnvelope(crypto, place, sealed, opener))).toBe('已收到，正在研判。')
    const { envelopes } = await open(one, filed.id)
    const [, message] = envelopes
    if (message === undefined) throw new Error('there is no message')
    expect(textOf(await openEnvelope(crypto, place, message, openerOf(one)))).toBe('已收到，正在研判。')
  })

  it('is kept beside others that are written in the same moment', async () => {
    const filed = await file()
    const answers = [
      await answer(one, filed, '甲'),
      await answer(two, filed, '乙'),
      await answer(one, filed, '丙'),
    ]
    const sent = await Promise.all(answers.map(({ send }) => send()))
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await open(one, filed.id)).envelopes).toHaveLength(4)
  })

  it('tells somebody who gave their name that the lead was accepted, once', async () => {
    const named = await file({}, { name: '王实名', phone: '', address: '' })
    const { send } = await answer(one, named, '现告知受理。', 'acceptance')
    expect((await send()).status).toBe(200)
    const again = await answer(one, named, '现告知受理。', 'acceptance')
    expect((await again.send()).json()).toMatchObject({ code: 'told-before' })
    const anonymous = await answer(one, await file(), '现告知受理。', 'acceptance')
    expect((await anonymous.send()).json()).toMatchObject({ code: 'nobody-to-tell' })
  })
})

describe('the name of a reporter', () => {
  it('opens for the handler who asked once a keeper released the share, for three working days', async () => {
    const { id } = await file({}, { name: '王实名', phone: '13900001234', address: '' })
    const { keyId } = openerOf(one)
    const url = `/api/leads/${id}`
    expect((await one.post(`${url}/identity`)).json()).toMatchObject({ code: 'request-not-granted' })
    expect((await one.post(`${url}/identity-requests`, { reason: '需要当面核实', keyId })).status).toBe(201)
    const list = (await keeper.get('/api/leads/identity-requests')).json() as { requests: never[] }
    const asked = list.requests.find((request: { leadId: string }) => request.leadId === id) as unknown as {
      id: string
      asker: { keyId: string; publicKey: string }
      shares: { keyId: string; sealed: string }[]
    }
    const place = { leadId: id, part: 'identity' } as const
    const share = await unwrapKey(crypto, place, asked.shares, openerOf(keeper))
    if (share === undefined) throw new Error('the keeper has no share')
    const [released] = await wrapKey(crypto, place, share, [asked.asker])
    const request = `/api/leads/identity-requests/${asked.id}/answer`
    const theirs = await app.signIn({ name: '保管二', roles: ['lead-keeper'], authorities: ['housing'] })
    expect((await theirs.get('/api/leads/identity-requests')).json()).toMatchObject({ requests: [] })
    expect((await theirs.post(request, { share: null })).json()).toMatchObject({ code: 'request-unknown' })
    expect((await one.post(request, { share: released?.sealed })).status).toBe(404)
    expect((await keeper.post(request, { share: released?.sealed })).json()).toEqual({ state: 'granted' })
    const opened = (await one.post(`${url}/identity`)).json() as {
      content: string
      own: { keyId: string; sealed: string }[]
      released: { keyId: string; sealed: string }
      openUntil: string
    }
    expect(opened.openUntil).toBe('2026-03-05')
    const halves = [
      await unwrapKey(crypto, place, opened.own, openerOf(one)),
      await unwrapKey(crypto, place, [opened.released], openerOf(one)),
    ] as const
    if (halves[0] === undefined || halves[1] === undefined) throw new Error('a share is missing')
    const name = textOf(await openSplit(crypto, place, opened.content, [halves[0], halves[1]]))
    expect(name).toContain('王实名')
    expect((await two.post(`${url}/identity`)).json()).toMatchObject({ code: 'request-not-granted' })
    // as if the three days were over: whoever asked would have to log in again after them
    await app.asSuperuser(
      `update leads.identity_request set open_until = '2026-03-01' where lead_id = '${id}'`,
    )
    const later = await one.post(`${url}/identity`)
    expect(later.json()).toMatchObject({ code: 'unlock-over' })
  })
})

describe('a hand-over', () => {
  it('gives the successor what they may know once a second person confirmed, and nothing before', async () => {
    const { id } = await file()
    const heir = await app.signIn({ name: '接任', roles: ['lead-handler'] })
    const { keyId, publicKey } = await keyFor(heir, 'handler', keeper)
    const draft = (await one.get(`/api/leads/hand-overs/draft?to=${keyId}`)).json() as HandOverDraft
    const sealed = await sealedOver(draft, openerOf(one), { keyId, publicKey })
    const proposed = await one.post('/api/leads/hand-overs', { to: keyId, ...sealed })
    const { id: handOver } = proposed.json() as { id: string }
    expect((await heir.post(`/api/leads/${id}/opening`, purpose)).json()).toMatchObject({
      code: 'no-key-of-yours',
    })
    const confirmation = `/api/leads/hand-overs/${handOver}/confirmation`
    expect((await one.post(confirmation, { retires: 'keep' })).json()).toMatchObject({
      code: 'own-hand-over',
    })
    expect((await keeper.post(confirmation, { retires: 'keep' })).status).toBe(200)
    expect(parseReport(await read(heir, id))).toMatchObject({ value: { text: canary } })
  })

  it('leaves nothing out unless it is said why', async () => {
    await file()
    const heir = await app.signIn({ name: '接任二', roles: ['lead-handler'] })
    const { keyId, publicKey } = await keyFor(heir, 'handler', keeper)
    const draft = (await two.get(`/api/leads/hand-overs/draft?to=${keyId}`)).json() as HandOverDraft
    const wraps = draft.wraps.filter((wrap) => wrap.own.keyId === openerOf(two).keyId).slice(0, 1)
    const sealed = await sealedOver({ wraps, shares: [] }, openerOf(two), { keyId, publicKey })
    const body = { to: keyId, ...sealed }
    expect((await two.post('/api/leads/hand-overs', body)).json()).toMatchObject({
      code: 'hand-over-incomplete',
    })
    const leavesOut = '其余的口令已经忘记'
    expect((await two.post('/api/leads/hand-overs', { ...body, leavesOut })).status).toBe(201)
    const { handOvers } = (await keeper.get('/api/leads/hand-overs')).json() as { handOvers: object[] }
    expect(handOvers).toContainEqual(
      expect.objectContaining({ from: '纪二', to: '接任二', leads: 1, leftOutReason: leavesOut }),
    )
  })

  it('leaves behind what is about the successor’s own authority', async () => {
    await file()
    const to = openerOf(reported).keyId
    const draft = (await one.get(`/api/leads/hand-overs/draft?to=${to}`)).json() as { wraps: unknown[] }
    expect(draft.wraps).toEqual([])
  })
})

describe('a lead that begins at the desk', () => {
  const sealed = async (id: string, about: string) => {
    const { readers } = (await one.get(`/api/leads/readers?about=${about}`)).json() as Pick<Opened, 'readers'>
    return sealEnvelope(crypto, { leadId: id, part: 'content' }, bytes('接办'), readers)
  }

  it('is red from its first day where somebody was retaliated against', async () => {
    const follows = (await file()).id
    const id = randomUUID()
    const body = { id, origin: 'retaliation', about: 'housing', suggestion: null, follows }
    expect((await one.post('/api/leads', { ...body, ...(await sealed(id, 'housing')) })).status).toBe(201)
    const { leads } = (await one.get('/api/leads')).json() as { leads: { id: string; light: string }[] }
    expect(leads.find((lead) => lead.id === id)?.light).toBe('red')
    expect(leads[0]?.light).toBe('red')
  })

  it('takes a suggestion of the lights over, once', async () => {
    const supervisedId = randomUUID()
    await app.asSuperuser(`insert into leads.suggestion (supervised_id, node, project, decided_on)
      values ('${supervisedId}', 'start', '精密仪器仪表生产基地', '2026-03-01')`)
    const suggestions = async () =>
      ((await one.get('/api/leads')).json() as { suggestions: object[] }).suggestions
    expect(await suggestions()).toMatchObject([{ supervisedId, project: '精密仪器仪表生产基地' }])
    const begin = async () => {
      const id = randomUUID()
      const body = {
        id,
        origin: 'light',
        about: 'water',
        suggestion: { supervisedId, node: 'start' },
        follows: null,
      }
      return one.post('/api/leads', { ...body, ...(await sealed(id, 'water')) })
    }
    expect((await begin()).status).toBe(201)
    expect((await begin()).json()).toMatchObject({ code: 'suggestion-not-open' })
    expect(await suggestions()).toEqual([])
  })
})
