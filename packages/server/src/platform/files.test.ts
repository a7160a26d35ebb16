import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderFiles } from './files.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanjia-files-'))
})

afterEach(() => rm(folder, { recursive: true }))

const bytes = new TextEncoder().encode('营业执照')
const name = 'b5fc4ceebb7b1cf0cd80f1aa2dd0d0c9b4f4e2a3e2c6c7a0a3d7c6b5a4938271'

describe(folderFiles, () => {
  it('gives back what was kept, once, however often and at once it is kept', async () => {
    const files = folderFiles(folder)
    const names = await Promise.all(Array.from({ length: 8 }, () => files.put(bytes)))
    expect(new Set(names).size).toBe(1)
    expect(Buffer.from((await files.get(names[0] ?? '')) ?? []).toString('utf8')).toBe('营业执照')
    const [place = ''] = await readdir(folder)
    expect(await readdir(join(folder, place))).toEqual([names[0]])
  })

  it('knows nothing of other names, and does not leave its folder', async () => {
    const files = folderFiles(folder)
    for (const other of [name, '../../etc/passwd', '']) expect(await files.get(other)).toBeUndefined()
  })

  it('notices a file that was touched', async () => {
    const files = folderFiles(folder)
    const kept = await files.put(bytes)
    await writeFile(join(folder, kept.slice(0, 2), kept), 'forged')
    await expect(files.get(kept)).rejects.toThrow('is not what was kept')
  })
})
