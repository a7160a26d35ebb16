import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let app: TestApp
beforeAll(async () => {
  app = await testApp({ now: '2026-04-01T01:30:00Z' })
}, 240_000)
afterAll(() => app.close())

describe('an Open311 client', () => {
  const send = (method: 'GET' | 'POST', url: string, body?: string) =>
    app.stranger.send({
      method,
      url: `/open311/v2/${url}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      ...(body === undefined ? {} : { body }),
    })

  it('lists services, files and follows, in JSON and in XML', async () => {
    expect((await send('GET', 'services.json')).json()).toHaveLength(6)
    const form = new URLSearchParams({
      service_code: 'utilities',
      description: '人行道地砖破损',
      address_string: '智力岛路1号',
      phone: '13900000007',
      last_name: '马',
    })
    const posted = await send('POST', 'requests.json', form.toString())
    expect(posted.status).toBe(201)
    const [{ service_request_id: number }] = posted.json() as [{ service_request_id: string }]
    const [record] = (await send('GET', `requests/${number}.json`)).json() as [Record<string, unknown>]
    expect(record).toMatchObject({ status: 'open', service_code: 'utilities', description: null })
    const xml = (await send('GET', `requests/${number}.xml`)).text
    expect(xml).toContain(`<service_request_id>${number}</service_request_id>`)
    expect(xml).not.toContain('地砖')
    expect((await app.stranger.post('/api/voice/lookup', { number, phoneTail: '0007' })).status).toBe(200)
  })

  it.each([
    ['service_code=utilities&description=太短&phone=13900000001&address_string=a', 400],
    ['service_code=none&description=人行道地砖破损&phone=13900000001&address_string=a', 404],
    ['service_code=utilities&description=人行道地砖破损&phone=13900000001', 400],
  ])('is told what is wrong with %s', async (form, status) => {
    const answer = await send('POST', 'requests.json', form)
    expect(answer.status).toBe(status)
    expect(answer.json()).toMatchObject([{ code: status }])
  })
})
