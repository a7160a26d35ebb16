import { identityCheckCharacter } from '@guanjia/core/registration'
import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import { handIn, openPapers } from '@guanjia/devkit/test-papers'
import {
  aFilledDraft,
  anApplicant,
  changeAnswers,
  type Draft,
  ok,
  reasonCodes,
  signDraft,
  submitDraft,
} from '@guanjia/devkit/test-registration'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registrationTables } from './registration-tables.ts'

const base = '/api/registration/applications'
let app: TestApp
let trade = 0

beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
})

afterAll(() => app.close())

const trades = ['松岳', '柏川', '云舟', '晴禾', '明渡', '嘉陌', '长汀', '沐野', '远岑', '泽畔']

function nextName(industry = '信息技术', form = '有限公司'): string {
  return `青岛${trades[trade++]}${industry}${form}`
}

function faultsOf({ id, owner }: Draft) {
  return ok<{ faults: { field: string; code: string }[]; verdict: string | null }>(
    owner.post(`${base}/${id}/check`),
  )
}

function licenceOf(id: string) {
  return registrationTables(app.database)
    .selectFrom('licence')
    .select('document')
    .where('application_id', '=', id)
    .executeTakeFirstOrThrow()
}

describe('an individual business', () => {
  it('goes from an empty form to a licence with its operator, with a name', async () => {
    const draft = await aFilledDraft(await anApplicant(app), {
      kind: 'IND',
      name: '青岛沧浪便利店',
      seat: 'panggu-1-5-1-1',
      changed: { scope: { entryIds: ['f52-01'] } },
    })
    expect(await submitDraft(await signDraft(draft))).toMatchObject({ outcome: 'approved' })
    expect((await licenceOf(draft.id)).document).toMatchObject({
      name: '青岛沧浪便利店',
      type: '个体工商户',
      composition: '个人经营',
      representative: { role: 'operator', name: '林海宁' },
      capitalMinor: null,
    })
  })

  it('does without a name', async () => {
    const draft = await aFilledDraft(await anApplicant(app), {
      kind: 'IND',
      seat: 'panggu-1-5-1-2',
      changed: { name: { use: 'none' }, scope: { entryIds: ['f52-01'] } },
    })
    expect(await submitDraft(await signDraft(draft))).toMatchObject({ outcome: 'approved' })
    expect((await licenceOf(draft.id)).document).toMatchObject({ name: null })
  })

  it('says where its operator lives, and names a member of the family besides the operator', async () => {
    const draft = await aFilledDraft(await anApplicant(app), {
      kind: 'IND',
      seat: 'panggu-1-5-1-3',
      changed: { name: { use: 'none' }, composition: 'family', familyIds: ['p1'], operatorResidence: '' },
    })
    expect((await faultsOf(draft)).faults.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'operatorResidence address-too-short',
      'familyIds family-without-members',
    ])
  })
})

describe('what may be applied for and goes to a registrar', () => {
  it.each([
    [
      'premises of one’s own',
      { premises: { address: '山东省青岛市高新区河东路100号2号楼301', right: 'rented' } },
      'seat-unknown',
    ],
    [
      'words of one’s own for the scope',
      { scope: { entryIds: ['i65-01'], own: ['海藻画制作'] } },
      'scope-not-standard',
    ],
    [
      'a capital of a billion yuan',
      { capital: { amount: '1000000000', paidInBy: '2031-03-31' } },
      'amount-unusual',
    ],
    ['a situation that was declared', { special: ['state-owned'] }, 'special-state-owned'],
  ])('%s', async (what, changed, code) => {
    const seat = what.startsWith('premises') ? {} : { seat: `panggu-1-6-1-${trade + 1}` }
    const draft = await aFilledDraft(await anApplicant(app), { name: nextName(), ...seat, changed })
    if (what.startsWith('premises')) await handIn(draft.owner, { id: draft.id, paper: 'address-rented' })
    const submission = await submitDraft(await signDraft(draft))
    expect([submission.outcome, reasonCodes(submission)]).toEqual(['with-officer', [code]])
  })

  it('keeps both on the papers and before the registrar', async () => {
    const owner = await anApplicant(app)
    const changed = {
      premises: { address: '山东省青岛市高新区河东路100号2号楼302', right: 'owned' },
      scope: { entryIds: ['i65-01'], own: ['海藻画制作'] },
    }
    const draft = await aFilledDraft(owner, { name: nextName(), changed })
    await handIn(owner, { id: draft.id, paper: 'address-owned' })
    const { scopeText, scopeEntries } = await ok<{ scopeText: string; scopeEntries: unknown }>(
      owner.get(`${base}/${draft.id}`),
    )
    expect(scopeText).toContain('软件开发；海藻画制作')
    expect(scopeEntries).toEqual([{ id: 'i65-01', text: '软件开发', gloss: null, mark: 'U' }])
    const { version } = await ok<{ version: number }>(owner.get(`${base}/${draft.id}`))
    const { links } = await ok<{ links: { url: string }[] }>(
      owner.post(`${base}/${draft.id}/signatures`, { version }),
    )
    const token = links[0]?.url.split('/').at(-1) ?? ''
    const { documents } = await ok<{ documents: { kind: string; content: unknown }[] }>(
      owner.get(`/api/registration/signing/${token}`),
    )
    expect(documents[0]?.content).toMatchObject({ address: changed.premises.address, scope: scopeText })
    expect(documents.find(({ kind }) => kind === 'appointments')?.content).toMatchObject({
      beneficialOwners: ['p1'],
    })
  })

  it('wants an address that can be found, and a person behind a company', async () => {
    const owner = await anApplicant(app)
    const company = {
      kind: 'company',
      id: 'c1',
      name: '青岛汉唐生物科技有限公司',
      unifiedCode: '91370222MA3C00011K',
      signedBy: 'p1',
    }
    const person = { kind: 'person', id: 'p1', name: owner.name, phone: '13900000001' }
    const draft = await aFilledDraft(owner, {
      name: nextName(),
      changed: {
        premises: { address: '家里', right: 'owned' },
        parties: [{ ...person, identityNumber: owner.identityNumber }, company],
        shareholders: [{ partyId: 'c1', percent: '100', form: 'money' }],
      },
    })
    expect((await faultsOf(draft)).faults.map(({ code }) => code)).toEqual([
      'address-too-short',
      'paper-missing',
      'beneficial-owner-missing',
    ])
  })
})

