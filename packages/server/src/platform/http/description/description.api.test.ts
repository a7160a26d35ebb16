import { defineRoute } from '@guanjia/contract/route'
import { anonymous } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { int, object, string } from 'zod'
import { createHttp, type Http } from '../http.ts'

const write = defineRoute({
  id: 'test.write',
  method: 'POST',
  path: '/api/things/:id',
  action: 'registration.edit',
  summary: 'Writes a thing',
  params: object({ id: string().max(5) }),
  body: object({ amount: int().min(1) }),
  response: object({ id: string() }),
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

let door: Http

beforeAll(() => {
  door = createHttp({
    declared: [write, read],
    logger: pino({ level: 'silent' }),
    proxyHops: 0,
    bodyLimitBytes: 200,
    publicOrigin: 'https://guanjia.example',
    requestsPerMinute: 0,
    isClosing: () => false,
    isDiskNearlyFull: () => false,
    observeRequest: () => undefined,
    identify: async () => ({ principal: anonymous, endsAt: new Date(0) }),
    problemTexts: (code, language) =>
      code === 'thing-taken' ? { title: `${language} title`, detail: 'mend <it> by {day}' } : undefined,
  })
  door.implement(write, async ({ params }) => accept(params), { 'thing-taken': 409 })
  door.implement(read, async ({ params }) => accept(params), { 'thing-away': 410 })
})
afterAll(() => door.close())

function get(url: string) {
  return door.inject({ method: 'GET', url })
}

describe('the description of the API', () => {
  it('says on a page what a problem means and how to mend it, in both languages', async () => {
    const page = await get('/problems/thing-taken')
    expect(page.headers['content-type']).toContain('text/html')
    for (const part of ['<h1>zh-CN title</h1>', '<h2>en title</h2>', 'mend &lt;it> by …', 'thing-taken'])
      expect(page.text).toContain(part)
    expect((await get('/problems/nothing')).status).toBe(404)
  })

  it('describes the routes in OpenAPI 3.1', async () => {
    const description = (await get('/api/openapi.json')).json()
    expect(description).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/api/things/{id}': {
          get: {
            operationId: 'test.read',
            security: [],
            responses: {
              200: { content: { 'application/json': {} } },
              410: {
                description: 'thing-away',
                'x-problems': ['thing-away'],
                content: {
                  'application/problem+json': {
                    schema: {
                      allOf: [
                        { $ref: '#/components/schemas/Problem' },
                        { properties: { code: { enum: ['thing-away'] } } },
                      ],
                    },
                  },
                },
              },
              '4XX': { $ref: '#/components/responses/Refusal' },
            },
          },
          post: {
            parameters: expect.arrayContaining([
              expect.objectContaining({ name: 'idempotency-key', in: 'header' }),
            ]),
            operationId: 'test.write',
            requestBody: {},
            security: [{ session: [] }],
            responses: { 409: { 'x-problems': ['thing-taken'] } },
          },
        },
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie' } } },
    })
  })

  it('lists every route on the page for people', async () => {
    const page = await get('/api')
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    for (const words of [
      '/api/things/:id',
      'Writes a thing',
      'registration.edit',
      '409 <a href="/problems/thing-taken">',
    ])
      expect(page.text).toContain(words)
  })
})
