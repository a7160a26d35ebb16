import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { houseFindings } from './house-check.ts'
import { cruise } from './walls.ts'

const home = join(import.meta.dirname, '../..')
const trees: string[] = []

/** A small house: two rooms in core, a contract, a server room and the files given on top. */
function aHouse(extra: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'house-'))
  trees.push(root)
  const files: Record<string, string> = {
    'packages/core/package.json':
      '{"name":"@guanjia/core","type":"module","exports":{"./*":"./src/*/index.ts"}}',
    'packages/core/src/kernel/index.ts': 'export const word = 1\n',
    'packages/core/src/calendar/index.ts': "export { day } from './day.ts'\n",
    'packages/core/src/calendar/day.ts':
      "import { word } from '../kernel/index.ts'\nexport const day = word\n",
    'packages/core/src/cases/index.ts':
      "import { day } from '../calendar/index.ts'\nexport const opened = day\n",
    'packages/core/src/statistics/index.ts': 'export const rate = 1\n',
    'packages/core/src/planning/index.ts': 'export const plan = 1\n',
    'packages/core/src/policies/index.ts': 'export const policy = 1\n',
    'packages/contract/src/cases.ts':
      "import { opened } from '@guanjia/core/cases'\nexport const route = opened\n",
    'packages/server/src/app.ts': "import { store } from './cases/index.ts'\nexport const app = store\n",
    'packages/server/src/cases/index.ts': "export { store } from './case-store.ts'\n",
    'packages/server/src/cases/case-store.ts': 'export const store = 1\n',
    'packages/web/src/api/index.ts': 'export const client = 1\n',
    'packages/web/src/features/cases/index.ts': 'export const list = 1\n',
    'packages/web/src/portals/public/home.ts': 'export const home = 1\n',
    'packages/agents/src/index.ts': 'export const agent = 1\n',
    'packages/devkit/src/index.ts': 'export const kit = 1\n',
    ...extra,
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  mkdirSync(join(root, 'node_modules/@guanjia'), { recursive: true })
  symlinkSync(join(root, 'packages/core'), join(root, 'node_modules/@guanjia/core'))
  return root
}

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true, force: true })
})

function broken(extra: Readonly<Record<string, string>>): readonly string[] {
  const { examined, violations } = cruise(aHouse(extra))
  expect(examined).toBeGreaterThan(10)
  return violations.map(({ rule }) => rule.name)
}

