import { execFile } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { openKeyFolder, signingPurposes, verifyEd25519 } from './index.ts'

const folders: string[] = []
function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'))
  folders.push(folder)
  return join(folder, 'keys')
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const message = Buffer.from('执照')

describe(openKeyFolder, () => {
  it('makes a key for each purpose, for the owner alone, and finds it again', async () => {
    const folder = aFolder()
    const first = openKeyFolder(folder)
    const again = openKeyFolder(folder)
    const files = ['exchange-1.pem', 'ledger-1.pem', 'licence-1.pem', 'receipt-1.pem']
    expect(readdirSync(folder).toSorted()).toEqual(files)
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(again.publicKeys()).toEqual(first.publicKeys())
    expect(new Set(first.publicKeys().map(({ keyId }) => keyId)).size).toBe(files.length)
  })

  it('signs so that the published key verifies and another does not', async () => {
    const signing = openKeyFolder(aFolder())
    const { keyId, signature } = await signing.sign('licence', message)
    for (const key of signing.publicKeys())
      expect(verifyEd25519(key.publicKey, message, signature)).toBe(key.keyId === keyId)
    expect(verifyEd25519(new Uint8Array(31), message, signature)).toBe(false)
  })

  it('signs with the newest key and still publishes the older one', async () => {
    const folder = aFolder()
    const older = openKeyFolder(folder).currentKey('licence')
    copyFileSync(join(folder, 'receipt-1.pem'), join(folder, 'licence-2.pem'))
    const signing = openKeyFolder(folder)
    expect(signing.currentKey('licence').keyId).not.toBe(older.keyId)
    expect(signing.publicKeys()).toContainEqual({ ...older, current: false })
  })

  it('agrees on one key with other processes that start at the same moment', async () => {
    const folder = aFolder()
    const door = JSON.stringify(join(import.meta.dirname, 'index.ts'))
    const script = `import { openKeyFolder } from ${door}
      process.stdout.write(openKeyFolder(${JSON.stringify(folder)}).currentKey('licence').keyId)`
    const started = Array.from({ length: 4 }, () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]),
    )
    const ids = (await Promise.all(started)).map(({ stdout }) => stdout)
    expect(new Set(ids)).toEqual(new Set([openKeyFolder(folder).currentKey('licence').keyId]))
    expect(readdirSync(folder)).toHaveLength(signingPurposes.length)
  })

  it('refuses a key that others can read', () => {
    const folder = aFolder()
    openKeyFolder(folder)
    chmodSync(join(folder, 'ledger-1.pem'), 0o640)
    expect(() => openKeyFolder(folder)).toThrow(/others may read the key file .*ledger-1\.pem/)
  })
})
