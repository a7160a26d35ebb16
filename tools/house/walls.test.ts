import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
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
      'a feature in ui',
      'packages/web/src/ui/heavy.ts',
      "import '../features/cases/index.ts'\n",
      'web-ui-is-low',
    ],
  ])('refuses %s', (_name, path, text, rule) => {
    expect(broken({ [path]: text, 'packages/web/src/features/cases/index.ts': 'export {}\n' })).toContain(
      rule,
    )
  })

  it('refuses a circle of two files', () => {
    expect(
      broken({
        'packages/core/src/cases/one.ts': "import { two } from './two.ts'\nexport const one = two\n",
        'packages/core/src/cases/two.ts': "import { one } from './one.ts'\nexport const two = one\n",
      }),
    ).toContain('no-circles')
  })

  it('says how many modules it examined, so that zero is noticed', () => {
    const empty = mkdtempSync(join(tmpdir(), 'house-'))
    trees.push(empty)
    mkdirSync(join(empty, 'packages'))
    expect(cruise(empty).examined).toBe(0)
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

  it.each(['Date.now()', 'new Date()', 'Math.random()'])(
    'finds the clock and chance of %s in core',
    (text) => {
      const planted = `/** Reads the clock. */\nexport const planted = () => ${text}\n`
      const { findings } = houseFindings(aHouse({ 'packages/core/src/calendar/planted.ts': planted }))
      expect(findings.join('\n')).toMatch(/planted\.ts:2: .* in core/)
    },
  )

  it('finds a drawer, a name in capitals, a room without a floor and a room without a door', () => {
    const { findings } = houseFindings(
      aHouse({
        'packages/server/src/cases/utils.ts': '',
        'packages/web/src/ui/BigButton.tsx': '',
        'packages/core/src/magic/index.ts': '',
        'packages/core/src/tenders/bid.ts': '',
      }),
    )
    expect(findings.join('\n')).toMatch(/utils.*gathers everything/)
    expect(findings.join('\n')).toMatch(/BigButton\.tsx: file names are kebab-case/)
    expect(findings.join('\n')).toMatch(/magic: not on a floor/)
    expect(findings.join('\n')).toMatch(/tenders\/index\.ts: the room has no front door/)
  })
})

describe('the compiler and the linter', () => {
  function coreWith(text: string): { types: number | null; lint: string } {
    const root = aHouse({ 'packages/core/src/calendar/planted.ts': text })
    cpSync(join(home, 'tsconfig.base.json'), join(root, 'tsconfig.base.json'))
    cpSync(join(home, 'packages/core/tsconfig.json'), join(root, 'packages/core/tsconfig.json'))
    const bin = join(home, 'node_modules/.bin')
    const types = spawnSync(join(bin, 'tsc'), ['-p', 'packages/core'], { cwd: root, encoding: 'utf8' })
    const rules = join(home, '.oxlintrc.json')
    const lint = spawnSync(join(bin, 'oxlint'), ['-c', rules, 'packages'], { cwd: root, encoding: 'utf8' })
    return { types: types.status, lint: lint.stdout }
  }

  it('compiles a straight core', () => {
    expect(coreWith('export const straight = 1\n').types).toBe(0)
  })

  it.each(['process.exit()', "fetch('/')", "console.log('x')", 'setTimeout(() => {}, 1)', 'document.title'])(
    'does not compile %s in core',
    (text) => {
      expect(coreWith(`export const planted = () => ${text}\n`).types).not.toBe(0)
    },
  )

  it('refuses a function of 61 lines and an any', () => {
    const long = `export function long(): void {\n${'  void 0\n'.repeat(61)}}\nexport const loose = {} as any\n`
    expect(coreWith(long).lint).toMatch(/max-lines-per-function/)
    expect(coreWith(long).lint).toMatch(/no-explicit-any/)
  })
})