describe(cruise, () => {
  it('finds nothing in a house that is straight', () => {
    expect(broken({})).toEqual([])
  })

  it.each([
    ['an import up', 'packages/core/src/calendar/late.ts', "import '../cases/index.ts'\n", 'floors-calendar'],
    [
      'an import sideways',
      'packages/core/src/planning/wish.ts',
      "import '../policies/index.ts'\n",
      'floors-planning',
    ],
    [
      'an import up across packages',
      'packages/server/src/planning/index.ts',
      "import '@guanjia/core/statistics'\n",
      'floors-planning',
    ],
    [
      'a side door',
      'packages/server/src/supervision/index.ts',
      "import '../cases/case-store.ts'\n",
      'front-door-cases',
    ],
    ['Node in core', 'packages/core/src/calendar/disk.ts', "import 'node:fs'\n", 'core-is-pure'],
    [
      'a client that imports the server',
      'packages/web/src/ui/spy.ts',
      "import '../../../server/src/app.ts'\n",
      'clients-never-import-the-server',
    ],
    [
      'a platform that knows a room',
      'packages/server/src/platform/http/http.ts',
      "import '../../cases/index.ts'\n",
      'platform-knows-no-room',
    ],
    [
      'a room that imports the root',
      'packages/server/src/cases/up.ts',
      "import '../app.ts'\n",
      'rooms-never-import-the-root',
    ],
    [
      'an import that leads nowhere',
      'packages/web/src/ui/lost.ts',
      "import './nowhere.ts'\n",
      'nothing-unresolved',
    ],
    [
      'a side door of the same room in another package',
      'packages/server/src/calendar/spy.ts',
      "import '../../../core/src/calendar/day.ts'\n",
      'front-door-calendar',
    ],
    [
      'an import up from a folder of the contract',
      'packages/contract/src/registration/spy.ts',
      "import '@guanjia/core/statistics'\n",
      'floors-registration',
    ],
    [
      'a contract that knows the server',
      'packages/contract/src/ledger.ts',
      "import '../../server/src/app.ts'\n",
      'contract-knows-core-only',
    ],
    [
      'a client that imports another client',
      'packages/agents/src/spy.ts',
      "import '../../web/src/api/index.ts'\n",
      'clients-never-import-each-other',
    ],
    [
      'a feature that knows a page',
      'packages/web/src/features/cases/page.ts',
      "import '../../portals/public/home.ts'\n",
      'web-features-below-portals',
    ],
    [
      'the devkit outside the tests',
      'packages/server/src/cases/kit.ts',
      "import '../../../devkit/src/index.ts'\n",
      'devkit-is-for-tests',
    ],
    [
      'a feature in ui',
      'packages/web/src/ui/heavy.ts',
      "import '../features/cases/index.ts'\n",
      'web-ui-is-low',
    ],
  ])('refuses %s', (_name, path, text, rule) => {
    expect(broken({ [path]: text })).toContain(rule)
  })

  it('refuses a circle of two files', () => {
    expect(
      broken({
        'packages/core/src/cases/one.ts': "import { two } from './two.ts'\nexport const one = two\n",
        'packages/core/src/cases/two.ts': "import { one } from './one.ts'\nexport const two = one\n",
      }),
    ).toContain('no-circles')
  })

  it('lets a room enter its other half by the front door', () => {
    const path = 'packages/server/src/calendar/straight.ts'
    expect(broken({ [path]: "import '../../../core/src/calendar/index.ts'\n" })).toEqual([])
  })

  it('holds every rule by a planted violation', () => {
    const rules = readFileSync(join(home, '.dependency-cruiser.mjs'), 'utf8')
    const names = [...rules.matchAll(/name: ['`]([a-z-]+?)(?:-\$\{name\})?['`]/g)].map(
      (match) => match[1] ?? '',
    )
    expect(names).toContain('floors')
    const planted = readFileSync(import.meta.filename, 'utf8')
    expect(names.filter((name) => !planted.includes(`'${name}`))).toEqual([])
  })
})

describe('a check that examined nothing', () => {
  it.each(['walls.ts', 'house-check.ts'])('fails in %s', (tool) => {
    const empty = mkdtempSync(join(tmpdir(), 'house-'))
    trees.push(empty)
    mkdirSync(join(empty, 'packages'))
    const ended = spawnSync(process.execPath, [join(home, 'tools/house', tool), empty], { encoding: 'utf8' })
    expect(ended.status).toBe(1)
    expect(ended.stdout).toMatch(/no (module|file) was examined/)
  })
})

/** What the house says of texts alone. */
function ofTexts(root: string): readonly string[] {
  return houseFindings(root).findings.filter((finding) => /Chinese|ASCII/.test(finding))
}

describe('the check of Chinese texts', () => {
  it('wants the words of a component in texts/', () => {
    const findings = ofTexts(
      aHouse({
        'packages/web/src/ui/planted.tsx': "export const title = '核验'\n",
        'packages/web/src/texts/zh-cn.ts': "export const title = '核验'\n",
      }),
    )
    expect(findings).toEqual(['packages/web/src/ui/planted.tsx:1: Chinese in a component: move it to texts/'])
  })

  it.each([
    ['content/qingdao/planted.yaml', 'a: { detail: 填写有误,请修改 }\n', ','],
    ['content/qingdao/planted.yaml', '# 依据:国务院通知\na: 1\n', ':'],
    ['packages/server/src/cases/planted.ts', "export const text = '已保存;请重试'\n", ';'],
    ['packages/web/src/texts/planted.ts', "export const text = '确定吗?请核对'\n", '?'],
    [
      'packages/core/src/cases/planted.ts',
      '/** Says it. */\nexport const text = (n: 1) => `应为 ${n},现为 2`\n',
      ',',
    ],
    [
      'packages/core/src/cases/planted.ts',
      '/** Says it. */\nexport const text = (n: 1) => `应为:${n}`\n',
      ':',
    ],
    ['content/qingdao/planted.yaml', 'a: 第 18 位应为 3,现为 4\n', ','],
    ['README.zh-CN.md', '数据都放在 `./data`,装入示范数据\n', ','],
    ['docs/planted.md', '见 [安全](SECURITY.md),参与方式另见\n', ','],
    ['packages/web/src/texts/planted.ts', "export const text = '青岛(高新区'\n", '('],
    ['packages/web/src/texts/planted.ts', "export const text = '高新区)企业'\n", ')'],
  ])('refuses ASCII punctuation between Chinese characters in %s', (path, planted, sign) => {
    const findings = ofTexts(aHouse({ [path]: planted }))
    expect(findings).toHaveLength(1)
    expect(findings[0]).toContain(`has an ASCII ${sign}`)
  })

  it('lets code and full-width punctuation be', () => {
    const straight =
      "export const read = (text: string) => text.split(/[，,]|或者/).map((one) => ['中', one])\n"
    const findings = ofTexts(
      aHouse({
        'packages/server/src/cases/straight.ts': straight,
        'content/qingdao/straight.yaml': 'a: { words: [软件, 开发], detail: 填写有误，请修改 }\n',
      }),
    )
    expect(findings).toEqual([])
  })
})

describe(houseFindings, () => {
  it('finds an export of core without a sentence', () => {
    const { findings } = houseFindings(
      aHouse({ 'packages/core/src/calendar/bare.ts': 'export function bare() {}\n' }),
    )
    expect(findings).toContain('packages/core/src/calendar/bare.ts:1: bare has no sentence above it')
  })

  it.each([
    ['a generator', 'export function* bare() {}\n'],
    ['a variable', 'export let bare = 1\n'],
    ['a list', '/** The file. */\n\nconst bare = 1\nexport { bare }\n'],
    ['a list under another name', 'const bare = 1\nexport { bare as dressed }\n'],
    ['the second of two', '/** The first. */\nexport const first = 1\nexport const bare = 2\n'],
    ['a comment that stands apart', '/** The file. */\n\nexport const bare = 1\n'],
    ['two in one statement', 'export const { bare } = { bare: 1 }\n'],
  ])('wants a sentence above %s', (_, text) => {
    const { findings } = houseFindings(aHouse({ 'packages/core/src/calendar/bare.ts': text }))
    expect(findings.join()).toMatch(/bare\.ts:\d: bare has no sentence above it/)
  })

  it.each([
    ['a listed one', '/** Says one. */\nconst one = 1\nexport { one }\n'],
    [
      'overloads',
      '/** Says one. */\nexport function one(a: 1): 1\nexport function one(a: 2): 2\nexport function one(a: unknown) { return a }\n',
    ],
    ['what another file declares', "export { day } from './day.ts'\n"],
    ['a waived rule', '/** Says one. */\n// oxlint-disable-next-line max-params\nexport const one = 1\n'],
  ])('is content with %s', (_, text) => {
    const { findings } = houseFindings(aHouse({ 'packages/core/src/calendar/dressed.ts': text }))
    expect(findings.filter((finding) => finding.includes('dressed.ts'))).toEqual([])
  })

  it('lets days be counted and words be called Date', () => {
    const straight =
      "/** Counts. */\nexport const straight = (Date: number) => ({ Date: 1, at: 'Date.now()' })\n// Date.now()\n"
    const { findings } = houseFindings(aHouse({ 'packages/core/src/calendar/straight.ts': straight }))
    expect(findings.filter((finding) => finding.includes('Date.now'))).toEqual([])
  })

  it.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    "'http://x' + Date.now()",
    "Date.parse('2026-01-01')",
    "'a'.localeCompare('b')",
    'Date()',
    "Math['random']()",
    'new Intl.NumberFormat()',
    '(1).toLocaleString()',
    '(({ now }) => now())(Date)',
  ])('finds the clock and chance of %s in core', (text) => {
    const planted = `/** Reads the clock. */\nexport const planted = () => ${text}\n`
    const { findings } = houseFindings(aHouse({ 'packages/core/src/calendar/planted.ts': planted }))
    expect(findings.join('\n')).toMatch(/planted\.ts:2: .* in core/)
  })

  it('finds a drawer, a name in capitals, a room without a floor and a room without a door', () => {
    const { findings } = houseFindings(
      aHouse({
        'packages/server/src/cases/utils.ts': '',
        'packages/web/src/ui/BigButton.tsx': '',
        'packages/core/src/magic/index.ts': '',
        'packages/server/src/wizardry/index.ts': '',
        'packages/web/src/features/sorcery/index.ts': '',
        'packages/contract/src/charms/spell.ts': '',
        'packages/server/src/policies/policy-store.ts': '',
        'packages/core/src/tenders/bid.ts': '',
      }),
    )
    expect(findings.join('\n')).toMatch(/utils.*gathers everything/)
    expect(findings.join('\n')).toMatch(/BigButton\.tsx: file names are kebab-case/)
    for (const room of [
      'core/src/magic',
      'server/src/wizardry',
      'web/src/features/sorcery',
      'contract/src/charms',
    ])
      expect(findings).toContain(`packages/${room}: not on a floor of architecture.mjs`)
    expect(findings).toContain('packages/server/src/policies/index.ts: the room has no front door')
    expect(findings.join('\n')).toMatch(/tenders\/index\.ts: the room has no front door/)
  })
})

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