describe('premises of one’s own', () => {
  it('are approved by a registrar without a seat, and stand on the licence', async () => {
    const owner = await anApplicant(app)
    const premises = { address: '山东省青岛市高新区河东路100号2号楼303', right: 'lent' }
    const draft = await aFilledDraft(owner, { name: nextName(), changed: { premises } })
    await handIn(owner, { id: draft.id, paper: 'address-lent' })
    expect(await submitDraft(await signDraft(draft))).toMatchObject({ outcome: 'with-officer' })
    const registrar = await app.signIn({ name: '王敏', roles: ['registrar'] })
    await ok(registrar.post(`/api/registration/queue/${draft.id}/claim`))
    await openPapers(registrar, draft.id)
    const ruling = { outcome: 'approved', reason: '住所材料已核对' }
    expect(await ok(registrar.post(`/api/registration/queue/${draft.id}/decision`, ruling))).toMatchObject({
      outcome: 'approved',
    })
    expect((await licenceOf(draft.id)).document).toMatchObject({ premises: premises.address })
  })
})

describe('numbers typed in another way', () => {
  const wide = (text: string) =>
    text.replace(/[\dX]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

  it('are one person: the link opens, and the same person twice is a fault', async () => {
    const owner = await anApplicant(app)
    const number = owner.identityNumber
    const typed = `${wide(number.slice(0, 6))} ${wide(number.slice(6, 14))} ${wide(number.slice(14)).toLowerCase()}`
    const person = {
      kind: 'person',
      id: 'p1',
      name: owner.name,
      identityNumber: typed,
      phone: '139 0000 0001',
    }
    const draft = await aFilledDraft(owner, {
      name: nextName(),
      seat: 'panggu-1-7-1-1',
      changed: { parties: [person], scope: { entryIds: ['i65-01', 'i65-01'] } },
    })
    expect(await submitDraft(await signDraft(draft))).toMatchObject({ outcome: 'approved' })
    const { document } = await licenceOf(draft.id)
    expect(JSON.stringify(document).match(/软件开发/g)).toHaveLength(1)
    const twice = await aFilledDraft(owner, {
      changed: { parties: [person, { ...person, id: 'p2', identityNumber: number }] },
    })
    expect((await faultsOf(twice)).faults).toContainEqual(
      expect.objectContaining({ field: 'parties.1', code: 'person-twice' }),
    )
  })

  it('two people under one key are a fault', async () => {
    const owner = await anApplicant(app)
    const first17 = '37021419900412888'
    const other = first17 + identityCheckCharacter(first17)
    const draft = await aFilledDraft(owner)
    const person = { kind: 'person', id: 'p1', phone: '13900000001' }
    await changeAnswers(draft, {
      parties: [
        { ...person, name: owner.name, identityNumber: owner.identityNumber },
        { ...person, name: '周文澜', identityNumber: other },
      ],
    })
    expect((await faultsOf(draft)).faults).toContainEqual(
      expect.objectContaining({ field: 'parties.1', code: 'person-twice' }),
    )
  })
})
