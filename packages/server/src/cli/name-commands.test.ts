import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { nameCommands } from './name-commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'guanjia-register-'))
const register = join(folder, 'names.txt')
afterAll(() => rmSync(folder, { recursive: true }))

/** What `name check` says of a name beside the register with these bytes. */
function check(name: string, bytes: string | Uint8Array) {
  writeFileSync(register, bytes)
  return nameCommands
    .find((command) => command.name === 'name check')
    ?.run({ positionals: [name], options: { register } })
}

const taken = '青岛海晨智能科技有限公司'
const free = '青岛云帆信息技术有限公司'

describe('name check', () => {
  it.each([
    ['lines of Windows with a mark', `\uFEFF${taken}\r\n\r\n青岛别的贸易有限公司\n`],
    ['lines of old machines', `青岛别的贸易有限公司\r${taken}\r`],
    ['UTF-16', Buffer.from(`${taken}\n`, 'utf16le')],
  ])('finds the name in %s', async (_, bytes) => {
    expect(await check(taken, bytes)).toMatchObject({ json: { verdict: 'same' } })
  })

  it('has nothing to say against a free name', async () => {
    expect(await check(free, taken)).toMatchObject({ json: { verdict: 'available', findings: [] } })
  })

  it('refuses a register it cannot read for sure', async () => {
    const big5 = Uint8Array.from([0xab, 0x43, 0xae, 0x71, 0xae, 0xfc, 0xb1, 0xe1])
    expect(await check(free, big5)).toMatchObject({ code: 'register-unreadable' })
  })
})
