import { type Browser, type TestApp, testApp } from '@guanjia/devkit/test-app'
import { codeOf, moved as ok } from '@guanjia/devkit/test-issues'
import { offered, ownRooms } from '@guanjia/devkit/test-rooms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let app: TestApp
let keeper: Browser

beforeAll(async () => {
  app = await testApp({ now: '2026-04-20T01:30:00Z' })
  keeper = await app.signIn({ name: '贺园', roles: ['carrier'], authorities: ['carrier:zhongou'] })
}, 240_000)
afterAll(() => app.close())

function part(marker: number, body: string): Buffer {
  const head = Buffer.from([0xff, marker, 0, body.length + 2])
  return Buffer.concat([head, Buffer.from(body, 'latin1')])
}

const start = Buffer.from([0xff, 0xd8])
const scan = Buffer.concat([part(0xda, 'scan'), Buffer.from([1, 2, 3, 0xff, 0xd9])])
const plain = Buffer.concat([start, scan])
const located = Buffer.concat([start, part(0xe1, 'Exif GPS 36.26 120.34'), scan])

const photo = (shows = '车间内景', bytes = located) => ({ bytes: bytes.toString('base64'), shows })

async function photosSeen(room: string): Promise<readonly { id: string; shows: string }[]> {
  const { photos } = await ok<{ photos: { id: string; shows: string }[] }>(
    app.stranger.get(`/api/space/rooms/${room}`),
  )
  return photos
}

describe('a photo of a room', () => {
  it('is kept without its place, and seen with its words by everybody while the room is offered', async () => {
    const [room = ''] = await offered(keeper, ['照片甲'])
    const own = `/api/space/own-rooms/${room}/photos`
    const { id } = await ok<{ id: string }>(keeper.post(own, photo()))
    expect(await photosSeen(room)).toEqual([{ id, shows: '车间内景' }])
    const seen = await app.stranger.get(`/api/space/rooms/${room}/photos/${id}`)
    expect(seen.headers['content-type']).toBe('image/jpeg')
    expect(Buffer.from(seen.bytes)).toEqual(plain)
    const version = (await ownRooms(keeper)).find((each) => each.id === room)?.version
    await ok(keeper.post(`/api/space/own-rooms/${room}/standing`, { version, standing: 'withdrawn' }))
    expect(await codeOf(app.stranger.get(`/api/space/rooms/${room}/photos/${id}`))).toBe('room-photo-unknown')
    expect((await keeper.get(`${own}/${id}`)).status).toBe(200)
  })

  it('is added once under retry, six at most, and shows nothing of what was taken away', async () => {
    const [room = '', other = ''] = await offered(keeper, ['照片乙', '照片丙'])
    const own = `/api/space/own-rooms/${room}/photos`
    const first = await ok<{ id: string }>(keeper.post(own, photo(), 'the same key'))
    expect(await ok(keeper.post(own, photo(), 'the same key'))).toEqual(first)
    for (let count = 2; count <= 6; count += 1) await ok(keeper.post(own, photo(`第${count}张`)))
    expect(await codeOf(keeper.post(own, photo('第七张')))).toBe('room-has-photos-enough')
    expect((await photosSeen(room)).map(({ shows }) => shows).slice(0, 2)).toEqual(['车间内景', '第2张'])
    expect(await codeOf(keeper.post(`/api/space/own-rooms/${other}/photos/${first.id}/removal`, {}))).toBe(
      'room-photo-unknown',
    )
    await ok(keeper.post(`${own}/${first.id}/removal`, {}))
    expect(await photosSeen(room)).toHaveLength(5)
    expect(await codeOf(app.stranger.get(`/api/space/rooms/${room}/photos/${first.id}`))).toBe(
      'room-photo-unknown',
    )
    await ok(keeper.post(own, photo('又一张')))
  })

  it('is refused where the bytes are no picture, and where the room is of another carrier', async () => {
    const [room = ''] = await offered(keeper, ['照片丁'])
    const own = `/api/space/own-rooms/${room}/photos`
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    for (const bytes of [svg, located.subarray(0, -2), Buffer.from('GIF89a')])
      expect(await codeOf(keeper.post(own, photo('车间', bytes)))).toBe('photo-not-a-picture')
    expect((await keeper.post(own, photo('x'))).status).toBe(400)
    const other = await app.signIn({ name: '他园', roles: ['carrier'], authorities: ['carrier:lanwan'] })
    expect((await other.post(own, photo())).status).toBe(404)
    expect(await photosSeen(room)).toEqual([])
  })
})
