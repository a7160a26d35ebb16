import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type IdentityServiceAddress, openIdentityService } from './identity-service.ts'
import { simulateIdentityService } from './identity-simulator/identity-provider.ts'

const person = {
  subject: 's-1',
  name: '林海宁',
  identityNumber: '370214198804120012',
  phone: '13900000001',
  note: '',
}

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** The simulator on this machine, and a client of it that reads `assurance` out of its answers. */
async function aService(assurance: IdentityServiceAddress['assurance']) {
  const server = createServer()
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const client = {
    issuer: `http://127.0.0.1:${port}/identity`,
    clientId: 'guanjia',
    clientSecret: 'a secret of the test that is long enough',
    redirectUri: `http://127.0.0.1:${port}/back`,
  }
  const simulator = simulateIdentityService({ ...client, people: [person] })
  server.on('request', (request, response) => void simulator(request, response))
  return openIdentityService({ ...client, assurance })
}

/** A browser that keeps cookies, chooses the person on the log-in page, and follows until it is sent back. */
async function browse(start: string, choice: string): Promise<URL> {
  const jar = new Map<string, string>()
  let url = start
  for (let hops = 0; hops < 10; hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = response.headers.get('location')
    url = location === null ? `${url}?${choice}` : new URL(location, url).href
    if (new URL(url).pathname === '/back') return new URL(url)
  }
  throw new Error(`the browser was never sent back, it stands at ${url}`)
}

async function logInWith(assurance: IdentityServiceAddress['assurance'], choice: string) {
  const service = await aService(assurance)
  const started = await service.start('/my/cases')
  if (!started.ok) throw new Error(started.code)
  return service.finish(await browse(started.value.url, choice), started.value.pending)
}

describe(openIdentityService, () => {
  const both = { face: 'face', sms: 'sms' } as const

  it('tells a face from a text message', async () => {
    const { note: _note, ...known } = person
    const byFace = await logInWith(both, 'person=s-1')
    expect(byFace).toMatchObject({ ok: true, value: { ...known, assurance: 'face' } })
    expect(byFace.ok && byFace.value.issuer).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/identity$/)
    expect(await logInWith(both, 'person=s-1&acr=sms')).toMatchObject({ value: { assurance: 'sms' } })
  })

  it('goes by what the zone says an acr means, and refuses one of which it says nothing', async () => {
    expect(await logInWith({ face: 'sms' }, 'person=s-1')).toMatchObject({ value: { assurance: 'sms' } })
    expect(await logInWith({ face: 'face' }, 'person=s-1&acr=sms')).toMatchObject({
      ok: false,
      code: 'assurance-unknown',
    })
  })
})
