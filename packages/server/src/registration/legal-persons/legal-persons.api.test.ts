import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import { ok, type RegistrationDesk, registrationDesk } from '@guanjia/devkit/test-registration'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulatedLegalPersons } from './legal-person-simulator.ts'

const zone = join(import.meta.dirname, '../../../../../content/qingdao')
const beijing = { unifiedCode: '91110108MA3DEM0430', name: '北京中关软信息技术有限公司' }
const qingdao = { unifiedCode: '91370202MA3DEM0194', name: '青岛山海测控设备有限公司' }
const abnormal = { unifiedCode: '91370203MA3DEM027D', name: '青岛云帆智能装备有限公司' }
const unheardOf = { unifiedCode: '91370200163562681G', name: '青岛从未听说有限公司' }

let app: TestApp
let desk: RegistrationDesk
let service: Server
let answering = true

/** The service of the province: the simulator behind a real door, which asks for the token. */
beforeAll(async () => {
  const register = simulatedLegalPersons(zone)
  service = createServer((request, response) => {
    const code = decodeURIComponent(request.url?.split('/').at(-1) ?? '')
    const known = request.headers.authorization === 'Bearer token-1'
    void register.find(code).then((found) => {
      response.statusCode = answering && known ? (found === undefined ? 404 : 200) : 503
      response.end(JSON.stringify(found ?? {}))
    })
  })
  await new Promise<void>((resolve) => {
    service.listen(0, '127.0.0.1', resolve)
  })
  const { port } = service.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const env = { GUANJIA_LEGAL_PERSON_URL: url, GUANJIA_LEGAL_PERSON_TOKEN: 'token-1' }
  app = await testApp({ now: '2026-04-01T01:30:00Z', env })
  desk = registrationDesk(app)
})

afterAll(async () => {
  await app.close()
  service.close()
})

/** Submits an application whose shareholder is this company. */
async function submitWith(company: { readonly unifiedCode: string; readonly name: string }) {
  const owner = await desk.someone()
  const { name, identityNumber } = owner
  const draft = await desk.aDraft(owner, {
    parties: [
      { kind: 'person', id: 'p1', name, identityNumber, phone: '13900000001' },
      { kind: 'company', id: 'c1', ...company, signedBy: 'p1' },
    ],
    shareholders: [{ partyId: 'c1', percent: '100', form: 'money' }],
    beneficialOwners: ['p1'],
  })
  const result = await ok<{ outcome: string; reasons?: { id: string; because: { code: string }[] }[] }>(
    desk.submit(await desk.signed(draft)),
  )
  const codes = (result.reasons ?? []).flatMap(({ id, because }) =>
    because.map(({ code }) => `${id} ${code}`),
  )
  return { outcome: result.outcome, codes }
}

describe('a company that holds shares', () => {
  it('of the city, known under this name, is approved at once', async () => {
    expect(await submitWith(qingdao)).toEqual({ outcome: 'approved', codes: [] })
  })
  it('is known however its brackets and spaces are written', async () => {
    expect(await submitWith({ ...qingdao, name: '青岛山海测控设备 有限公司' })).toMatchObject({
      outcome: 'approved',
    })
  })
  it('of another province goes to a person', async () => {
    expect(await submitWith(beijing)).toEqual({
      outcome: 'with-officer',
      codes: ['Q10 shareholder-elsewhere'],
    })
  })
  it('with a real code under a false name is refused', async () => {
    expect(await submitWith({ ...qingdao, name: '青岛假名测控设备有限公司' })).toEqual({
      outcome: 'refused',
      codes: ['Q2 company-not-in-register'],
    })
  })
  it('on the list of abnormal operations goes to a person', async () => {
    expect(await submitWith(abnormal)).toEqual({ outcome: 'with-officer', codes: ['Q15 investor-abnormal'] })
  })
  it('that no register knows goes to a person and is not refused', async () => {
    const { outcome, codes } = await submitWith(unheardOf)
    expect(outcome).toBe('with-officer')
    expect(codes).toContain('Q2 company-unknown')
  })
  it('goes to a person while the register does not answer', async () => {
    answering = false
    const { outcome, codes } = await submitWith(qingdao)
    answering = true
    expect(outcome).toBe('with-officer')
    expect(codes).toContain('Q2 company-unknown')
  })
})
