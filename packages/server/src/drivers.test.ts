import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { openMessages, openReceiver, openSigner } from './drivers.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

interface Asked {
  readonly headers: IncomingHttpHeaders
  readonly body: Record<string, string>
}

/** A service on this machine that answers what the test says. */
async function aService(
  answer: (asked: Asked) => { readonly status?: number; readonly json?: object },
): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Asked['body']
      const { status = 200, json = {} } = answer({ headers: request.headers, body })
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const real = {
  GUANJIA_IDENTITY_ISSUER: 'https://id.example',
  GUANJIA_IDENTITY_CLIENT_SECRET: 's',
  GUANJIA_IDENTITY_ASSURANCE: 'face=face',
  GUANJIA_SMTP_URL: 'smtp://mail.example',
  GUANJIA_SMS_GATEWAY_URL: 'https://sms.example',
  GUANJIA_SMS_GATEWAY_TOKEN: 't',
  GUANJIA_APPLICANT_SIGNER_URL: 'https://sign.example',
  GUANJIA_APPLICANT_SIGNER_TOKEN: 't',
  GUANJIA_RECEIVER_URLS: 'seal=https://seal.example',
  GUANJIA_RECEIVER_TOKEN: 't',
}
const resources = {
  clock: { now: () => new Date(0) },
  get database(): never {
    throw new Error('a real driver keeps nothing in the database')
  },
} as unknown as Parameters<typeof openMessages>[0]['resources']

function options(env: Readonly<Record<string, string>>) {
  return { ...readConfig({ ...real, ...env }), resources }
}

const tax = { id: 'tax', name: '税务' }
const entity = {
  id: 'push-1',
  occasion: 'set-up' as const,
  unifiedCode: '91370200163562681G',
  name: '青岛试验有限公司',
  establishedOn: '2026-03-02',
}

describe('a real zone', () => {
  it('opens no simulator: every authority of the content needs an address', () => {
    expect(() => openReceiver(options({}), tax)).toThrow(
      'GUANJIA_RECEIVER_URLS (tax, 税务) is not set, and only a demonstration simulates it: set it, or start with --demo.',
    )
    expect(openReceiver(options({}), { id: 'seal', name: '印章' })).toMatchObject({ id: 'seal' })
    expect(openMessages(options({}))).toBeTypeOf('function')
    expect(openSigner(options({}))).toMatchObject({ sign: expect.any(Function) })
  })

  it('keeps to what is simulated in a demonstration, and uses what is set there too', () => {
    const { config, secrets } = readConfig({}, { demonstration: true })
    expect(openReceiver({ config, secrets, resources }, tax)).toMatchObject({ id: 'tax' })
  })
})

describe('an authority that is told of a company', () => {
  it('gives its receipt, and is told the same push under the same key', async () => {
    const heard: Asked[] = []
    const url = await aService((asked) => {
      heard.push(asked)
      return { json: { number: 'SW-1', receivedAt: '2026-03-02T01:00:00Z' } }
    })
    const receiver = openReceiver(options({ GUANJIA_RECEIVER_URLS: `tax=${url}?to=a=b` }), tax)
    expect(await receiver.push(entity)).toEqual({ number: 'SW-1', receivedAt: '2026-03-02T01:00:00Z' })
    expect(heard).toMatchObject([
      { headers: { authorization: 'Bearer t', 'idempotency-key': 'push-1' }, body: entity },
    ])
  })

  it.each([
    [{ status: 503 }, 'the receiver tax answered 503'],
    [{ json: { number: '' } }, 'number'],
  ])('is told again when it answers %j', async (answer, sentence) => {
    const url = await aService(() => answer)
    const receiver = openReceiver(options({ GUANJIA_RECEIVER_URLS: `tax=${url}` }), tax)
    await expect(receiver.push(entity)).rejects.toThrow(sentence)
  })
})

describe('the signing service', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  const bytes = Buffer.from('设立文书')
  const signed = (message: Buffer) => ({
    algorithm: 'Ed25519',
    keyId: 'k1',
    publicKey: raw.toString('base64'),
    signature: sign(null, message, privateKey).toString('base64'),
  })

  it('signs the bytes it was sent with the key of the person', async () => {
    const url = await aService(({ body }) => ({ json: signed(Buffer.from(body['message'] ?? '', 'base64')) }))
    const signature = await openSigner(options({ GUANJIA_APPLICANT_SIGNER_URL: url })).sign('p1', bytes)
    expect(signature).toMatchObject({ algorithm: 'Ed25519', keyId: 'k1' })
    expect(Buffer.from(signature.publicKey)).toEqual(raw)
  })

  it('is not believed when its signature is of something else', async () => {
    const url = await aService(() => ({ json: signed(Buffer.from('别的')) }))
    const signer = openSigner(options({ GUANJIA_APPLICANT_SIGNER_URL: url }))
    await expect(signer.sign('p1', bytes)).rejects.toThrow('a signature that does not verify')
  })
})
