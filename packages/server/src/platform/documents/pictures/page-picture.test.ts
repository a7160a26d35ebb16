import { pagePdf } from '@guanjia/devkit/test-papers'
import { describe, expect, it } from 'vitest'
import { createPagePictures } from './page-picture.ts'

const draw = createPagePictures()

function page(bytes: Buffer, number: number) {
  return draw({ name: `${bytes.length}`, page: number, read: async () => bytes })
}

describe(createPagePictures, () => {
  it('draws each page of a PDF and says how many there are', async () => {
    const pdf = pagePdf(['one', 'two'])
    const [first, second] = [await page(pdf, 1), await page(pdf, 2)]
    expect([first, second]).toMatchObject([
      { ok: true, value: { pages: 2, picture: expect.stringContaining('<svg') } },
      { ok: true, value: { pages: 2 } },
    ])
    expect(first.ok && second.ok && first.value.picture !== second.value.picture).toBe(true)
    expect(await page(pdf, 3)).toMatchObject({ ok: false, code: 'page-not-there', because: { pages: 2 } })
  })

  it('refuses what only looks like a PDF, and what is not there', async () => {
    const broken = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
    expect(await page(broken, 1)).toMatchObject({ ok: false, code: 'file-not-shown' })
    expect(await draw({ name: 'none', page: 1, read: async () => undefined })).toMatchObject({
      ok: false,
      code: 'file-not-shown',
    })
  })
})
