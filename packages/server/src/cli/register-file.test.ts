import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readRegister } from './register-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'guanjia-register-'))
afterAll(() => rmSync(folder, { recursive: true }))

const names = ['青岛海晨智能科技有限公司', '青岛别的贸易有限公司']
const text = names.join('\n')
// 青岛海晨有限公司 as GB 18030 and as Big5, byte for byte
const gb = [0xc7, 0xe0, 0xb5, 0xba, 0xba, 0xa3, 0xb3, 0xbf, 0xd3, 0xd0, 0xcf, 0xde, 0xb9, 0xab, 0xcb, 0xbe]
const big5 = [0xab, 0x43, 0xae, 0x71, 0xae, 0xfc, 0xb1, 0xe1, 0xa6, 0xb3, 0xad, 0xad, 0xa4, 0xbd, 0xa5, 0x71]

function read(bytes: Uint8Array | readonly number[]): readonly string[] | undefined {
  const file = join(folder, 'names.txt')
  writeFileSync(file, Uint8Array.from(bytes))
  return readRegister(file, (line) => line.endsWith('有限公司'))
}
const utf16 = (written: string) => Buffer.from(written, 'utf16le')

describe(readRegister, () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', utf16(`\uFEFF${text}`)],
    ['UTF-16, high byte first', utf16(`\uFEFF${text}`).swap16()],
    ['UTF-16 without a mark', utf16(text)],
    ['line ends of Windows', Buffer.from(names.join('\r\n'))],
    ['line ends of old machines', Buffer.from(names.join('\r'))],
  ])('reads %s', (_, bytes) => {
    expect(read(bytes)).toEqual(names)
  })

  it('reads GB 18030', () => {
    expect(read([...gb, 0x0d, 0x0a, ...gb])).toEqual(['青岛海晨有限公司', '青岛海晨有限公司'])
  })

  it('reads an empty register', () => {
    expect(read([])).toEqual([''])
  })

  it.each([
    ['an encoding that cannot be told', big5],
    ['bytes that are no text', [0x89, 0x50, 0x4e, 0x47, 0x00, 0x00, 0x0d, 0x0a]],
    ['UTF-8 that breaks off', [0xef, 0xbb, 0xbf, 0xe9, 0x9d]],
  ])('refuses %s', (_, bytes) => {
    expect(read(bytes)).toBeUndefined()
  })

  it('refuses a file that is not there, and a folder', () => {
    expect(readRegister(join(folder, 'none'), () => true)).toBeUndefined()
    expect(readRegister(folder, () => true)).toBeUndefined()
  })
})
