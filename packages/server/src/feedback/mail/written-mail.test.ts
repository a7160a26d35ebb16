import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readMail } from './written-mail.ts'

const words = '园区三号楼停电两天'
const html = ['Content-Type: text/html; charset=utf-8', '', `<p>${words}</p><script>steal()</script>`]
const pdf = [
  'Content-Type: application/pdf; name="a.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0=',
]
const blank = ['Content-Type: text/plain; charset=utf-8', '', ' ']

/** A mail of these parts. */
function mailOf(kind: string, ...parts: readonly (readonly string[])[]): Buffer {
  const lines = [
    'From: li@example.cn',
    'Subject: =?utf-8?B?5YGc55S1?=',
    `Content-Type: multipart/${kind}; boundary=b`,
    '',
    ...parts.flatMap((part) => ['--b', ...part]),
    '--b--',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

describe('the words of a mail', () => {
  it.each<[what: string, raw: Buffer]>([
    ['HTML alone', Buffer.from(['From: li@example.cn', ...html].join('\r\n'))],
    ['HTML with a file beside it', mailOf('mixed', html, pdf)],
    ['HTML with a picture of its own', mailOf('related', html, pdf)],
    ['HTML as the only alternative', mailOf('alternative', html)],
    ['HTML beside a plain part that says nothing', mailOf('alternative', blank, html)],
  ])('are read from %s, without its scripts', async (_, raw) => {
    const read = await readMail(raw)
    expect(read).toMatchObject({ ok: true, value: { text: expect.stringContaining(words) } })
    expect(JSON.stringify(read)).not.toContain('steal')
  })

  it('are not read as none where the HTML is too long to be read: people look at it', async () => {
    const long = [html[0] ?? '', '', '<p>x</p>'.repeat(60_000)]
    expect(await readMail(mailOf('mixed', long, pdf))).toMatchObject({ code: 'mail-unreadable' })
  })
})
