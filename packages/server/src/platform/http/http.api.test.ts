import { defineRoute } from '@guanjia/contract/route'
import { anonymous, type Principal, systemPrincipal } from '@guanjia/core/access'
import { accept, refuse } from '@guanjia/core/kernel'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { int, undefined as nothing, object, string } from 'zod'
import { answer, redirect } from './answer.ts'
import { createHttp, type Http, type HttpOptions } from './http.ts'

const write = defineRoute({
  id: 'test.write',
  method: 'POST',
  path: '/api/things/:id',
  action: 'registration.edit',
  summary: 'Writes a thing',
  params: object({ id: string().max(5) }),
  body: object({ amount: int().min(1) }),
  response: object({ id: string(), amount: int() }),
  problems: ['thing-taken'],
  idempotent: true,
})

const read = defineRoute({
  id: 'test.read',
  method: 'GET',
  path: '/api/things/:id',
  action: 'public.read',
  summary: 'Reads a thing',
  params: object({ id: string() }),
  response: object({ id: string() }),
  problems: ['thing-away'],
})

const move = defineRoute({
  id: 'test.move',
  method: 'GET',
  path: '/api/moved',
  action: 'public.read',
  summary: 'Leads elsewhere',
  response: nothing(),
  success: 302,
  produces: 'text/plain',
})

const mine: Principal = {
  kind: 'person',
  id: 'p1',
  name: '王小青',
  assurance: 'face',
  roles: ['applicant'],
  authorities: [],
  memberships: [],
  delegations: [],
}

let http: Http | undefined
let lines: string[] = []

afterEach(async () => {
  await http?.close()
  lines = []
})

/** A door with both routes; the reading one does what its id says. */
function open(principal: Principal = mine, changes: Partial<HttpOptions> = {}): Http {
  http = createHttp({
    declared: [write, read, move],
    logger: pino({}, { write: (line: string) => void lines.push(line) }),
    proxyHops: 0,
    bodyLimitBytes: 200,
    publicOrigin: 'https://guanjia.example',
    requestsPerMinute: 0,
    isClosing: () => false,
    isDiskNearlyFull: () => false,
    observeRequest: () => undefined,
    identify: async () => ({ principal, endsAt: new Date(0) }),
    problemTexts: (code, language) => ({ title: `${language} ${code}`, detail: 'mend it' }),
    ...changes,
  })
  http.implement(
    write,
    async ({ params, body, key, bodyHash }) =>
      body.amount === 13
        ? refuse('thing-taken', { secret: '王小青', until: '2026-12-20', most: 3 })
        : accept(answer({ id: `${params.id} ${key} ${bodyHash?.length}`, ...body }, { status: 201 })),
    { 'thing-taken': 409 },
    async ({ params }) => (params.id === 'gone' ? undefined : { ownerId: params.id }),
  )
  http.implement(
    read,
    async ({ params: { id } }) => {
      if (id === 'bug') throw new Error('password of 王小青 is hunter2')
      if (id === 'away') throw Object.assign(new Error('cut'), { code: '57P01' })
      if (id === 'leaky') return accept({ id, identityNumber: '370202198001010117' })
      if (id === 'wrong') return accept({ id: 7 as unknown as string })
      return id === 'lost' ? refuse('thing-away') : accept({ id })
    },
    { 'thing-away': 410 },
  )
  http.implement(
    move,
    async () => accept(redirect('/there', { cookies: [{ name: 'c', value: 'v', maxAge: 60 }] })),
    {},
  )
  return http
}

function post(
  door: Http,
  url: string,
  body: unknown,
  headers: Record<string, string> = { 'idempotency-key': 'k' },
) {
  return door.inject({ method: 'POST', url, headers, body })
}

function get(door: Http, url: string, headers: Record<string, string> = {}) {
  return door.inject({ method: 'GET', url, headers })
}

