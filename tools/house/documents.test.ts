import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { floors } from '../../architecture.mjs'
import { filesUnder } from './source-files.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...filesUnder(root, 'docs').filter((name) => name.endsWith('.md')),
]

describe('the documents', () => {
  it('keep both READMEs within a hundred lines and in step', () => {
    const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((path) => read(path).split('\n'))
    expect(english?.length).toBeLessThanOrEqual(100)
    expect(chinese?.length).toBeLessThanOrEqual(100)
    const headings = (lines: readonly string[] = []) => lines.filter((line) => line.startsWith('#')).length
    expect(headings(chinese)).toBe(headings(english))
  })

  it.each(documents)('%s links to nothing that is missing', (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '')
    const missing = links.filter((link) => !existsSync(join(root, dirname(path), link)))
    expect(missing).toEqual([])
  })

  it('explain every room and every event in the glossary', () => {
    const glossary = read('GLOSSARY.md')
    const rooms = floors.flat().join('|')
    const named = new RegExp(`\\btype: '((?:${rooms})\\.[a-z-]+)'`, 'g')
    const events = filesUnder(root, 'packages/server/src')
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .flatMap((path) => [...read(path).matchAll(named)].map((match) => match[1] ?? ''))
    expect(events.length).toBeGreaterThan(10)
    expect(events).toContain('registration.pushes-delivered')
    const words = [...floors.flat(), ...new Set(events)]
    expect(words.filter((word) => !glossary.includes(`| ${word} |`))).toEqual([])
  })

  it('speak of no machine and of no place outside the repository', () => {
    const sources = [
      ...filesUnder(root, 'packages'),
      ...filesUnder(root, 'content'),
      ...filesUnder(root, 'tools'),
    ]
    const outside = /\.\.\/shared\/|\/work\/(main|shared)\b/
    const leaks = sources.filter(
      (path) => /\.(ts|tsx|ya?ml|md|sql|typ|css)$/.test(path) && outside.test(read(path)),
    )
    expect(leaks.filter((path) => path !== 'tools/house/documents.test.ts')).toEqual([])
  })
})
