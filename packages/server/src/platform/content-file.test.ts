import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readContentFile } from './content-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'guanjia-content-'))
const path = join(folder, 'hall.yaml')
afterAll(() => rmSync(folder, { recursive: true }))

describe(readContentFile, () => {
  it('hands out one value that nobody can change, and a new one once the file says something else', () => {
    writeFileSync(path, 'halls: [{ id: north }]')
    const first = readContentFile(path) as { halls: { id: string }[] }
    expect(first).toEqual({ halls: [{ id: 'north' }] })
    expect(() => first.halls.push({ id: 'south' })).toThrow(TypeError)
    expect(readContentFile(path)).toBe(first)
    writeFileSync(path, 'halls: [{ id: east }]')
    expect(readContentFile(path)).toEqual({ halls: [{ id: 'east' }] })
  })

  it('says what is wrong in a file that is no YAML, each time', () => {
    writeFileSync(path, 'halls: [')
    expect(() => readContentFile(path)).toThrow(/line 1/)
    expect(() => readContentFile(path)).toThrow(/line 1/)
  })
})