describe(createHttp, () => {
  it('gives the handler the checked input, the key and a hash of the body', async () => {
    const response = await post(open(), '/api/things/p1', { amount: 2, more: true })
    expect(response.status).toBe(201)
    expect(response.json()).toEqual({ id: 'p1 k 64', amount: 2 })
  })

  it('answers malformed input with every field, in the reader’s language', async () => {
    const response = await post(
      open(),
      '/api/things/toolong',
      { amount: 0 },
      { 'idempotency-key': 'k', 'accept-language': 'en-GB' },
    )
    expect(response.status).toBe(400)
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(response.json()).toMatchObject({
      type: '/problems/input-malformed',
      title: 'en input-malformed',
      status: 400,
      code: 'input-malformed',
      correlationId: response.headers['x-correlation-id'],
      errors: [{ field: 'params.id', code: 'too_big' }],
    })
    const body = await post(open(), '/api/things/p1', { amount: 0 })
    expect(body.json()).toMatchObject({
      title: 'zh-CN input-malformed',
      errors: [{ field: 'body.amount', code: 'too_small' }],
    })
  })

  it('puts the values of a refusal into its text, days in words', async () => {
    const problemTexts = () => ({ title: 'taken', detail: 'at most {most}, until {until}' })
    const door = open(mine, { problemTexts })
    const response = await post(door, '/api/things/p1', { amount: 13 })
    expect(response.json()).toMatchObject({ detail: 'at most 3, until 2026年12月20日' })
  })

  it('sends a refusal with its status and without what was behind it', async () => {
    const response = await post(open(), '/api/things/p1', { amount: 13 })
    expect(response.status).toBe(409)
    expect(response.json()).toMatchObject({ code: 'thing-taken', type: '/problems/thing-taken' })
    expect(response.text).not.toContain('王小青')
    expect((await get(open(), '/api/things/lost')).status).toBe(410)
  })

  it.each([
    { who: 'nobody', principal: anonymous, id: 'p1', told: { status: 401, code: 'log-in-required' } },
    {
      who: 'nobody, for what is not there',
      principal: anonymous,
      id: 'gone',
      told: { status: 401, code: 'log-in-required' },
    },
    {
      who: 'a stranger, as if it were not there',
      principal: { ...mine, id: 'p2' },
      id: 'p1',
      told: { status: 404, code: 'not-found' },
    },
    {
      who: 'anybody, for what is not there',
      principal: mine,
      id: 'gone',
      told: { status: 404, code: 'not-found' },
    },
    {
      who: 'the platform itself',
      principal: systemPrincipal('x'),
      id: 'p1',
      told: { status: 403, code: 'not-allowed' },
    },
  ])('turns away $who', async ({ principal, id, told }) => {
    const response = await post(open(principal), `/api/things/${id}`, { amount: 1 })
    expect(response.json()).toMatchObject(told)
  })

  it('wants a key where the route says so', async () => {
    const response = await post(open(), '/api/things/p1', { amount: 1 }, {})
    expect(response.json()).toMatchObject({ status: 400, code: 'idempotency-key-missing' })
    const long = await post(open(), '/api/things/p1', { amount: 1 }, { 'idempotency-key': 'k'.repeat(256) })
    expect(long.json()).toMatchObject({ code: 'idempotency-key-missing' })
  })

  it('tells nothing of a bug, and logs it once under its correlation id', async () => {
    const response = await get(open(), '/api/things/bug', {
      'x-correlation-id': '0199b1c2-7d3e-7000-8000-000000000001',
    })
    expect(response.json()).toEqual({
      type: '/problems/internal-error',
      title: 'zh-CN internal-error',
      status: 500,
      detail: 'mend it',
      code: 'internal-error',
      correlationId: '0199b1c2-7d3e-7000-8000-000000000001',
    })
    expect(
      lines.filter(
        (line) => line.includes('request failed') && line.includes('0199b1c2-7d3e-7000-8000-000000000001'),
      ),
    ).toHaveLength(1)
  })

  it('says that the service is interrupted when the database is away, and when to come back', async () => {
    const response = await get(open(), '/api/things/away')
    expect(response.json()).toMatchObject({ status: 503, code: 'service-interrupted' })
    expect(response.headers['retry-after']).toBe('5')
  })

  it('sends only what the contract declares', async () => {
    expect((await get(open(), '/api/things/leaky')).json()).toEqual({ id: 'leaky' })
    expect((await get(open(), '/api/things/wrong')).status).toBe(500)
  })

  it('redirects with a cookie that scripts cannot read', async () => {
    const { status, headers } = await get(open(), '/api/moved')
    expect(status).toBe(302)
    expect(headers['location']).toBe('/there')
    expect(headers['set-cookie']).toBe('c=v; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax')
  })

  it.each([
    ['another site', { origin: 'https://evil.example' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['another site without an origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['our pages', { origin: 'https://guanjia.example' }, 201],
    ['a program', {}, 201],
  ])('takes changes from trusted senders: %s', async (_, headers, status) => {
    const response = await post(
      open(),
      '/api/things/p1',
      { amount: 1 },
      { 'idempotency-key': 'k', ...headers },
    )
    expect(response.status).toBe(status)
  })

  it('takes no new work on a nearly full disk, and still answers questions', async () => {
    const door = open(mine, { isDiskNearlyFull: () => true })
    const refused = await post(door, '/api/things/p1', { amount: 1 })
    expect(refused.json()).toMatchObject({ status: 503, code: 'disk-nearly-full' })
    expect(refused.headers['retry-after']).toBe('5')
    expect((await get(door, '/api/things/x')).status).toBe(200)
  })

  it('refuses everything while it closes', async () => {
    const response = await get(open(mine, { isClosing: () => true }), '/api/things/x')
    expect(response.json()).toMatchObject({ status: 503, code: 'shutting-down' })
  })

  it('refuses a body that is too large, of another type, or no JSON', async () => {
    const door = open()
    const large = await post(door, '/api/things/p1', { amount: 1, more: 'x'.repeat(300) })
    expect(large.json()).toMatchObject({ status: 413, code: 'request-too-large' })
    const type = { 'idempotency-key': 'k', 'content-type': 'text/xml' }
    expect((await post(door, '/api/things/p1', '<a/>', type)).json()).toMatchObject({ status: 415 })
    const json = { 'idempotency-key': 'k', 'content-type': 'application/json' }
    expect((await post(door, '/api/things/p1', '{"a', json)).json()).toMatchObject({
      status: 400,
      code: 'input-malformed',
    })
  })

  it('answers an unknown address with a problem', async () => {
    expect((await get(open(), '/api/nothing')).json()).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('limits a sender from outside', async () => {
    const door = open(mine, { requestsPerMinute: 2, proxyHops: 1 })
    const from = (ip: string) =>
      get(door, '/api/things/x', { 'x-forwarded-for': ip }).then(({ status }) => status)
    expect([await from('9.9.9.9'), await from('9.9.9.9'), await from('9.9.9.9')]).toEqual([200, 200, 429])
    expect(await from('8.8.8.8')).toBe(200)
    // what stands before the address that our proxy added was written by the sender
    expect([await from('127.0.0.1, 9.9.9.9'), await from('7.7.7.7, 9.9.9.9')]).toEqual([429, 429])
  })

  it('counts a sender behind a proxy that nobody told of, and this machine itself not', async () => {
    const door = open(mine, { requestsPerMinute: 1 })
    const proxied = () => get(door, '/api/things/x', { 'x-forwarded-for': '127.0.0.1' })
    expect([(await proxied()).status, (await proxied()).status]).toEqual([200, 429])
    expect((await get(door, '/api/things/x')).status).toBe(200)
  })

  it('writes neither addresses nor bodies into the log', async () => {
    const door = open()
    await get(door, '/api/things/370202198001010117?name=%E7%8E%8B')
    await post(door, '/api/things/p1', { amount: 1 })
    const log = lines.join('')
    expect(log).toContain('"route":"/api/things/:id"')
    expect(log).toContain('"principal":"person:p1"')
    expect(log).not.toMatch(/370202198001010117|%E7|王小青|amount/)
  })

  it('sends the headers of the golden file with every answer', async () => {
    const door = open()
    const answers = {
      'GET /api/things/x': await get(door, '/api/things/x'),
      'GET /nowhere': await get(door, '/nowhere'),
      'POST from another site': await post(door, '/api/things/p1', {}, { origin: 'https://evil.example' }),
      'GET /api': await get(door, '/api'),
    }
    const changing = new Set(['date', 'x-correlation-id', 'connection', 'content-length'])
    const seen = Object.entries(answers).map(([name, { status, headers }]) =>
      [
        `${name} ${status}`,
        ...Object.entries(headers)
          .filter(([key]) => !changing.has(key))
          .map(([key, value]) => `  ${key}: ${value}`)
          .toSorted(),
      ].join('\n'),
    )
    await expect(`${seen.join('\n\n')}\n`).toMatchFileSnapshot('golden/headers.txt')
  })
})
