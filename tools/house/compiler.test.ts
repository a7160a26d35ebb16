import { spawnSync } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { aHouse, clearTrees, home } from './planted-house.ts'

afterEach(clearTrees)

describe('the compiler and the linter', () => {
  function treeWith(path: string, text: string) {
    const root = aHouse({ [path]: text })
    cpSync(join(home, 'tsconfig.base.json'), join(root, 'tsconfig.base.json'))
    cpSync(join(home, 'packages/core/tsconfig.json'), join(root, 'packages/core/tsconfig.json'))
    return root
  }

  /** Whether core compiles with the planted text, and how many of its files the compiler read. */
  function compiled(text: string): { readonly status: number | null; readonly files: number } {
    const root = treeWith('packages/core/src/calendar/planted.ts', text)
    const words = ['-p', 'packages/core', '--listFiles']
    const { status, stdout } = spawnSync(join(home, 'node_modules/.bin/tsc'), words, {
      cwd: root,
      encoding: 'utf8',
    })
    return { status, files: stdout.split('\n').filter((line) => line.includes('/packages/core/src/')).length }
  }

  /** The rules that the linter finds broken, and how many files it read. */
  function linted(
    text: string,
    file = 'planted.ts',
  ): { readonly rules: readonly string[]; readonly files: number } {
    const root = treeWith(`packages/web/src/ui/${file}`, text)
    const rules = join(home, '.oxlintrc.json')
    const words = ['-c', rules, '--format', 'json', 'packages']
    const { stdout } = spawnSync(join(home, 'node_modules/.bin/oxlint'), words, {
      cwd: root,
      encoding: 'utf8',
    })
    const { diagnostics, number_of_files: files } = JSON.parse(stdout) as {
      readonly diagnostics: readonly { readonly code: string; readonly filename: string }[]
      readonly number_of_files: number
    }
    return {
      rules: diagnostics.filter(({ filename }) => filename.endsWith(file)).map(({ code }) => code),
      files,
    }
  }

  it('compiles a straight core', () => {
    const { status, files } = compiled('export const straight = 1\n')
    expect(status).toBe(0)
    expect(files).toBeGreaterThan(5)
  })

  it.each(['process.exit()', "fetch('/')", "console.log('x')", 'setTimeout(() => {}, 1)', 'document.title'])(
    'does not compile %s in core',
    (text) => {
      const { status, files } = compiled(`export const planted = () => ${text}\n`)
      expect(status).not.toBe(0)
      expect(files).toBeGreaterThan(5)
    },
  )

  const branches = (count: number) => `  if (a === ${count}) return ${count}\n`
  it.each([
    [
      'a function of 61 lines',
      `export function long(): void {\n${'  void 0\n'.repeat(61)}}\n`,
      'max-lines-per-function',
    ],
    ['a file of 401 lines', 'void 0\n'.repeat(401), 'max-lines'],
    [
      'eleven ways through a function',
      `export function winding(a: number): number {\n${Array.from({ length: 10 }, (_, at) => branches(at)).join('')}  return a\n}\n`,
      'complexity',
    ],
    [
      'five parameters',
      'export const wide = (a: 1, b: 2, c: 3, d: 4, e: 5) => [a, b, c, d, e]\n',
      'max-params',
    ],
    ['any', 'export const loose = {} as any\n', 'no-explicit-any'],
    ['a promise of not null', 'export const sure = (a?: string) => a!\n', 'no-non-null-assertion'],
    ['a default export', 'export default 1\n', 'no-default-export'],
  ])('refuses %s', (_, text, rule) => {
    for (const file of ['planted.ts', 'planted.tsx']) {
      const { rules, files } = linted(text, file)
      expect(files).toBeGreaterThan(10)
      expect(rules.join()).toContain(`(${rule})`)
    }
  })

  it('lets sixty lines, ten ways and four parameters be', () => {
    const long = `export function long(): void {\n${'  void 0\n'.repeat(58)}}\n`
    const wide = 'export const wide = (a: 1, b: 2, c: 3, d: 4) => [a, b, c, d]\n'
    const winding = `export function winding(a: number): number {\n${Array.from({ length: 9 }, (_, at) => branches(at)).join('')}  return a\n}\n`
    expect(linted(long + wide + winding, 'planted.tsx').rules).toEqual([])
  })

  it('refuses hooks that are not always called', () => {
    const text =
      "import { useState } from 'react'\nexport function Odd({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return null\n}\n"
    expect(linted(text, 'odd.tsx').rules.join()).toContain('rules-of-hooks')
  })

  it('does not compile a refusal without a status', () => {
    const root = treeWith('packages/core/src/calendar/planted.ts', 'export const planted = 1\n')
    writeFileSync(join(root, 'package.json'), '{"type":"module"}')
    const handler = join(home, 'packages/server/src/platform/http/handler.ts')
    const table = (rows: string) =>
      `import type { ProblemTable } from '${handler}'\nexport const table = { ${rows} } as const satisfies ProblemTable<'late' | 'lost'>\n`
    const status = (rows: string) => {
      const file = join(root, 'table.ts')
      writeFileSync(file, table(rows))
      const base = JSON.stringify({
        extends: './tsconfig.base.json',
        compilerOptions: { types: [], lib: ['es2023'] },
        files: ['table.ts'],
      })
      writeFileSync(join(root, 'tsconfig.json'), base)
      return spawnSync(join(home, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.json'], {
        cwd: root,
        encoding: 'utf8',
      })
    }
    expect(status('late: 409, lost: 404').stdout).not.toContain('table.ts')
    expect(status('late: 409').stdout).toMatch(/table\.ts.*lost|table\.ts[\s\S]*lost/)
    expect(status('late: 409, lost: 404, odd: 404').stdout).toMatch(/table\.ts[\s\S]*odd/)
    expect(status('late: 409, lost: 200').stdout).toContain('table.ts')
  })
})
