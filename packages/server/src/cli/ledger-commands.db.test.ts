import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemPrincipal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { packLedger, unpackLedger } from '@guanjia/core/ledger'
import { type TestApp, testApp } from '@guanjia/devkit/test-app'
import { emptyDatabase } from '@guanjia/devkit/test-database'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const launcher = join(import.meta.dirname, '../../bin/guanjia.mjs')
const folder = mkdtempSync(join(tmpdir(), 'guanjia-verify-'))
const exported = join(folder, 'ledger.json')
let town: TestApp
let key = ''

beforeAll(async () => {
  town = await testApp()
  const act = { name: 'test.act', principal: systemPrincipal('test'), correlationId: 'c', subject: 's' }
  for (let number = 0; number < 3; number += 1) {
    await town.ports.runCommand({ ...act, legal: true }, async ({ record }) => {
      record({ act: 'test.done', subject: `s-${number}`, body: { note: 'qingdao' } })
      return accept(1)
    })
    await town.settle()
  }
  writeFileSync(exported, (await town.stranger.get('/api/ledger/export')).text)
  const checkpoint = (await town.stranger.get('/api/ledger/checkpoint')).json() as { keys: string[] }
  key = checkpoint.keys[0] ?? ''
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await town.close()
})

interface Said {
  readonly status: number | null
  readonly json: unknown
}

/** The tool, in an environment of its own. */
function guanjia(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [launcher, ...words, '--json'], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
    })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    child.on('close', (status) => resolve({ status, json: JSON.parse(out) as unknown }))
  })
}

describe('guanjia ledger verify', () => {
  it('checks a downloaded ledger under the key that the reader trusts', async () => {
    const { headers } = await town.stranger.get('/api/ledger/export')
    expect(headers['content-disposition']).toBe('attachment; filename="ledger.json"')
    const verdict = await guanjia(['ledger', 'verify', '--file', exported, '--key', key])
    expect(verdict).toMatchObject({ status: 0, json: { valid: true, size: 3, trust: 'given' } })
  })

  it('believes no key that comes with the file', async () => {
    const unkeyed = await guanjia(['ledger', 'verify', '--file', exported])
    expect(unkeyed).toMatchObject({ status: 1, json: { problem: { code: 'key-missing' } } })
    const other = Buffer.alloc(32, 7).toString('base64')
    const forged = await guanjia(['ledger', 'verify', '--file', exported, '--key', other])
    expect(forged).toMatchObject({ status: 1, json: { valid: false, because: 'checkpoint-not-signed' } })
  })

  it('names the first leaf that was changed', async () => {
    const read = unpackLedger(readFileSync(exported, 'utf8'))
    if (!read.ok) throw new Error('unreadable')
    const { bundle } = read.value
    const leaves = bundle.leaves.with(1, bundle.leaves[1]?.replace('qingdao', 'yantai') ?? '')
    const changed = join(folder, 'changed.json')
    writeFileSync(changed, packLedger({ ...read.value, bundle: { ...bundle, leaves } }))
    const verdict = await guanjia(['ledger', 'verify', '--file', changed, '--key', key])
    expect(verdict).toMatchObject({ status: 1, json: { firstBadLeaf: 1, because: 'leaf-changed' } })
  })

  it('checks the ledger of this house and leaves neither a key nor a folder behind', async () => {
    const data = join(folder, 'no-data')
    const env = { DATABASE_URL: town.adminUrl, GUANJIA_DATA: data }
    const verdict = await guanjia(['ledger', 'verify', '--key', key], env)
    expect(verdict).toMatchObject({ status: 0, json: { valid: true, size: 3 } })
    const unkeyed = await guanjia(['ledger', 'verify'], env)
    expect(unkeyed).toMatchObject({
      status: 1,
      json: { because: 'checkpoint-not-signed', trust: 'own-folder' },
    })
    expect(readdirSync(folder)).not.toContain('no-data')
  })

  it('makes nothing in a database that holds no ledger', async () => {
    await using empty = await emptyDatabase()
    const env = { DATABASE_URL: empty.url, GUANJIA_DATA: folder }
    const verdict = await guanjia(['ledger', 'verify', '--key', key], env)
    expect(verdict).toMatchObject({ status: 1, json: { problem: { code: 'ledger-missing' } } })
    const client = new Client({ connectionString: empty.url })
    await client.connect()
    const { rows } = await client.query("select from pg_namespace where nspname = 'guanjia'")
    await client.end()
    expect(rows).toEqual([])
  })

  it('asks for a start where this house was never started', async () => {
    const verdict = await guanjia(['ledger', 'verify'], { GUANJIA_DATA: join(folder, 'nothing') })
    expect(verdict).toMatchObject({ status: 1, json: { problem: { code: 'ledger-missing' } } })
    expect(readdirSync(folder)).not.toContain('nothing')
  })
})
