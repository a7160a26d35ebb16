import { afterEach, describe, expect, it } from 'vitest'
import { houseFindings } from './house-check.ts'
import { aHouse, clearTrees } from './planted-house.ts'

afterEach(clearTrees)

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
