import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const lessons = readFileSync(join(root, 'docs/lessons.md'), 'utf8')
const rows = [...lessons.matchAll(/\| `([^`]+)`: (.+) \|$/gm)].map(([, file = '', title = '']) => ({
  file,
  title,
}))

describe('docs/lessons.md', () => {
  it('has a row for every lesson', () => {
    expect(rows.length).toBeGreaterThan(20)
    expect(lessons.match(/^\| (?!what happened|---)/gm)).toHaveLength(rows.length)
  })
  it.each(rows)('names a test that is there: $title', ({ file, title }) => {
    const path = join(root, file)
    expect(existsSync(path)).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain(`'${title}'`)
  })
})
